// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulation.h"

#include "s3/checksum.h"
#include "s3/s3error.h"

// Transfers whose source is an object: the store copies by itself, or, where it cannot, the bytes pass
// through here. As runnercopy.cpp does it. The model's file is that object; what happens to files is a second
// client that writes it.

namespace partway {

namespace {

Error sourceError(const char* code)
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = QString::fromLatin1(code);
    return error;
}

// Read by the reader that the product has.
Result<CopyOutput> readCopyAnswer(const QByteArray& body)
{
    HttpReply reply;
    reply.status = 200;
    reply.body = body;
    return copyPartReply(reply, ChecksumMode::None);
}

QByteArray etagOf(const ModelFile& file)
{
    return ModelStore::md5Of(file.content({0, file.size})).toHex();
}

} // namespace

void Simulation::drawCopy()
{
    if (m_spec.source != SourceKind::File || !m_decisions.chance("it is a copy", 0.12))
        return;
    m_spec.copy = CopySource{};
    m_copies = !m_decisions.chance("store: cannot copy", 0.12);
    m_pins = !m_decisions.chance("store: copies without conditions", 0.25);
}

// What is promised of the source object: its ETag, and its checksum where the store shows one.
void Simulation::promiseCopy(UploadSpec* spec) const
{
    if (!spec->copy)
        return;
    const ModelFile& file = m_promise.file;
    spec->copy->object = SourceObject{QStringLiteral("bucket"), "dir/source.bin", etagOf(file), {}};
    spec->copy->opaqueEtag = m_store.traits.opaqueEtags;
    spec->copy->checksum.clear();
    if (!m_store.crcMode)
        return;
    const PartPlan& plan = m_promise.plan;
    for (int number = 1; number <= plan.count; ++number) {
        const ByteRange range = plan.range(number);
        const QByteArray crc = ModelStore::crcOf(file.content(range));
        spec->copy->checksum =
            number == 1 ? crc : Crc::combine(spec->checksum, spec->copy->checksum, crc, range.length);
    }
}

bool Simulation::isSourceAs(const QByteArray& etag, qint64 size) const
{
    return m_file.exists && m_file.size == size && etagOf(m_file) == etag;
}

// What the store says when it is to read the source; nothing: it can.
std::optional<Error> Simulation::cannotCopyNow(ByteRange range) const
{
    const UploadSpec& spec = m_machine->spec();
    if (!m_copies)
        return Error{
            .kind = ErrorKind::Refused, .httpStatus = 501, .code = QStringLiteral("copy-unsupported")};
    if (!m_file.exists)
        return sourceError("copy-source-missing");
    const bool same = isSourceAs(spec.copy->object.etag, spec.plan.size);
    if ((m_pins && !same) ||
        range.end() > m_file.size) // without conditions only what is not there is noticed
        return sourceError("copy-source-changed");
    return std::nullopt;
}

void Simulation::copyPart(const command::SendPart& command)
{
    const int number = command.number;
    const ByteRange range = m_machine->spec().plan.range(number);
    checkSend(command, m_file.content(range));
    const UploadRef upload = refTo(m_machine->state().uploadId);
    ask({number, 0, true, [this, number, range, upload, left = m_agenda.now(), life = m_life] {
             if (life != m_life || !m_machine)
                 return UploadEvent(event::Failed{}); // nobody hears it
             if (const std::optional<Error> no = cannotCopyNow(range))
                 return UploadEvent(event::Failed{*no, number, 0});
             if (chance("store: error inside the 200 of a copy", 0.06)) {
                 const auto answer =
                     readCopyAnswer("<Error><Code>InternalError</Code><Message>again</Message></Error>");
                 return answer ? UploadEvent(event::PartStored{number, {answer->etag, {}, {}, false}, 0})
                               : UploadEvent(event::Failed{answer.error(), number, 0});
             }
             const Content content = m_file.content(range);
             const auto stored = m_store.sendPart(
                 upload, number, {content, content, true, range.length, left}, m_agenda.now());
             if (!stored)
                 return UploadEvent(event::Failed{stored.error(), number, 0});
             const auto answer =
                 readCopyAnswer("<CopyPartResult><ETag>" + stored->etag + "</ETag></CopyPartResult>");
             if (!answer)
                 return UploadEvent(event::Failed{answer.error(), number, 0});
             const StoredPart part{answer->etag, {}, stored->checksum, false};
             return UploadEvent(event::PartStored{number, part, range.length});
         }});
}

void Simulation::copyObject(const command::PutObject& command)
{
    const ByteRange range{0, m_machine->spec().plan.size};
    const CopySource source = *m_machine->spec().copy;
    const bool ifAbsent = command.condition == WriteCondition::IfNoneMatch;
    const bool allowed = m_spec.ifExists == IfExists::Replace || m_machine->state().replaceAllowed;
    const QByteArray token = m_machine->state().token.toLatin1();
    ask({0, 0, !ifAbsent, [=, this, key = m_machine->key(), life = m_life] {
             if (life != m_life || !m_machine)
                 return UploadEvent(event::Failed{});
             if (const std::optional<Error> no = cannotCopyNow(range))
                 return UploadEvent(event::Failed{*no, 0, 0});
             const bool replaces = replacesAnothers(key);
             const Content content = m_file.content(range);
             const auto answer = m_store.put(key, token, {content, content, true, range.length, 0}, ifAbsent);
             if (!answer)
                 return UploadEvent(event::Failed{answer.error(), 0, 0});
             if (replaces)
                 checkReplaced(key, allowed);
             wrote(key);
             const QByteArray md5 =
                 source.opaqueEtag ? QByteArray() : QByteArray::fromHex(source.object.etag);
             if (!m_pins && !isSourceAs(source.object.etag, range.length)) { // as a look at it tells then
                 Error changed = sourceError("copy-source-changed");
                 changed.maybeDone = true;
                 return UploadEvent(event::Failed{changed, 0, 0});
             }
             return UploadEvent(event::ObjectPut{*answer, md5, source.checksum});
         }});
}

// Before the parts become an object, its source must still be what it was. True: it is.
bool Simulation::sourceStays()
{
    const UploadSpec& spec = m_machine->spec();
    if (!spec.copy || isSourceAs(spec.copy->object.etag, spec.plan.size))
        return true;
    failLater(open(0), 0, 1, sourceTrouble());
    return false;
}

} // namespace partway
