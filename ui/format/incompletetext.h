// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteentry.h"
#include "incomplete/liveness.h"

#include <QMap>
#include <QString>

namespace partway {

// Incomplete uploads and what becomes of them, in words.

QString costWords(const std::optional<Cost>& cost);                       // "0.88 USD"; empty: not known
QString costWords(const QMap<QString, double>& byCurrency);               // sums; "0.88 USD + 1.20 EUR"
QString deadlineWords(const Deadline& deadline, const QDateTime& now);    // "in 6 d 4 h"
QString deadlineSentence(const Deadline& deadline, const QDateTime& now); // with who will do it
QString ageWords(const QDateTime& since, const QDateTime& now);           // "3 d 4 h"
QString livenessWords(const Liveness& liveness);                          // empty: nobody is using it
QString inUseWords(const Error& error);                                   // of "upload-in-use"
QString bucketNoteWords(const QString& note);                             // of BucketReport::notes
QString habitWords(const StoreHabits& habits); // what the store does by itself; empty: nothing is known

} // namespace partway
