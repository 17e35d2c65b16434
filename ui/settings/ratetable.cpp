// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/ratetable.h"

#include "base/byterange.h"
#include "paint/icons.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimeEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace partway {

namespace {

constexpr double mostRate = 100'000;
constexpr qint64 usualRate = 10 * MiB;
constexpr int workdays = 0x1f;
constexpr int weekend = 0x60;

QTimeEdit* timeBox(QWidget* parent, const QString& name)
{
    auto* box = new QTimeEdit(parent);
    box->setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat));
    box->setAccessibleName(name);
    box->setKeyboardTracking(false);
    return box;
}

QTime timeOf(int minute)
{
    return QTime(minute / 60, minute % 60);
}

int minuteOf(const QTimeEdit& box)
{
    return box.time().hour() * 60 + box.time().minute();
}

} // namespace

QDoubleSpinBox* makeRateBox(QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(0.1, mostRate);
    box->setDecimals(1);
    box->setSuffix(RateTable::tr(" MiB/s"));
    box->setKeyboardTracking(false); // not 1, 10 and 100 on the way to 1000
    showRate(*box, usualRate);
    return box;
}

qint64 rateOf(const QDoubleSpinBox& box)
{
    return std::llround(box.value() * MiB);
}

void showRate(QDoubleSpinBox& box, qint64 bytesPerSecond)
{
    box.setValue(static_cast<double>(bytesPerSecond) / MiB);
}

RateTable::RateTable(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Timetable"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    auto* add = new QPushButton(tr("&Add a time"), this);
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this] {
        addLine({.days = workdays, .fromMinute = 8 * 60, .toMinute = 18 * 60, .bytesPerSecond = 2 * MiB});
        m_lines.last().days->setFocus(Qt::OtherFocusReason);
        tell();
    });
    m_column->addWidget(add, 0, Qt::AlignLeft);
}

void RateTable::addLine(const RateRule& rule)
{
    Line line;
    line.widget = new QWidget(this);
    auto* row = new QHBoxLayout(line.widget);
    row->setContentsMargins(0, 0, 0, 0);
    line.days = new QComboBox(line.widget);
    line.days->setAccessibleName(tr("Days"));
    line.days->addItem(tr("Every day"), RateRule::everyDay);
    line.days->addItem(tr("Monday to Friday"), workdays);
    line.days->addItem(tr("Saturday and Sunday"), weekend);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        line.days->addItem(QLocale().standaloneDayName(day), 1 << (day - 1));
    line.from = timeBox(line.widget, tr("From"));
    line.to = timeBox(line.widget, tr("Until"));
    line.kind = new QComboBox(line.widget);
    line.kind->setAccessibleName(tr("What counts then"));
    line.kind->addItems({tr("at most"), tr("no limit")});
    line.rate = makeRateBox(line.widget);
    line.rate->setAccessibleName(tr("Speed limit"));
    auto* remove = new QToolButton(line.widget);
    remove->setIcon(ownIcon(QStringLiteral("remove")));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Remove this time"));
    remove->setAccessibleName(tr("Remove this time"));
    row->addWidget(line.days, 1);
    row->addWidget(line.from);
    row->addWidget(new QLabel(tr("–", "from – until"), line.widget));
    row->addWidget(line.to);
    row->addWidget(line.kind);
    row->addWidget(line.rate);
    row->addWidget(remove);
    show(line, rule);
    m_column->insertWidget(static_cast<int>(m_lines.size()), line.widget);
    m_lines.append(line);
    connect(line.days, &QComboBox::activated, this, &RateTable::tell);
    connect(line.kind, &QComboBox::activated, this, &RateTable::tell);
    connect(line.from, &QTimeEdit::timeChanged, this, &RateTable::tell);
    connect(line.to, &QTimeEdit::timeChanged, this, &RateTable::tell);
    connect(line.rate, &QDoubleSpinBox::valueChanged, this, &RateTable::tell);
    connect(remove, &QToolButton::clicked, this, [this, widget = line.widget] { removeLine(widget); });
}

void RateTable::removeLine(QWidget* widget)
{
    m_lines.removeIf([widget](const Line& line) { return line.widget == widget; });
    widget->hide();
    widget->deleteLater();
    tell();
}

void RateTable::tell()
{
    for (const Line& line : std::as_const(m_lines))
        line.rate->setEnabled(line.kind->currentIndex() == 0);
    if (!m_filling)
        Q_EMIT edited();
}

RateRule RateTable::ruleOf(const Line& line)
{
    return {.days = line.days->currentData().toInt(),
            .fromMinute = minuteOf(*line.from),
            .toMinute = minuteOf(*line.to),
            .bytesPerSecond = line.kind->currentIndex() == 0 ? rateOf(*line.rate) : 0};
}

void RateTable::show(const Line& line, const RateRule& rule)
{
    if (line.days->findData(rule.days) < 0)
        line.days->addItem(tr("Some days"), rule.days); // as the file says
    line.days->setCurrentIndex(line.days->findData(rule.days));
    line.from->setTime(timeOf(rule.fromMinute));
    line.to->setTime(timeOf(rule.toMinute));
    line.kind->setCurrentIndex(rule.bytesPerSecond > 0 ? 0 : 1);
    line.rate->setEnabled(rule.bytesPerSecond > 0);
    if (rule.bytesPerSecond > 0)
        showRate(*line.rate, rule.bytesPerSecond);
}

QList<RateRule> RateTable::rules() const
{
    QList<RateRule> rules;
    for (const Line& line : m_lines)
        rules.append(ruleOf(line));
    return rules;
}

void RateTable::setRules(const QList<RateRule>& rules)
{
    if (this->rules() == rules)
        return; // not under the hands of whoever types
    m_filling = true;
    while (!m_lines.isEmpty())
        delete m_lines.takeLast().widget;
    for (const RateRule& rule : rules)
        addLine(rule);
    m_filling = false;
}

} // namespace partway
