// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/machinescript.h"

#include "upload/openplan.h"
#include "upload/uploadproof.h"

#include <QTest>

namespace partway {

namespace {

QByteArray etagOf(int part)
{
    return "\"" + QByteArray(32, char('a' + part % 6)) + "\"";
}

QString show(const UploadCommand& command)
{
    struct Shower
    {
        QString operator()(const command::SaveState&) const { return "save"; }
        QString operator()(const command::SavePart& c) const { return QString("keep:%1").arg(c.number); }
        QString operator()(const command::ForgetParts&) const { return "forget"; }
        QString operator()(const command::RecheckParts&) const { return "recheck"; }
        QString operator()(const command::SavePlan&) const { return "plan"; }
        QString operator()(const command::LookAtTarget&) const { return "look"; }
        QString operator()(const command::Create&) const { return "create"; }
        QString operator()(const command::FindUploads&) const { return "find"; }
        QString operator()(const command::SendPart& c) const
        {
            return QString(c.listedEtag.isEmpty() ? "send:%1" : "compare:%1").arg(c.number);
        }
        QString operator()(const command::PutObject& c) const
        {
            return c.condition == WriteCondition::None ? "put" : "put-if-absent";
        }
        QString operator()(const command::ListParts& c) const
        {
            return QString("list:%1:%2").arg(c.uploadId).arg(c.afterPart);
        }
        QString operator()(const command::Complete& c) const
        {
            return QString(c.condition == WriteCondition::None ? "complete:%1" : "complete-if-absent:%1")
                .arg(c.parts.size());
        }
        QString operator()(const command::Confirm&) const { return "confirm"; }
        QString operator()(const command::AbortUpload& c) const { return "abort:" + c.uploadId; }
        QString operator()(const command::CancelAll&) const { return "cut"; }
        QString operator()(const command::Wait& c) const { return QString("wait:%1").arg(c.attempt); }
        QString operator()(const command::Note&) const { return {}; }
    };
    return std::visit(Shower{}, command);
}

} // namespace

UploadSpec threePartSpec()
{
    UploadSpec spec;
    spec.bucket = "bucket";
    spec.key = "dir/film.mov";
    spec.checksum = ChecksumMode::None;
    spec.plan = PartPlan{11 * MiB, 5 * MiB, 3, false};
    return spec;
}

UploadSpec copyOf(UploadSpec spec)
{
    spec.copy = CopySource{"account", {"from", "film.mov", "\"e\"", {}}, {}, false, false, false};
    return spec;
}

UploadSpec smallSpec()
{
    UploadSpec spec = threePartSpec();
    spec.plan = PartPlan{1024, 1024, 1, true};
    return spec;
}

UploadSpec openSpec(SourceKind kind)
{
    UploadSpec spec = threePartSpec();
    spec.source = kind;
    spec.plan = PartPlan{0, 5 * MiB, 0, false, {}, true};
    return spec;
}

MachineScript::MachineScript(const UploadSpec& spec, const StoreProfile& profile)
    : m_spec(spec), m_profile(profile), m_machine(spec, profile)
{
    m_saved.token = "token";
    m_machine = UploadMachine(spec, profile, m_saved);
}

QStringList MachineScript::run(const QStringList& story)
{
    QStringList real;
    for (const QString& line : story)
        real.append(step(line));
    return real;
}

void MachineScript::verify(const QStringList& story)
{
    const QStringList real = run(story);
    if (real != story)
        qWarning().noquote() << "\nexpected:\n  " + story.join("\n  ") + "\nreally:\n  " + real.join("\n  ");
    QCOMPARE(real, story);
}

QString MachineScript::step(const QString& line)
{
    const QString event = line.section(QLatin1String(" ->"), 0, 0).trimmed();
    QString commands;
    if (event == "reborn") {
        m_machine = UploadMachine(m_spec, m_profile, m_saved);
    } else if (event == "later") {
        m_nowMs += 10'000;
    } else {
        const UploadCommands given = m_machine.handle(eventFor(event.split(' ')), m_nowMs);
        remember(given);
        commands = show(given);
    }
    QString phase = phaseName(m_machine.phase());
    if (m_machine.state().attention != Attention::None)
        phase += ":" + attentionName(m_machine.state().attention);
    return QString("%1 -> %2| %3").arg(event, commands.isEmpty() ? QString() : commands + " ", phase);
}

QString MachineScript::show(const UploadCommands& commands)
{
    QStringList words;
    for (const UploadCommand& command : commands) {
        const QString word = partway::show(command);
        if (!word.isEmpty())
            words.append(word);
    }
    return words.join(' ');
}

// Like the journal: state on save, parts on keep; a save is a barrier but this store of ours never fails.
void MachineScript::remember(const UploadCommands& commands)
{
    for (const UploadCommand& command : commands) {
        if (std::holds_alternative<command::ForgetParts>(command)) {
            m_saved.parts.clear();
            m_saved.unchecked.clear();
        }
        if (std::holds_alternative<command::SavePlan>(command))
            m_spec = m_machine.spec();
        if (std::holds_alternative<command::RecheckParts>(command)) {
            m_spec = m_machine.spec();
            m_saved.parts.clear();
            m_saved.unchecked = m_machine.state().unchecked;
        }
        if (const auto* part = std::get_if<command::SavePart>(&command)) {
            m_saved.parts.insert(part->number, m_machine.state().parts.value(part->number));
            m_saved.unchecked.remove(part->number);
        }
        if (std::holds_alternative<command::SaveState>(command)) {
            const auto parts = m_saved.parts;
            const auto unchecked = m_saved.unchecked;
            m_saved = m_machine.state();
            m_saved.parts = parts;
            m_saved.unchecked = unchecked;
        }
    }
}

UploadEvent MachineScript::failure(const QStringList& words) const
{
    event::Failed failed;
    failed.error.kind = errorKindFromName(words.value(1));
    for (const QString& word : words.mid(2)) {
        const QString value = word.section('=', 1);
        if (word.startsWith("code="))
            failed.error.code = value;
        else if (word.startsWith("status="))
            failed.error.httpStatus = value.toInt();
        else if (word.startsWith("part="))
            failed.part = value.toInt();
        else if (word == "maybe")
            failed.error.maybeDone = true;
    }
    return failed;
}

ObjectInfo MachineScript::object(const QString& whose) const
{
    ObjectInfo info;
    info.size = m_spec.plan.size;
    info.etag = "\"etag\"";
    if (whose != "other")
        info.metadata.insert(tokenMetadata, "token");
    if (whose == "short")
        info.size -= 1;
    return info;
}

UploadEvent MachineScript::eventFor(const QStringList& words) const
{
    const QString what = words.value(0);
    const QString argument = words.value(1);
    if (what == "start")
        return event::Start{};
    if (what == "pause")
        return event::Pause{};
    if (what == "abort")
        return event::Abort{};
    if (what == "retry")
        return event::Retry{};
    if (what == "replace")
        return event::Replace{};
    if (what == "keepboth")
        return event::KeepBoth{};
    if (what == "skip")
        return event::Skip{};
    if (what == "through")
        return event::ThroughHere{};
    if (what == "startover")
        return event::StartOver{m_spec.plan, m_spec.copy};
    if (what == "repair") {
        const PartPlan& plan = m_machine.spec().plan;
        return event::Repair{*recutPlan(plan, argument.isEmpty() ? plan.size : argument.toLongLong(), {})};
    }
    if (what == "grew")
        return event::SourceGrew{argument.toLongLong() * MiB};
    if (what == "closed") {
        const qint64 size = argument.toLongLong() * MiB;
        const PartPlan inParts = closedPlan(m_machine.spec().plan, size);
        return event::SourceClosed{size <= 4 * MiB ? PartPlan{size, size, 1, true} : inParts, inParts};
    }
    if (what == "told")
        return event::CloseSource{};
    if (what == "follow")
        return event::Follow{openSpec(SourceKind::Followed).plan};
    if (what == "reopened")
        return event::Repair{openSpec(SourceKind::Stream).plan};
    if (what == "slots")
        return event::Slots{argument.toInt()};
    if (what == "waited")
        return event::WaitOver{};
    if (what == "aborted")
        return event::UploadAborted{};
    if (what == "created")
        return event::Created{CreateUploadOutput{argument, {}, {}, false}};
    if (what == "completed")
        return event::Completed{CompleteUploadOutput{"\"etag\"", {}, {}, {}, {}}};
    if (what == "put")
        return event::ObjectPut{PutObjectOutput{"\"etag\"", {}, {}, {}, false}, {}, {}};
    if (what == "put-other")
        return event::ObjectPut{
            PutObjectOutput{"\"" + QByteArray(32, 'a') + "\"", {}, {}, {}, false}, QByteArray(16, 'b'), {}};
    if (what == "seen")
        return event::ObjectSeen{object(argument)};
    if (what == "stored")
        return event::PartStored{argument.toInt(), StoredPart{etagOf(argument.toInt()), {}, {}, false}, 0};
    if (what == "changed") {
        Error error;
        error.kind = ErrorKind::LocalFile;
        error.code = "file-changed";
        return event::SourceTrouble{error};
    }
    if (what == "found") {
        event::UploadsFound found;
        for (int i = 1; i < words.size(); ++i)
            found.uploads.append(
                ListedUpload{m_spec.key, words[i], QDateTime::fromMSecsSinceEpoch(1000 + i), {}, {}});
        return found;
    }
    if (what == "listed") {
        event::PartsListed listed;
        for (const QString& word : words.mid(1)) {
            const int number = word.section('=', 0, 0).toInt();
            if (word == "+")
                listed.page.truncated = true;
            else
                listed.page.parts.append(
                    ListedPart{number,
                               m_machine.spec().plan.open ? m_machine.spec().plan.partSize
                                                          : m_machine.spec().plan.range(number).length,
                               word.endsWith("=ours") ? etagOf(number) : QByteArray("\"strange\""),
                               {},
                               {}});
        }
        return listed;
    }
    if (what == "failed")
        return failure(words);
    qFatal("no such event: %s", qPrintable(what));
}

} // namespace partway
