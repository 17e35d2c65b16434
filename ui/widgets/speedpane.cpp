// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/speedpane.h"

#include "models/speedlog.h"
#include "widgets/speedplot.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace partway {

SpeedPane::SpeedPane(const SpeedLog& log, QWidget* parent) : QWidget(parent), m_log(log)
{
    m_whose = new QComboBox(this);
    m_whose->setAccessibleName(tr("Speed of"));
    m_whose->addItems({tr("This transfer"), tr("All transfers")});
    m_facts = new QLabel(this);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setMinimumWidth(0);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_plot = new SpeedPlot(this);
    auto* legend =
        new QLabel(tr("Dashed: the limit. Hatched: slowed down by the server; crossed: no network, or "
                      "trying again."),
                   this);
    legend->setWordWrap(true);
    legend->setForegroundRole(QPalette::PlaceholderText);
    auto* line = new QHBoxLayout;
    line->addWidget(m_whose);
    line->addSpacing(8);
    line->addWidget(m_facts, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 4, 6, 4);
    column->addLayout(line);
    column->addWidget(m_plot, 1);
    column->addWidget(legend);
    connect(m_whose, &QComboBox::activated, this, &SpeedPane::refresh);
    connect(&log, &SpeedLog::sampled, this, [this] {
        if (isVisible())
            refresh();
    });
}

void SpeedPane::setTransfer(TransferId id)
{
    if (id == m_id)
        return;
    m_id = id;
    if (isVisible())
        refresh();
}

void SpeedPane::showEvent(QShowEvent* event)
{
    refresh();
    QWidget::showEvent(event);
}

void SpeedPane::refresh()
{
    const SpeedHistory history = m_whose->currentIndex() == 0 ? m_log.of(m_id) : m_log.total();
    const QList<SpeedSample>& samples = history.samples();
    m_facts->setText(samples.isEmpty() ? tr("Nothing was sent since Partway began.")
                                       : speedFactsText(history.facts(), samples.last().limit));
    m_facts->setToolTip(m_facts->text());
    m_plot->setHistory(history);
}

} // namespace partway
