// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/learnt.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace partway {

namespace {

void learnCondition(const Finding& finding, const QString& which, std::optional<bool>* honoured,
                    QStringList* ignored)
{
    if (finding.outcome == Outcome::Skipped)
        return;
    *honoured = finding.verdict == QLatin1String("honoured");
    if (finding.verdict == QLatin1String("ignored"))
        ignored->append(which);
}

void learnChecksum(const Finding& finding, Learnt* learnt)
{
    ChecksumMode mode = ChecksumMode::None;
    const bool known = checksumModeFromName(finding.step.mid(QLatin1String("checksum-").size()), &mode);
    if (known && finding.outcome != Outcome::Skipped)
        learnt->checksums.insert(mode, finding.verdict);
}

std::optional<ChecksumMode> bestOf(const QMap<ChecksumMode, QString>& checksums)
{
    for (const ChecksumMode mode : {ChecksumMode::Crc64Nvme, ChecksumMode::Crc32c, ChecksumMode::Crc32,
                                    ChecksumMode::Sha256, ChecksumMode::Md5}) {
        if (checksums.value(mode) == QLatin1String("honoured"))
            return mode;
    }
    if (checksums.isEmpty())
        return std::nullopt;
    // Nothing is checked there. Content-MD5 does no harm where it is taken.
    return checksums.value(ChecksumMode::Md5) == QLatin1String("ignored") ? ChecksumMode::Md5
                                                                          : ChecksumMode::None;
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
    for (const Finding& finding : findings) {
        if (finding.step == QLatin1String("region") && finding.verdict == QLatin1String("other"))
            learnt.region = finding.facts.value(QStringLiteral("region"));
        else if (finding.step == QLatin1String("addressing") && finding.outcome != Outcome::Skipped)
            learnt.addressing = addressingFromName(finding.facts.value(QStringLiteral("used")));
        else if (finding.step.startsWith(QLatin1String("checksum-")))
            learnChecksum(finding, &learnt);
        else if (finding.step == QLatin1String("condition-put"))
            learnCondition(finding, QStringLiteral("put"), &learnt.conditionalPut, &learnt.ignoredConditions);
        else if (finding.step == QLatin1String("condition-complete"))
            learnCondition(finding, QStringLiteral("complete"), &learnt.conditionalComplete,
                           &learnt.ignoredConditions);
        else if (finding.step.startsWith(QLatin1String("right-")) && finding.outcome != Outcome::Skipped)
            learnt.rights.insert(finding.step.mid(6), finding.verdict);
    }
    learnt.checksum = bestOf(learnt.checksums);
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
