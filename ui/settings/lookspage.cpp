// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLocale>

namespace partway {

namespace {

class LooksPage final : public SettingsPage
{
    Q_DECLARE_TR_FUNCTIONS(LooksPage)
public:
    explicit LooksPage(PreferenceBook& book);

private:
    void fill(const Preferences& now) override;

    QComboBox* m_appearance = nullptr;
    QComboBox* m_language = nullptr;
};

LooksPage::LooksPage(PreferenceBook& book) : SettingsPage(book, tr("Appearance"), QStringLiteral("edit"))
{
    m_appearance = new QComboBox(this);
    m_appearance->addItem(tr("As the system"), static_cast<int>(Appearance::System));
    m_appearance->addItem(tr("Light"), static_cast<int>(Appearance::Light));
    m_appearance->addItem(tr("Dark"), static_cast<int>(Appearance::Dark));
    addChoice(tr("&Colours:"), m_appearance);
    connect(m_appearance, &QComboBox::activated, this, [this] {
        const auto what = static_cast<Appearance>(m_appearance->currentData().toInt());
        edit([what](Preferences& now) { now.appearance = what; });
    });
    m_language = new QComboBox(this);
    m_language->addItem(tr("As the system"), QString());
    for (const char* code : {"de", "en"}) { // each in its own language: whoever needs it can read it
        const QLocale locale{QLatin1String(code)};
        const QString own =
            locale.language() == QLocale::English ? QStringLiteral("English") : locale.nativeLanguageName();
        m_language->addItem(own, QLatin1String(code));
    }
    addChoice(tr("&Language:"), m_language);
    connect(m_language, &QComboBox::activated, this, [this] {
        const QString code = m_language->currentData().toString();
        edit([code](Preferences& now) { now.language = code; });
    });
}

void LooksPage::fill(const Preferences& now)
{
    m_appearance->setCurrentIndex(m_appearance->findData(static_cast<int>(now.appearance)));
    m_language->setCurrentIndex(qMax(0, m_language->findData(now.language)));
}

} // namespace

SettingsPage* makeLooksPage(PreferenceBook& book)
{
    return new LooksPage(book);
}

} // namespace partway
