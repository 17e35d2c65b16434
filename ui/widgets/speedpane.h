// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace partway {

class SpeedLog;
class SpeedPlot;

// The Speed tab: the plot of the chosen transfer or of all together, what it says in words, and its legend.
class SpeedPane final : public QWidget
{
    Q_OBJECT
public:
    explicit SpeedPane(const SpeedLog& log, QWidget* parent = nullptr);

    void setTransfer(TransferId id);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    const SpeedLog& m_log;
    QComboBox* m_whose = nullptr;
    QLabel* m_facts = nullptr;
    SpeedPlot* m_plot = nullptr;
    TransferId m_id;
};

} // namespace partway
