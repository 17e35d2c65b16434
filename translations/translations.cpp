// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QLibraryInfo>
#include <QTranslator>

namespace partway {

namespace {

// The user's languages in order, up to English, which the texts are written in: someone who reads English
// before German does not want the German file only because there is no English one.
void installOne(QCoreApplication& application, const QLocale& locale, const QString& name,
                const QString& folder)
{
    const QStringList languages = locale.uiLanguages();
    for (QString language : languages) {
        language.replace(u'-', u'_');
        if (language == QLatin1String("C") || language.section(u'_', 0, 0) == QLatin1String("en"))
            return;
        auto* translator = new QTranslator(&application);
        if (translator->load(name + u'_' + language, folder)) {
            QCoreApplication::installTranslator(translator);
            return;
        }
        delete translator;
    }
}

} // namespace

void installTranslations(QCoreApplication& application, const QLocale& locale)
{
    installOne(application, locale, QStringLiteral("qtbase"),
               QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    installOne(application, locale, QStringLiteral("partway"), QStringLiteral(":/i18n"));
}

} // namespace partway
