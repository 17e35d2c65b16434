// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>

namespace partway {

// Installs the program's own translation for the locale's first language that has one, and Qt's (for the
// standard dialogs and buttons), into the application. Without one the texts are English.
void installTranslations(QCoreApplication& application, const QLocale& locale = QLocale());

// The same for a language that was chosen ("de"; empty: the system's), instead of what was installed before.
// Numbers and times follow it.
void useLanguage(QCoreApplication& application, const QString& language);

} // namespace partway
