// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include "base/redact.h"

#include <cstdio>

namespace partway {

Q_LOGGING_CATEGORY(logHttp, "partway.http", QtWarningMsg)
Q_LOGGING_CATEGORY(logS3, "partway.s3", QtWarningMsg)
Q_LOGGING_CATEGORY(logUpload, "partway.upload", QtWarningMsg)
Q_LOGGING_CATEGORY(logQueue, "partway.queue", QtWarningMsg)
Q_LOGGING_CATEGORY(logAccounts, "partway.accounts", QtWarningMsg)

namespace {

void writeRedacted(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QString line = redact(qFormatLogMessage(type, context, message));
    std::fprintf(stderr, "%s\n", qPrintable(line));
}

} // namespace

void installLogging()
{
    qInstallMessageHandler(writeRedacted);
    const QByteArray level = qgetenv("PARTWAY_LOG").toLower();
    if (level == "debug")
        QLoggingCategory::setFilterRules(QStringLiteral("partway.*=true"));
    else if (level == "info")
        QLoggingCategory::setFilterRules(QStringLiteral("partway.*.info=true"));
}

} // namespace partway
