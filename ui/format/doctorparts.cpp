// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/doctorparts.h"

#include "format/errortext.h"
#include "s3/checksum.h"

#include <QCoreApplication>

namespace partway {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("DoctorText", text);
}

struct Right
{
    const char* right;
    const char* title;
    const char* without; // what is missing then
};

const Right rights[]{
    {"create", QT_TRANSLATE_NOOP("DoctorText", "Begin an upload"),
     QT_TRANSLATE_NOOP("DoctorText", "No file can be uploaded in parts.")},
    {"part", QT_TRANSLATE_NOOP("DoctorText", "Send a part"),
     QT_TRANSLATE_NOOP("DoctorText", "No file can be uploaded in parts.")},
    {"complete", QT_TRANSLATE_NOOP("DoctorText", "Complete an upload"),
     QT_TRANSLATE_NOOP("DoctorText", "No upload in parts can be finished.")},
    {"put", QT_TRANSLATE_NOOP("DoctorText", "Store a small file"),
     QT_TRANSLATE_NOOP("DoctorText", "Small and empty files cannot be uploaded.")},
    {"list-parts", QT_TRANSLATE_NOOP("DoctorText", "List the parts of an upload"),
     QT_TRANSLATE_NOOP("DoctorText",
                       "Partway goes on from its own records alone; an upload of another program "
                       "cannot be adopted.")},
    {"list-uploads", QT_TRANSLATE_NOOP("DoctorText", "List incomplete uploads"),
     QT_TRANSLATE_NOOP("DoctorText", "The page of incomplete uploads stays empty for this bucket.")},
    {"abort", QT_TRANSLATE_NOOP("DoctorText", "Abort an upload"),
     QT_TRANSLATE_NOOP("DoctorText",
                       "What an unfinished upload left cannot be deleted from here, and may cost "
                       "money until a rule of the bucket does it.")},
    {"head", QT_TRANSLATE_NOOP("DoctorText", "Look at an object"),
     QT_TRANSLATE_NOOP("DoctorText", "When the answer to the end of an upload is lost, Partway cannot see "
                                     "whether it was done; and it cannot tell whether a name is taken.")},
    {"copy-part", QT_TRANSLATE_NOOP("DoctorText", "Copy on the server"),
     QT_TRANSLATE_NOOP("DoctorText", "Objects cannot be copied without sending them again.")},
    {"delete", QT_TRANSLATE_NOOP("DoctorText", "Delete an object"),
     QT_TRANSLATE_NOOP("DoctorText", "Uploads do not need it; the test could not take its object away.")},
};

const Right* rightOf(const Finding& finding)
{
    for (const Right& right : rights) {
        if (finding.step.mid(6) == QLatin1String(right.right))
            return &right;
    }
    return nullptr;
}

QString storesWords(const Finding& finding)
{
    if (!finding.error)
        return {};
    QString words = finding.error->code;
    if (finding.error->httpStatus > 0)
        words = QStringLiteral("%1 %2").arg(finding.error->httpStatus).arg(words).trimmed();
    return words.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(words);
}

QString rightSentence(const Finding& finding)
{
    if (finding.verdict == QLatin1String("given"))
        return say(QT_TRANSLATE_NOOP("DoctorText", "Works."));
    if (finding.verdict == QLatin1String("denied"))
        return say(QT_TRANSLATE_NOOP("DoctorText", "The keys have no right to it%1."))
            .arg(storesWords(finding));
    if (finding.verdict == QLatin1String("unsupported"))
        return say(QT_TRANSLATE_NOOP("DoctorText", "The store does not have it%1."))
            .arg(storesWords(finding));
    if (finding.verdict == QLatin1String("not-shown"))
        return say(QT_TRANSLATE_NOOP("DoctorText",
                                     "The store says yes, but it makes no difference that can be seen."));
    if (finding.verdict == QLatin1String("not-undone"))
        return say(QT_TRANSLATE_NOOP(
            "DoctorText", "Not tested: the object could not be deleted again through this server."));
    if (finding.verdict == QLatin1String("failed") && finding.error)
        return errorLine(*finding.error);
    return say(QT_TRANSLATE_NOOP("DoctorText", "Not tested: what it needs did not work."));
}

QString kindName(const QString& kind)
{
    if (kind == QLatin1String("md5"))
        return QStringLiteral("Content-MD5");
    ChecksumMode mode = ChecksumMode::None;
    return checksumModeFromName(kind, &mode) ? QString::fromLatin1(checksumAlgorithm(mode)) : kind;
}

} // namespace

FindingText rightText(const Finding& finding)
{
    const Right* right = rightOf(finding);
    FindingText text{right ? say(right->title) : finding.step, rightSentence(finding), {}};
    const bool missing = finding.outcome == Outcome::Warn || finding.outcome == Outcome::Fail;
    if (right && missing)
        text.advice = say(right->without);
    return text;
}

FindingText checksumText(const Finding& finding)
{
    FindingText text{
        say(QT_TRANSLATE_NOOP("DoctorText", "Checksum %1")).arg(kindName(finding.step.mid(9))), {}, {}};
    const QString at = finding.facts.value(QStringLiteral("at"));
    if (finding.verdict == QLatin1String("honoured"))
        text.sentence = say(QT_TRANSLATE_NOOP("DoctorText", "The store checks it: a wrong one is refused."));
    else if (finding.verdict == QLatin1String("ignored"))
        text.sentence = say(QT_TRANSLATE_NOOP("DoctorText", "The store ignores it: a wrong one is taken."));
    else if (finding.verdict == QLatin1String("refused") && at == QLatin1String("complete"))
        text.sentence =
            say(QT_TRANSLATE_NOOP("DoctorText", "The store checks it on parts and fails at the end of the "
                                                "upload%1."))
                .arg(storesWords(finding));
    else if (finding.verdict == QLatin1String("refused"))
        text.sentence = say(QT_TRANSLATE_NOOP("DoctorText", "The store refuses requests that carry it%1."))
                            .arg(storesWords(finding));
    else if (finding.verdict == QLatin1String("wrong"))
        text.sentence = say(QT_TRANSLATE_NOOP("DoctorText", "The store calls the right one wrong%1."))
                            .arg(storesWords(finding));
    else
        text.sentence = say(QT_TRANSLATE_NOOP("DoctorText", "Not tested."));
    return text;
}

} // namespace partway
