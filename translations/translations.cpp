// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QLibraryInfo>
#include <QTranslator>

#include <memory>

namespace partway {

namespace {

// The user's languages in order, up to English, which the texts are written in: someone who reads English
// before German does not want the German file only because there is no English one.
QStringList wantedLanguages(const QLocale& locale)
{
    QStringList wanted;
    for (QString language : locale.uiLanguages()) {
        language.replace(u'-', u'_');
        if (language == QLatin1String("C") || language.section(u'_', 0, 0) == QLatin1String("en"))
            break;
        wanted.append(language);
    }
    return wanted;
}

bool installFirst(QCoreApplication& application, const QStringList& languages, const QString& name,
                  const QString& folder)
{
    for (const QString& language : languages) {
        auto translator = std::make_unique<QTranslator>(&application);
        if (translator->load(name + u'_' + language, folder))
            return QCoreApplication::installTranslator(translator.release()); // the application's child
    }
    return false;
}

} // namespace

void installTranslations(QCoreApplication& application, const QLocale& locale)
{
    const QStringList languages = wantedLanguages(locale);
    installFirst(application, languages, QStringLiteral("qtbase"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // The English file has the plural forms ("1 part", "2 parts"), so it serves whoever has no other.
    installFirst(application, languages + QStringList{QStringLiteral("en")}, QStringLiteral("partway"),
                 QStringLiteral(":/i18n"));
}

void useLanguage(QCoreApplication& application, const QString& language)
{
    const QList<QTranslator*> old = application.findChildren<QTranslator*>(Qt::FindDirectChildrenOnly);
    for (QTranslator* translator : old)
        delete translator; // removes itself
    const QLocale system = QLocale::system();
    const QLocale chosen(language);
    // Who chooses the language of the system keeps its country's numbers.
    const bool own = language.isEmpty() || chosen.language() == system.language();
    const QLocale locale = own ? system : chosen;
    QLocale::setDefault(locale);
    installTranslations(application, locale);
}

} // namespace partway
