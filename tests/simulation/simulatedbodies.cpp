// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulation.h"

#include "s3/checksum.h"

#include <memory>

namespace partway {

// Parts and small files: first hashed, then sent, as runnerparts.cpp does it.

void Simulation::run(const command::SendPart& command)
{
    checkIntent(m_journal.uploadId() == m_machine->state().uploadId, "a part");
    if (copiesOnServer()) {
        copyPart(command);
        return;
    }
    const qint64 request = open(command.number);
    m_agenda.at(m_decisions.between("hashing takes", 1, 30), [this, request, command, life = m_life] {
        if (life == m_life && m_open.contains(request))
            hashed(request, command);
    });
}

void Simulation::hashed(qint64 request, const command::SendPart& command)
{
    const int number = command.number;
    if (!isAsPromised(number)) {
        end(request, event::Failed{sourceTrouble(), number, 0});
        return;
    }
    const Content content = m_file.content(m_machine->spec().plan.range(number));
    const bool opaque = m_machine->state().opaqueEtags;
    const QByteArray etag = bareEtag(command.listedEtag);
    StoredPart part;
    const bool compare = !command.recordedMd5.isEmpty() || (looksLikeMd5(etag) && !opaque);
    if (m_spec.checksum == ChecksumMode::Md5 || compare || m_spec.source != SourceKind::File)
        part.md5 = ModelStore::md5Of(content);
    if (m_spec.checksum == ChecksumMode::Crc64Nvme)
        part.crc = ModelStore::crcOf(content);
    const bool sameSum = !part.crc.isEmpty() && command.listedChecksum == part.crc;
    const bool sameEtag = !opaque && !part.md5.isEmpty() && etag == part.md5.toHex();
    const bool isThere =
        command.recordedMd5.isEmpty() ? sameSum || sameEtag : command.recordedMd5 == part.md5;
    if (!etag.isEmpty() && isThere) {
        part.etag = command.listedEtag;
        part.adopted = true;
        end(request, event::PartStored{number, part, 0});
        return;
    }
    checkSend(command, content);
    m_open.remove(request);
    sendBody(number, part, content);
}

ArrivingBody Simulation::bodyOf(ByteRange range, Content promised) const
{
    ArrivingBody body;
    // Read while it is sent: what the file holds by then. Of a copy it was fetched before.
    body.content = m_spec.copy ? promised : m_file.content(range);
    body.promised = promised;
    body.checked = m_spec.checksum != ChecksumMode::None;
    body.size = range.length;
    return body;
}

void Simulation::sendBody(int number, const StoredPart& digests, Content promised)
{
    const ByteRange range = m_machine->spec().plan.range(number);
    const UploadRef upload = refTo(m_machine->state().uploadId);
    const qint64 left = m_agenda.now();
    ask({number, range.length, true, [this, number, digests, promised, range, upload, left] {
             if (!m_spec.copy &&
                 m_file.size < range.end()) { // truncated while it was on its way: the rest cannot be read
                 Error error;
                 error.kind = ErrorKind::LocalFile;
                 error.code = QStringLiteral("source-shorter");
                 return UploadEvent(event::Failed{error, number, 0});
             }
             ArrivingBody body = bodyOf(range, promised);
             body.leftMs = left;
             const auto answer = m_store.sendPart(upload, number, body, m_agenda.now());
             if (!answer)
                 return UploadEvent(event::Failed{answer.error(), number, range.length});
             StoredPart part = digests;
             part.etag = answer->etag;
             const QByteArray bare = bareEtag(answer->etag);
             const bool comparable = !part.md5.isEmpty() && looksLikeMd5(bare) && !m_store.traits.opaqueEtags;
             if (comparable && bare != part.md5.toHex()) {
                 Error differs;
                 differs.kind = ErrorKind::Transient;
                 differs.httpStatus = 200;
                 differs.code = QStringLiteral("etag-differs");
                 return UploadEvent(event::Failed{differs, number, range.length});
             }
             return UploadEvent(event::PartStored{number, part, range.length});
         }});
}

void Simulation::run(const command::PutObject& command)
{
    checkIntent(m_journal.state().completeAsked, "PutObject");
    if (copiesOnServer()) {
        copyObject(command);
        return;
    }
    const qint64 request = open(0);
    m_agenda.at(m_decisions.between("hashing takes", 1, 30), [this, request, command, life = m_life] {
        if (life != m_life || !m_open.contains(request))
            return;
        if (!isAsPromised(1)) {
            end(request, event::Failed{sourceTrouble(), 0, 0});
            return;
        }
        m_open.remove(request);
        putBody(command);
    });
}

void Simulation::putBody(const command::PutObject& command)
{
    const ByteRange range{0, m_promise.plan.size};
    const Content promised = m_file.content(range);
    const QByteArray crc = m_store.crcMode ? ModelStore::crcOf(promised) : QByteArray();
    const bool ifAbsent = command.condition == WriteCondition::IfNoneMatch;
    const bool allowed = m_spec.ifExists == IfExists::Replace || m_machine->state().replaceAllowed;
    const QByteArray token = m_machine->state().token.toLatin1();
    ask({0, range.length, !ifAbsent, [=, this, key = m_machine->key(), arrived = std::make_shared<int>(0)] {
             const bool repeated = ++*arrived > 1;
             if (!m_spec.copy && m_file.size < range.length) {
                 Error error;
                 error.kind = ErrorKind::LocalFile;
                 error.code = QStringLiteral("source-shorter");
                 error.maybeDone = repeated;
                 return UploadEvent(event::Failed{error, 0, 0});
             }
             const bool replaces = replacesAnothers(key);
             const auto answer = m_store.put(key, token, bodyOf(range, promised), ifAbsent);
             if (!answer)
                 return UploadEvent(event::Failed{answer.error(), 0, range.length});
             if (replaces)
                 checkReplaced(key, allowed);
             wrote(key);
             return UploadEvent(event::ObjectPut{*answer, ModelStore::md5Of(promised), crc});
         }});
}

} // namespace partway
