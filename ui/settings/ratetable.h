// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/ratetimetable.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QTimeEdit;
class QVBoxLayout;

namespace partway {

// A box for MiB in a second.
QDoubleSpinBox* makeRateBox(QWidget* parent);
qint64 rateOf(const QDoubleSpinBox& box);
void showRate(QDoubleSpinBox& box, qint64 bytesPerSecond);

// The rules of the timetable, a line each, with a button to remove it and one below to add another.
class RateTable final : public QWidget
{
    Q_OBJECT
public:
    explicit RateTable(QWidget* parent = nullptr);

    QList<RateRule> rules() const;
    void setRules(const QList<RateRule>& rules); // does not emit

Q_SIGNALS:
    void edited();

private:
    struct Line
    {
        QWidget* widget = nullptr;
        QComboBox* days = nullptr;
        QTimeEdit* from = nullptr;
        QTimeEdit* to = nullptr;
        QComboBox* kind = nullptr; // no limit, or a limit of
        QDoubleSpinBox* rate = nullptr;
    };
    void addLine(const RateRule& rule);
    void removeLine(QWidget* widget);
    void tell();
    static RateRule ruleOf(const Line& line);
    static void show(const Line& line, const RateRule& rule);

    QVBoxLayout* m_column = nullptr;
    QList<Line> m_lines;
    bool m_filling = false;
};

} // namespace partway
