// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QHash>
#include <QMap>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace partway {

// A section of the AWS shared files (s3-reference §8.1). Names of keys are in lower case.
struct AwsSection
{
    QMap<QString, QString> values;
    QMap<QString, QMap<QString, QString>> blocks; // "s3 =" with indented lines below it
    QMap<QString, Secret> secrets; // aws_secret_access_key, aws_session_token; never among the values

    QString value(const char* name) const { return values.value(QLatin1String(name)).trimmed(); }
    QString blockValue(const char* block, const char* name) const
    {
        return blocks.value(QLatin1String(block)).value(QLatin1String(name)).trimmed();
    }
    bool has(const char* name) const { return !value(name).isEmpty(); }
    bool hasKeys() const;
};

// Both files read together: what "credentials" says of a profile wins.
struct AwsFiles
{
    QMap<QString, AwsSection> profiles;
    QMap<QString, AwsSection> ssoSessions;
    QMap<QString, AwsSection> services;
};

// Reads what somebody else wrote, and bounds it: lines that mean nothing are skipped, files beyond a MiB are
// read up to there. Never fails; what is not there is empty.
AwsFiles readAwsFiles(const Secret& config, const Secret& credentials);

// From ~/.aws/config and ~/.aws/credentials, or where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE say.
AwsFiles loadAwsFiles(const QProcessEnvironment& environment);
QString awsFolder(const QProcessEnvironment& environment); // "~/.aws"

// AWS_PROFILE, then AWS_DEFAULT_PROFILE; empty when neither is set.
QString awsProfileOf(const QProcessEnvironment& environment);

// "a 'b c' \"d\"" → three words, as a POSIX shell splits them; nothing is expanded. Backslashes only escape
// where paths have none. False: a quote that is not closed.
bool splitWords(const QString& text, QStringList* words);

} // namespace partway
