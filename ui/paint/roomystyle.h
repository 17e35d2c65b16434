// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace partway {

// Any style, with air between the columns of tables: most leave so little that a number which ends one column
// and a word which begins the next read as one.
class RoomyStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit RoomyStyle(const QString& name) : QProxyStyle(name) {} // a QStyleFactory key

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace partway
