// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/ticketfile.h"

#include "upload/adoption.h"
#include "upload/sourcefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace partway {

namespace {

Error fileError(const char* code, const QString& path, const QString& message)
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = QString::fromLatin1(code);
    error.message = message;
    error.resource = path;
    return error;
}

Error refusal(const char* code, const QString& path)
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.code = QString::fromLatin1(code);
    error.resource = path;
    return error;
}

bool isAnotherFile(const ResumeTicket& ticket, const SourceFile& source, const std::atomic<bool>* stop)
{
    const QList<int> numbers = ticket.parts.keys();
    const ChecksumMode mode = ticket.spec.checksum;
    bool any = false;
    for (const qsizetype at : {qsizetype{0}, numbers.size() / 2, numbers.size() - 1}) {
        const int number = numbers.value(at);
        const StoredPart part = ticket.parts.value(number);
        if (part.md5.isEmpty() && part.crc.isEmpty())
            continue;
        const Result<Digests> digests =
            digestOf(source, ticket.spec.plan.range(number), digestsFor(mode), stop);
        if (!digests)
            continue;
        if (part.md5.isEmpty() ? part.crc == checksumIn(*digests, mode) : part.md5 == digests->md5)
            return false;
        any = true;
    }
    return any;
}

} // namespace

QString ticketKind(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestTicket)
        return {};
    const QJsonObject all = QJsonDocument::fromJson(file.read(largestTicket)).object();
    const QString kind = all.value(QLatin1String("partway")).toString();
    return kind.endsWith(QLatin1String("-ticket")) ? kind : QString();
}

Result<ResumeTicket> readTicketFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError("ticket-unreadable", path, file.errorString());
    Result<ResumeTicket> ticket = parseResumeTicket(file.read(largestTicket + 1));
    if (ticket)
        return ticket;
    Error error = ticket.error();
    error.resource = path;
    return error;
}

Result<void> writeTicketFile(const QString& path, const ResumeTicket& ticket)
{
    QSaveFile file(path);
    const QByteArray json = ticketJson(ticket);
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit())
        return {};
    return fileError("ticket-not-written", path, file.errorString());
}

Result<SourceFingerprint> checkTicketFile(const ResumeTicket& ticket, const QString& path,
                                          const std::atomic<bool>* stop)
{
    const Result<std::shared_ptr<SourceFile>> source = SourceFile::open(path);
    if (!source)
        return source.error();
    if ((*source)->fingerprint().size != ticket.spec.plan.size)
        return refusal("ticket-other-size", path);
    if (isAnotherFile(ticket, **source, stop))
        return refusal("ticket-no-match", path);
    return (*source)->fingerprint();
}

void markHandedOver(UploadState& state)
{
    state.phase = Phase::Paused;
    state.attention = Attention::None;
    state.error.reset();
    state.handedOver = true;
}

} // namespace partway
