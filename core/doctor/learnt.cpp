// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/learnt.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace partway {

namespace {

Treatment treatmentOf(const Finding& finding)
{
    const QString verdict = finding.verdict;
    if (finding.outcome == Outcome::Skipped)
        return Treatment::Unknown;
    if (verdict == QLatin1String("given"))
        return Treatment::Honoured;
    if (verdict == QLatin1String("unsupported") || verdict == QLatin1String("denied"))
        return Treatment::Refused;
    if (verdict == QLatin1String("not-shown"))
        return Treatment::Ignored;
    return treatmentFromName(verdict); // honoured, ignored, refused, wrong
}

void learnChecksum(const Finding& finding, StoreFacts* facts)
{
    ChecksumMode mode = ChecksumMode::None;
    const bool known = checksumModeFromName(finding.step.mid(QLatin1String("checksum-").size()), &mode);
    if (known && finding.outcome != Outcome::Skipped)
        facts->checksums.append({mode, treatmentOf(finding)});
}

void learnRight(const Finding& finding, Learnt* learnt)
{
    const QString right = finding.step.mid(QLatin1String("right-").size());
    learnt->rights.insert(right, finding.verdict);
    if (right == QLatin1String("list-parts"))
        learnt->facts.listParts = treatmentOf(finding);
    else if (right == QLatin1String("list-uploads"))
        learnt->facts.listUploads = treatmentOf(finding);
    else if (right == QLatin1String("copy-part"))
        learnt->facts.copyPart = treatmentOf(finding);
}

struct RightAction
{
    const char* right;
    const char* action;
    bool ofBucket = false;
};
constexpr std::array actions{
    RightAction{"create", "s3:PutObject"},
    RightAction{"part", "s3:PutObject"},
    RightAction{"complete", "s3:PutObject"},
    RightAction{"put", "s3:PutObject"},
    RightAction{"abort", "s3:AbortMultipartUpload"},
    RightAction{"list-parts", "s3:ListMultipartUploadParts"},
    RightAction{"head", "s3:GetObject"},
    RightAction{"copy-part", "s3:GetObject"},
    RightAction{"list-uploads", "s3:ListBucketMultipartUploads", true},
};

QJsonObject statement(const QStringList& names, const QString& resource)
{
    return {{QStringLiteral("Effect"), QStringLiteral("Allow")},
            {QStringLiteral("Action"), QJsonArray::fromStringList(names)},
            {QStringLiteral("Resource"), resource}};
}

} // namespace

Learnt learntFrom(const QList<Finding>& findings)
{
    Learnt learnt;
    StoreFacts& facts = learnt.facts;
    for (const Finding& finding : findings) {
        const QString& step = finding.step;
        if (step == QLatin1String("region") && finding.verdict == QLatin1String("other"))
            facts.region = finding.facts.value(QStringLiteral("region"));
        else if (step == QLatin1String("addressing") && finding.outcome != Outcome::Skipped)
            facts.addressing = addressingFromName(finding.facts.value(QStringLiteral("used")));
        else if (step.startsWith(QLatin1String("checksum-")))
            learnChecksum(finding, &facts);
        else if (step == QLatin1String("condition-put"))
            facts.conditionalPut = treatmentOf(finding);
        else if (step == QLatin1String("condition-complete"))
            facts.conditionalComplete = treatmentOf(finding);
        else if (step.startsWith(QLatin1String("right-")) && finding.outcome != Outcome::Skipped)
            learnRight(finding, &learnt);
    }
    return learnt;
}

Outcome worstOf(const QList<Finding>& findings)
{
    Outcome worst = Outcome::Ok;
    for (const Finding& finding : findings) {
        if (finding.outcome == Outcome::Fail)
            return Outcome::Fail;
        if (finding.outcome == Outcome::Warn)
            worst = Outcome::Warn;
    }
    return worst;
}

QStringList deniedRights(const QList<Finding>& findings)
{
    QStringList denied;
    for (const Finding& finding : findings) {
        if (finding.step.startsWith(QLatin1String("right-")) && finding.verdict == QLatin1String("denied"))
            denied.append(finding.step.mid(6));
    }
    return denied;
}

QByteArray uploadPolicy(const QString& bucket, const QString& prefix, const QStringList& wanted)
{
    QStringList onObjects, onBucket;
    for (const RightAction& row : actions) {
        QStringList& list = row.ofBucket ? onBucket : onObjects;
        const QString action = QLatin1String(row.action);
        if ((wanted.isEmpty() || wanted.contains(QLatin1String(row.right))) && !list.contains(action))
            list.append(action);
    }
    const QString name = QStringLiteral("arn:aws:s3:::") + bucket;
    QJsonArray statements;
    if (!onObjects.isEmpty())
        statements.append(statement(onObjects, name + u'/' + prefix + u'*'));
    if (!onBucket.isEmpty())
        statements.append(statement(onBucket, name));
    return QJsonDocument(QJsonObject{{QStringLiteral("Version"), QStringLiteral("2012-10-17")},
                                     {QStringLiteral("Statement"), statements}})
        .toJson();
}

} // namespace partway
