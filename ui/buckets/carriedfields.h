// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace partway {

// What a copy carries beside its bytes: what its source does, or what is written here. Adds its rows to the
// form of a dialog and shows the later ones only where they count.
class CarriedFields final : public QObject
{
    Q_OBJECT
public:
    explicit CarriedFields(QFormLayout* form);

    bool isReplacing() const;
    // Nothing: as the source has it. Errors: those of readHeaderLines() and readTagLines().
    Result<std::optional<ObjectOptions>> options() const;
    void setTagsTaken(bool taken); // whether objects may have tags where the copy goes

Q_SIGNALS:
    void changed();

private:
    void showRows();

    QFormLayout* m_form;
    QComboBox* m_what = nullptr;
    QLineEdit* m_type = nullptr;
    QPlainTextEdit* m_headers = nullptr;
    QPlainTextEdit* m_tags = nullptr;
};

} // namespace partway
