// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/profiletext.h"

#include "format/errortext.h"

#include <QCoreApplication>

namespace partway {

namespace {

struct Word
{
    const char* word; // of recipeWord()
    const char* text;
};

constexpr Word words[]{
    {"keys", QT_TRANSLATE_NOOP("ProfileText", "Keys in the files")},
    {"temporary keys", QT_TRANSLATE_NOOP("ProfileText", "Temporary keys in the files")},
    {"role", QT_TRANSLATE_NOOP("ProfileText", "A role")},
    {"program", QT_TRANSLATE_NOOP("ProfileText", "A program")},
    {"sso", QT_TRANSLATE_NOOP("ProfileText", "Single sign-on")},
    {"web-identity", QT_TRANSLATE_NOOP("ProfileText", "A role for an identity token")},
};

} // namespace

QString profileText(const ImportableProfile& profile)
{
    if (profile.problem)
        return errorLine(*profile.problem);
    for (const Word& word : words) {
        if (profile.word == QLatin1String(word.word))
            return QCoreApplication::translate("ProfileText", word.text);
    }
    return profile.word;
}

QList<ImportableProfile> profilesHere()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    return importableProfiles(loadAwsFiles(environment), environment);
}

} // namespace partway
