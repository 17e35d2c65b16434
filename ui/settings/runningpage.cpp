// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>

namespace partway {

namespace {

class RunningPage final : public SettingsPage
{
    Q_DECLARE_TR_FUNCTIONS(RunningPage)
public:
    RunningPage(PreferenceBook& book, bool hasTray);

private:
    void fill(const Preferences& now) override;
    QCheckBox* check(const QString& text, bool Preferences::*member);

    QList<QPair<QCheckBox*, bool Preferences::*>> m_checks;
    QComboBox* m_onClose = nullptr;
    QComboBox* m_whenEmpty = nullptr;
};

QCheckBox* RunningPage::check(const QString& text, bool Preferences::*member)
{
    auto* box = new QCheckBox(text, this);
    connect(box, &QCheckBox::toggled, this,
            [this, member](bool on) { edit([=](Preferences& now) { now.*member = on; }); });
    m_checks.append({box, member});
    return box;
}

RunningPage::RunningPage(PreferenceBook& book, bool hasTray)
    : SettingsPage(book, tr("Notifications and running"), QStringLiteral("info"))
{
    addCheck(check(tr("Tell me when a transfer is &finished"), &Preferences::tellFinished),
             tr("Only while the window is not in front. Many at once are told together."));
    addCheck(check(tr("Tell me when a transfer fails or &needs me"), &Preferences::tellFailed));
    addCheck(check(tr("&Keep the computer awake while something is sent"), &Preferences::keepAwake));
    m_whenEmpty = new QComboBox(this);
    m_whenEmpty->addItem(tr("Do nothing"), static_cast<int>(WhenEmpty::Nothing));
    m_whenEmpty->addItem(tr("Quit Partway"), static_cast<int>(WhenEmpty::Quit));
    addChoice(tr("When everything is &done:"), m_whenEmpty,
              tr("Not while something failed or waits for your decision."));
    connect(m_whenEmpty, &QComboBox::activated, this, [this] {
        const auto what = static_cast<WhenEmpty>(m_whenEmpty->currentData().toInt());
        edit([what](Preferences& now) { now.whenEmpty = what; });
    });
    m_onClose = new QComboBox(this);
    m_onClose->addItem(tr("Ask me"), static_cast<int>(OnClose::Ask));
    m_onClose->addItem(tr("Go on in the tray"), static_cast<int>(OnClose::Tray));
    m_onClose->addItem(tr("Quit; the rest goes on next time"), static_cast<int>(OnClose::Quit));
    addChoice(tr("Closing the window with &work left:"), m_onClose,
              hasTray ? QString() : tr("This desktop has no tray, so Partway quits."));
    m_onClose->setEnabled(hasTray);
    connect(m_onClose, &QComboBox::activated, this, [this] {
        const auto what = static_cast<OnClose>(m_onClose->currentData().toInt());
        edit([what](Preferences& now) { now.onClose = what; });
    });
    addCheck(check(tr("&Start Partway when I log in"), &Preferences::startAtLogin),
             tr("It goes on with what is left, in the tray where there is one."));
}

void RunningPage::fill(const Preferences& now)
{
    for (const auto& [box, member] : std::as_const(m_checks))
        box->setChecked(now.*member);
    m_whenEmpty->setCurrentIndex(m_whenEmpty->findData(static_cast<int>(now.whenEmpty)));
    m_onClose->setCurrentIndex(m_onClose->findData(static_cast<int>(now.onClose)));
}

} // namespace

SettingsPage* makeRunningPage(PreferenceBook& book, bool hasTray)
{
    return new RunningPage(book, hasTray);
}

} // namespace partway
