// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountcells.h"

#include "dialogs/providers.h"
#include "format/numbers.h"

#include <QCoreApplication>
#include <QLocale>

namespace partway {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("AccountCells", text);
}

QString keysText(const Account& account)
{
    switch (account.secretSource) {
    case SecretSource::Keychain:
        return say(QT_TRANSLATE_NOOP("AccountCells", "Keychain"));
    case SecretSource::Session:
        return say(QT_TRANSLATE_NOOP("AccountCells", "This session only"));
    case SecretSource::Environment:
        return say(QT_TRANSLATE_NOOP("AccountCells", "Environment"));
    case SecretSource::None:
        return say(QT_TRANSLATE_NOOP("AccountCells", "None needed"));
    case SecretSource::Profile:
        return say(QT_TRANSLATE_NOOP("AccountCells", "AWS profile"));
    case SecretSource::Process:
        return say(QT_TRANSLATE_NOOP("AccountCells", "A program"));
    case SecretSource::Role:
        return say(QT_TRANSLATE_NOOP("AccountCells", "Role"));
    case SecretSource::Sso:
        return say(QT_TRANSLATE_NOOP("AccountCells", "Single sign-on"));
    }
    return {};
}

QString testText(const Account& account)
{
    if (!account.facts.isTested())
        return say(QT_TRANSLATE_NOOP("AccountCells", "Never"));
    return formatWhen(account.facts.testedAt, QDateTime::currentDateTimeUtc());
}

QString testToolTip(const Account& account)
{
    if (!account.facts.isTested())
        return say(
            QT_TRANSLATE_NOOP("AccountCells", "“Test connection” tries everything that uploads need."));
    const QString checksum = profileOf(account).checksum == ChecksumMode::None
                                 ? say(QT_TRANSLATE_NOOP("AccountCells", "none"))
                                 : checksumModeName(profileOf(account).checksum);
    return QCoreApplication::translate("AccountCells", "%1. Checksum: %2.")
        .arg(QLocale().toString(account.facts.testedAt.toLocalTime(), QLocale::ShortFormat), checksum);
}

} // namespace

QStringList accountHeads()
{
    return {say(QT_TRANSLATE_NOOP("AccountCells", "Name")),
            say(QT_TRANSLATE_NOOP("AccountCells", "Provider")),
            say(QT_TRANSLATE_NOOP("AccountCells", "Endpoint")),
            say(QT_TRANSLATE_NOOP("AccountCells", "Keys")),
            say(QT_TRANSLATE_NOOP("AccountCells", "Last test")),
            say(QT_TRANSLATE_NOOP("AccountCells", "Transfers"))};
}

AccountCells accountCells(const Account& account)
{
    AccountCells cells;
    cells.texts = {account.name,      providerName(providerFacts(account.provider)),
                   account.endpoint,  keysText(account),
                   testText(account), QString()};
    cells.toolTips = {account.name,
                      account.provider,
                      account.region.isEmpty()
                          ? account.endpoint
                          : QStringLiteral("%1 (%2)").arg(account.endpoint, account.region),
                      QString::fromUtf8(account.accessKeyId),
                      testToolTip(account),
                      QString()};
    return cells;
}

QString transfersText(int all, int unfinished)
{
    if (unfinished == 0)
        return QLocale().toString(all);
    return QCoreApplication::translate("AccountCells", "%1 (%2 unfinished)")
        .arg(QLocale().toString(all), QLocale().toString(unfinished));
}

bool secretIsRemoved(const Account& account)
{
    return account.secretSource == SecretSource::Keychain;
}

} // namespace partway
