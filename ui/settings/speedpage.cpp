// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byterange.h"
#include "settings/ratetable.h"
#include "settings/settingspage.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QHBoxLayout>

namespace partway {

namespace {

class SpeedPage final : public SettingsPage
{
    Q_DECLARE_TR_FUNCTIONS(SpeedPage)
public:
    explicit SpeedPage(PreferenceBook& book);

private:
    void fill(const Preferences& now) override;
    void makeLimit();
    void takeLimit();

    QCheckBox* m_limited = nullptr;
    QDoubleSpinBox* m_limit = nullptr;
    QCheckBox* m_byTimetable = nullptr;
    RateTable* m_table = nullptr;
};

SpeedPage::SpeedPage(PreferenceBook& book) : SettingsPage(book, tr("Speed"), QStringLiteral("active"))
{
    makeLimit();
    m_byTimetable = new QCheckBox(tr("&Other limits at certain times"), this);
    addCheck(m_byTimetable, tr("The first line that fits the time counts; at other times the limit above."));
    connect(m_byTimetable, &QCheckBox::toggled, this,
            [this](bool on) { edit([on](Preferences& now) { now.byTimetable = on; }); });
    m_table = new RateTable(this);
    addRow({}, m_table, {}, {tr("Timetable"), tr("Days, hours, night")});
    connect(m_table, &RateTable::edited, this, [this] {
        const QList<RateRule> rules = m_table->rules();
        edit([&rules](Preferences& now) { now.timetable = rules; });
    });
}

void SpeedPage::makeLimit()
{
    auto* line = new QWidget(this);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    m_limited = new QCheckBox(tr("&Limit the speed to"), line);
    m_limit = makeRateBox(line);
    m_limit->setAccessibleName(tr("Speed limit"));
    layout->addWidget(m_limited);
    layout->addWidget(m_limit);
    layout->addStretch(1);
    addRow({}, line, tr("Of all transfers together. The status bar has it, too."), {m_limited->text()});
    connect(m_limited, &QCheckBox::toggled, this, &SpeedPage::takeLimit);
    connect(m_limit, &QDoubleSpinBox::valueChanged, this, &SpeedPage::takeLimit);
}

void SpeedPage::takeLimit()
{
    m_limit->setEnabled(m_limited->isChecked());
    const qint64 limit = m_limited->isChecked() ? rateOf(*m_limit) : 0;
    edit([limit](Preferences& now) { now.bytesPerSecond = limit; });
}

void SpeedPage::fill(const Preferences& now)
{
    m_limited->setChecked(now.bytesPerSecond > 0);
    m_limit->setEnabled(now.bytesPerSecond > 0);
    if (now.bytesPerSecond > 0 && rateOf(*m_limit) != now.bytesPerSecond)
        showRate(*m_limit, now.bytesPerSecond);
    m_byTimetable->setChecked(now.byTimetable);
    m_table->setEnabled(now.byTimetable);
    m_table->setRules(now.timetable);
}

} // namespace

SettingsPage* makeSpeedPage(PreferenceBook& book)
{
    return new SpeedPage(book);
}

} // namespace partway
