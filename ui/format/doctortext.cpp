// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/doctortext.h"

#include "doctor/learnt.h"
#include "format/doctorparts.h"
#include "format/errortext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace partway {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("DoctorText", text);
}

struct Row
{
    const char* step;
    const char* verdict;
    const char* sentence; // %1 … from `facts`
    const char* facts;    // names, separated by blanks
    const char* advice;
};

const Row rows[]{
    {"proxy", "none", QT_TRANSLATE_NOOP("DoctorText", "The system's settings name no proxy for it."), "", ""},
    {"proxy", "direct", QT_TRANSLATE_NOOP("DoctorText", "The account goes past any proxy."), "", ""},
    {"proxy", "used", QT_TRANSLATE_NOOP("DoctorText", "It is reached through the proxy %1, port %2."),
     "host port", ""},
    {"name", "found", QT_TRANSLATE_NOOP("DoctorText", "%1 is %2."), "host addresses", ""},
    {"name", "address", QT_TRANSLATE_NOOP("DoctorText", "%1 is an address; no name had to be found."), "host",
     ""},
    {"name", "by-proxy", QT_TRANSLATE_NOOP("DoctorText", "The proxy finds the server's name."), "", ""},
    {"connect", "open", QT_TRANSLATE_NOOP("DoctorText", "%1, port %2, answered in %3 ms."),
     "address port milliseconds", ""},
    {"tls", "trusted", QT_TRANSLATE_NOOP("DoctorText", "The certificate is good (%1, %2)."),
     "protocol cipher", ""},
    {"tls", "plain", QT_TRANSLATE_NOOP("DoctorText", "The connection is not encrypted."), "",
     QT_TRANSLATE_NOOP(
         "DoctorText",
         "Anybody on the way can read what is sent. Use an https endpoint if the store has one.")},
    {"answer", "s3", QT_TRANSLATE_NOOP("DoctorText", "It answers as an S3 store."), "", ""},
    {"answer", "companion", QT_TRANSLATE_NOOP("DoctorText", "It answers as a Companion server."), "",
     QT_TRANSLATE_NOOP("DoctorText",
                       "What its store checks and keeps is between the two: region, checksums and "
                       "conditions cannot be tested from here.")},
    {"signature", "sign-in-accepted", QT_TRANSLATE_NOOP("DoctorText", "The server lets this computer in."),
     "", ""},
    {"signature", "accepted", QT_TRANSLATE_NOOP("DoctorText", "The store accepts the keys."), "", ""},
    {"clock", "right", QT_TRANSLATE_NOOP("DoctorText", "This computer and the store agree on the time."), "",
     ""},
    {"clock", "unknown", QT_TRANSLATE_NOOP("DoctorText", "The store does not say what time it is."), "", ""},
    {"region", "as-set", QT_TRANSLATE_NOOP("DoctorText", "The store accepts the region %1."), "set", ""},
    {"region", "other", QT_TRANSLATE_NOOP("DoctorText", "The bucket is in %2, not in %1."), "set region",
     QT_TRANSLATE_NOOP("DoctorText", "Partway signs for the right one by itself and remembers it.")},
    {"bucket", "there", QT_TRANSLATE_NOOP("DoctorText", "There is a bucket %1."), "bucket", ""},
    {"bucket", "none", QT_TRANSLATE_NOOP("DoctorText", "No bucket was named."), "",
     QT_TRANSLATE_NOOP("DoctorText", "Name one to have rights, checksums and conditions tested, too.")},
    {"bucket", "missing", QT_TRANSLATE_NOOP("DoctorText", "There is no bucket %1."), "bucket",
     QT_TRANSLATE_NOOP("DoctorText", "Check its name and the region, or create it.")},
    {"addressing", "both",
     QT_TRANSLATE_NOOP("DoctorText", "The bucket's name may stand in the path and in the "
                                     "host name."),
     "", ""},
    {"addressing", "none", QT_TRANSLATE_NOOP("DoctorText", "Not tested: no object could be stored."), "", ""},
    {"condition-put", "honoured",
     QT_TRANSLATE_NOOP("DoctorText", "The store refuses to replace an object when it is asked not to."), "",
     ""},
    {"condition-put", "ignored",
     QT_TRANSLATE_NOOP("DoctorText",
                       "The store replaced an object although it was asked not to, and said nothing."),
     "",
     QT_TRANSLATE_NOOP("DoctorText", "Partway does not rely on it: “refuse on the server” is not offered "
                                     "for small files here.")},
    {"condition-put", "refused",
     QT_TRANSLATE_NOOP("DoctorText", "The store does not know how to refuse replacing an object."), "",
     QT_TRANSLATE_NOOP("DoctorText",
                       "Partway looks first whether the object is there, which somebody else may "
                       "outrun.")},
    {"condition-complete", "honoured",
     QT_TRANSLATE_NOOP("DoctorText",
                       "Completing an upload leaves an object alone when it is asked not to replace it."),
     "", ""},
    {"condition-complete", "ignored",
     QT_TRANSLATE_NOOP("DoctorText",
                       "Completing an upload replaced the object although it was asked not to."),
     "",
     QT_TRANSLATE_NOOP("DoctorText", "Partway does not rely on it: “refuse on the server” is not offered "
                                     "here.")},
    {"condition-complete", "refused",
     QT_TRANSLATE_NOOP("DoctorText", "Completing an upload cannot be made to depend on it."), "",
     QT_TRANSLATE_NOOP("DoctorText",
                       "Partway looks first whether the object is there, which somebody else may "
                       "outrun.")},
    {"cleanup", "clean", QT_TRANSLATE_NOOP("DoctorText", "Everything that the test made was taken away."), "",
     ""},
    {"cleanup", "left", QT_TRANSLATE_NOOP("DoctorText", "Something of the test is left on the store at %1."),
     "key", QT_TRANSLATE_NOOP("DoctorText", "It is a few bytes; the keys may not delete it. You may.")},
};

struct Title
{
    const char* step;
    const char* title;
};
const Title titles[]{
    {"proxy", QT_TRANSLATE_NOOP("DoctorText", "Proxy")},
    {"name", QT_TRANSLATE_NOOP("DoctorText", "Server's name")},
    {"connect", QT_TRANSLATE_NOOP("DoctorText", "Connection")},
    {"tls", QT_TRANSLATE_NOOP("DoctorText", "Encryption")},
    {"answer", QT_TRANSLATE_NOOP("DoctorText", "Answer")},
    {"clock", QT_TRANSLATE_NOOP("DoctorText", "Clock")},
    {"region", QT_TRANSLATE_NOOP("DoctorText", "Region")},
    {"signature", QT_TRANSLATE_NOOP("DoctorText", "Keys")},
    {"bucket", QT_TRANSLATE_NOOP("DoctorText", "Bucket")},
    {"addressing", QT_TRANSLATE_NOOP("DoctorText", "Addressing")},
    {"condition-put", QT_TRANSLATE_NOOP("DoctorText", "Refuse to replace")},
    {"condition-complete", QT_TRANSLATE_NOOP("DoctorText", "Refuse to replace, in parts")},
    {"cleanup", QT_TRANSLATE_NOOP("DoctorText", "Cleaning up")},
};

QString titleOf(const QString& step)
{
    for (const Title& title : titles) {
        if (step == QLatin1String(title.step))
            return say(title.title);
    }
    return step;
}

QString clockSentence(const Finding& finding)
{
    const qint64 seconds = finding.facts.value(QStringLiteral("seconds")).toLongLong();
    const QString minutes = QLocale().toString(qAbs(seconds) / 60.0, 'f', 1);
    return seconds > 0 ? say(QT_TRANSLATE_NOOP("DoctorText",
                                               "This computer's clock is %1 minutes behind the store's."))
                             .arg(minutes)
                       : say(QT_TRANSLATE_NOOP("DoctorText",
                                               "This computer's clock is %1 minutes ahead of the store's."))
                             .arg(minutes);
}

QString styleWord(const QString& word)
{
    if (word == QLatin1String("works"))
        return say(QT_TRANSLATE_NOOP("DoctorText", "works"));
    if (word == QLatin1String("impossible"))
        return say(QT_TRANSLATE_NOOP("DoctorText", "cannot be with this endpoint"));
    return word == QLatin1String("unknown") ? say(QT_TRANSLATE_NOOP("DoctorText", "could not be seen"))
                                            : say(QT_TRANSLATE_NOOP("DoctorText", "does not work"));
}

FindingText addressingText(const Finding& finding, FindingText text)
{
    text.sentence =
        say(QT_TRANSLATE_NOOP("DoctorText", "The bucket's name in the path: %1. In the host name: %2."))
            .arg(styleWord(finding.facts.value(QStringLiteral("path"))),
                 styleWord(finding.facts.value(QStringLiteral("virtual"))));
    if (finding.verdict == QLatin1String("other"))
        text.advice = say(QT_TRANSLATE_NOOP(
            "DoctorText", "The account is set to the other way. Partway remembers what works."));
    return text;
}

FindingText fromTable(const Finding& finding, FindingText text)
{
    for (const Row& row : rows) {
        if (finding.step != QLatin1String(row.step) || finding.verdict != QLatin1String(row.verdict))
            continue;
        text.sentence = say(row.sentence);
        int number = 0;
        const QStringList names = QString::fromLatin1(row.facts).split(u' ', Qt::SkipEmptyParts);
        for (const QString& name : names)
            text.sentence.replace(QStringLiteral("%%1").arg(++number), finding.facts.value(name));
        const bool onThisComputer =
            finding.step == QLatin1String("tls") && finding.outcome == Outcome::Skipped;
        if (*row.advice && !onThisComputer)
            text.advice = say(row.advice);
        break;
    }
    return text;
}

FindingText fromError(const Finding& finding, FindingText text)
{
    const ErrorText error = describeError(*finding.error);
    text.sentence = error.sentence;
    text.advice = error.cause;
    return text;
}

} // namespace

FindingText describeFinding(const Finding& finding)
{
    FindingText text{titleOf(finding.step), {}, {}};
    if (finding.step.startsWith(QLatin1String("right-")))
        return rightText(finding);
    if (finding.step.startsWith(QLatin1String("checksum-")))
        return checksumText(finding);
    if (finding.step == QLatin1String("clock") && finding.verdict == QLatin1String("off")) {
        text.sentence = clockSentence(finding);
        text.advice = say(QT_TRANSLATE_NOOP(
            "DoctorText", "Partway signs with the store's time. Set the clock all the same."));
        return text;
    }
    if (finding.step == QLatin1String("addressing") && finding.verdict != QLatin1String("both") &&
        finding.verdict != QLatin1String("none"))
        return addressingText(finding, text);
    text = fromTable(finding, text);
    if (text.sentence.isEmpty() && finding.error)
        text = fromError(finding, text);
    if (text.sentence.isEmpty())
        text.sentence = say(QT_TRANSLATE_NOOP("DoctorText", "Not tested."));
    return text;
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return say(QT_TRANSLATE_NOOP("DoctorText", "good"));
    case Outcome::Warn:
        return say(QT_TRANSLATE_NOOP("DoctorText", "note"));
    case Outcome::Fail:
        return say(QT_TRANSLATE_NOOP("DoctorText", "trouble"));
    case Outcome::Skipped:
        return say(QT_TRANSLATE_NOOP("DoctorText", "not tested"));
    }
    return {};
}

QStringList chainLines(const Finding& finding)
{
    QStringList lines;
    const QLocale locale;
    for (const CertificateFacts& certificate : finding.chain) {
        lines.append(say(QT_TRANSLATE_NOOP("DoctorText", "%1, issued by %2, valid %3 to %4"))
                         .arg(certificate.subject, certificate.issuer,
                              locale.toString(certificate.validFrom.date(), QLocale::ShortFormat),
                              locale.toString(certificate.validUntil.date(), QLocale::ShortFormat)));
        if (lines.size() == 1 && !certificate.names.isEmpty())
            lines.append(say(QT_TRANSLATE_NOOP("DoctorText", "  for %1"))
                             .arg(certificate.names.join(QStringLiteral(", "))));
        lines.append(say(QT_TRANSLATE_NOOP("DoctorText", "  SHA-256 %1")).arg(certificate.fingerprint));
    }
    return lines;
}

QString verdictOnAll(const QList<Finding>& findings)
{
    switch (worstOf(findings)) {
    case Outcome::Fail:
        return say(QT_TRANSLATE_NOOP("DoctorText", "Uploads do not work like this."));
    case Outcome::Warn:
        return say(QT_TRANSLATE_NOOP("DoctorText", "Uploads work; something is to be known."));
    case Outcome::Ok:
    case Outcome::Skipped:
        if (std::any_of(findings.cbegin(), findings.cend(), [](const Finding& finding) {
                return finding.step == QLatin1String("bucket") && finding.verdict == QLatin1String("none");
            }))
            return say(QT_TRANSLATE_NOOP("DoctorText",
                                         "What was tested is as it should be. Whether uploads work "
                                         "was not: no bucket was named."));
        return say(QT_TRANSLATE_NOOP("DoctorText", "Everything is as it should be."));
    }
    return {};
}

} // namespace partway
