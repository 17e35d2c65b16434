// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace partway {

// Some quiet words below a field, of at most two lines. Its height does not depend on its width: a
// QFormLayout of Qt 6.4 with hidden rows writes beyond its arrays when it has to ask one for that.
class NoteLabel final : public QLabel
{
public:
    explicit NoteLabel(QWidget* parent) : QLabel(parent)
    {
        setWordWrap(true);
        setTextFormat(Qt::PlainText);
        setForegroundRole(QPalette::PlaceholderText);
        setAlignment(Qt::AlignLeft | Qt::AlignTop);
        setMinimumHeight(2 * fontMetrics().lineSpacing());
    }

    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override { return {200, minimumHeight()}; }
    QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace partway
