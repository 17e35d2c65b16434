// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/incompletetext.h"

#include "format/numbers.h"

#include <QCoreApplication>
#include <QLocale>

namespace partway {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("IncompleteText", text);
}

QString many(const char* text, int n)
{
    return QCoreApplication::translate("IncompleteText", text, nullptr, n);
}

QString amountWords(double amount, const QString& currency)
{
    constexpr double smallest = 0.01;
    constexpr double large = 100;
    const QLocale locale;
    if (amount > 0 && amount < smallest)
        return QStringLiteral("< %1 %2").arg(locale.toString(smallest, 'f', 2), currency);
    return QStringLiteral("%1 %2").arg(locale.toString(amount, 'f', amount >= large ? 0 : 2), currency);
}

} // namespace

QString costWords(const std::optional<Cost>& cost)
{
    return cost ? amountWords(cost->amount, cost->currency) : QString();
}

QString costWords(const QMap<QString, double>& byCurrency)
{
    QStringList sums;
    for (auto sum = byCurrency.cbegin(); sum != byCurrency.cend(); ++sum)
        sums.append(amountWords(sum.value(), sum.key()));
    return sums.join(QLatin1String(" + "));
}

QString ageWords(const QDateTime& since, const QDateTime& now)
{
    return since.isValid() ? formatDuration(qMax(qint64(0), since.secsTo(now))) : QString();
}

QString deadlineWords(const Deadline& deadline, const QDateTime& now)
{
    switch (deadline.by) {
    case Deadline::By::Nobody:
        return say(QT_TRANSLATE_NOOP("IncompleteText", "never"));
    case Deadline::By::Unknown:
        return {};
    case Deadline::By::Store:
    case Deadline::By::Rule:
    case Deadline::By::Provider:
        break;
    }
    const qint64 left = now.secsTo(deadline.at);
    if (left <= 0)
        return say(QT_TRANSLATE_NOOP("IncompleteText", "any moment"));
    return say(QT_TRANSLATE_NOOP("IncompleteText", "in %1")).arg(formatDuration(left));
}

QString deadlineSentence(const Deadline& deadline, const QDateTime& now)
{
    const QString when = deadlineWords(deadline, now);
    const QString exact = QLocale().toString(deadline.at.toLocalTime(), QLocale::ShortFormat);
    switch (deadline.by) {
    case Deadline::By::Nobody:
        return say(QT_TRANSLATE_NOOP("IncompleteText",
                                     "No rule of the bucket will delete it. It stays, and costs, "
                                     "until somebody aborts it."));
    case Deadline::By::Unknown:
        return say(QT_TRANSLATE_NOOP("IncompleteText", "It is not known whether a rule will delete it."));
    case Deadline::By::Store:
    case Deadline::By::Rule:
        if (deadline.rule.isEmpty())
            return say(QT_TRANSLATE_NOOP("IncompleteText", "A rule of the bucket will delete it %1 (%2)."))
                .arg(when, exact);
        return say(QT_TRANSLATE_NOOP("IncompleteText", "The rule “%3” of the bucket will delete it %1 (%2)."))
            .arg(when, exact, deadline.rule);
    case Deadline::By::Provider:
        return say(QT_TRANSLATE_NOOP("IncompleteText", "The store will delete it by itself %1 (about %2)."))
            .arg(when, exact);
    }
    return {};
}

QString livenessWords(const Liveness& liveness)
{
    if (liveness.partsLastMinute > 0)
        return many(
            QT_TRANSLATE_N_NOOP("IncompleteText", "%n part(s) in the last minute: someone is using it."),
            liveness.partsLastMinute);
    if (liveness.grownBy > 0)
        return many(
            QT_TRANSLATE_N_NOOP("IncompleteText", "%n part(s) more than before: someone is using it."),
            liveness.grownBy);
    if (liveness.begunJustNow)
        return say(QT_TRANSLATE_NOOP("IncompleteText", "Begun within the last minute: someone is using it."));
    return {};
}

QString inUseWords(const Error& error)
{
    return livenessWords({.partsLastMinute = error.message.section(u'/', 0, 0).toInt(),
                          .grownBy = error.message.section(u'/', 1, 1).toInt(),
                          .begunJustNow = error.message.section(u'/', 2, 2) == u'1'});
}

QString bucketNoteWords(const QString& note)
{
    if (note == QLatin1String("listing-cached"))
        return say(QT_TRANSLATE_NOOP("IncompleteText",
                                     "MinIO lists incomplete uploads by a whole name or all at once, "
                                     "and from a cache: what was begun or ended on another "
                                     "of its servers may be missing or still shown."));
    if (note == QLatin1String("listing-whole"))
        return say(QT_TRANSLATE_NOOP("IncompleteText",
                                     "The store finds no incomplete uploads by the beginning of their names: "
                                     "all were asked for, and chosen here."));
    if (note == QLatin1String("listing-folders"))
        return say(QT_TRANSLATE_NOOP("IncompleteText",
                                     "The store lists incomplete uploads by whole folders only: more were "
                                     "asked for, and chosen here."));
    if (note == QLatin1String("listing-breaks-off"))
        return say(QT_TRANSLATE_NOOP("IncompleteText",
                                     "The store says that there are more, but not how to ask for them."));
    if (note == QLatin1String("rules-unsupported"))
        return say(QT_TRANSLATE_NOOP("IncompleteText",
                                     "The store has no clean-up rules: what is left stays until "
                                     "somebody aborts it."));
    return {};
}

QString habitWords(const StoreHabits& habits)
{
    QStringList sentences;
    switch (habits.rules) {
    case StoreHabits::Rules::Kept:
        break;
    case StoreHabits::Rules::Ignored:
        sentences.append(say(QT_TRANSLATE_NOOP(
            "IncompleteText",
            "This kind of store takes a clean-up rule for incomplete uploads and ignores it.")));
        break;
    case StoreHabits::Rules::NativeOnly:
        sentences.append(say(QT_TRANSLATE_NOOP(
            "IncompleteText",
            "This kind of store has such rules only on its own web site, not through S3.")));
        break;
    case StoreHabits::Rules::None:
        sentences.append(
            say(QT_TRANSLATE_NOOP("IncompleteText", "This kind of store has no clean-up rules.")));
        break;
    }
    if (habits.ownDays == 1)
        sentences.append(say(QT_TRANSLATE_NOOP(
            "IncompleteText", "It deletes incomplete uploads by itself after about a day.")));
    else if (habits.ownDays > 1)
        sentences.append(many(
            QT_TRANSLATE_N_NOOP("IncompleteText", "It deletes incomplete uploads by itself after %n day(s)."),
            habits.ownDays));
    if (habits.ownDays > 0 && habits.onlyUnruled)
        sentences.append(say(QT_TRANSLATE_NOOP(
            "IncompleteText", "Where the bucket has a rule for them, that rule counts instead.")));
    return sentences.join(u' ');
}

} // namespace partway
