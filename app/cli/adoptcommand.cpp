// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adoptcommand.h"

#include "format/numbers.h"
#include "operands.h"
#include "queue/adoptedtransfer.h"

#include <QFileInfo>
#include <QTimer>

namespace partway {

namespace {

constexpr PartMatch allMatches[]{PartMatch::Same, PartMatch::Different, PartMatch::Missing,
                                 PartMatch::Uncheckable};

Complaint wrongUse(const QString& sentence, const QString& hint)
{
    return {.sentence = sentence, .hint = hint};
}

} // namespace

void describeAdopt(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    describeDriveOptions(parser);
    parser.addOptions({
        {QStringLiteral("upload-id"), QStringLiteral("The upload to finish."), QStringLiteral("ID")},
        {QStringLiteral("dry-run"), QStringLiteral("Say what is stored of the file, and send nothing.")},
        {QStringLiteral("force"),
         QStringLiteral("Go on also where nothing that is stored equals the file; all of it is sent.")},
    });
}

OrComplaint<AdoptOptions> adoptOptionsOf(const QCommandLineParser& parser)
{
    const QString example =
        QStringLiteral("For example: partway-cli incomplete adopt s3://BUCKET/KEY --upload-id ID FILE");
    const QStringList operands = parser.positionalArguments();
    if (operands.size() != 2)
        return wrongUse(QStringLiteral("Name the object and the file, in this order."), example);
    const OrComplaint<S3Url> object = objectOperand(operands.first(), example);
    if (const Complaint* complaint = complaintOf(object))
        return *complaint;
    const OrComplaint<DriveOptions> drive = driveOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(drive))
        return *complaint;
    AdoptOptions options{.store = storeChoiceOf(parser),
                         .drive = std::get<DriveOptions>(drive),
                         .object = std::get<S3Url>(object),
                         .uploadId = parser.value(QStringLiteral("upload-id")),
                         .file = QFileInfo(operands.last()).absoluteFilePath(),
                         .dryRun = parser.isSet(QStringLiteral("dry-run")),
                         .force = parser.isSet(QStringLiteral("force"))};
    if (options.uploadId.isEmpty())
        return wrongUse(QStringLiteral("Say which upload: --upload-id ID."),
                        QStringLiteral("\"partway-cli incomplete list s3://%1\" shows the ids.")
                            .arg(options.object.bucket));
    return options;
}

AdoptCommand::AdoptCommand(Workplace& workplace, Console& console, Account account, AdoptOptions options)
    : QueueCommand(workplace, console), m_account(std::move(account)), m_options(std::move(options))
{
}

AdoptCommand::~AdoptCommand() = default;

void AdoptCommand::start()
{
    if (const Result<void> remembered = rememberAccount(m_account, workplace().accounts()); !remembered) {
        fail(remembered.error());
        return;
    }
    workplace().stores().open(m_account.id, [this](const Result<std::shared_ptr<ObjectStore>>& store) {
        if (!store) {
            fail(store.error());
            return;
        }
        m_store = *store;
        compare();
    });
}

void AdoptCommand::compare()
{
    const UploadRef upload{m_options.object.bucket, m_options.object.rest.toUtf8(), m_options.uploadId};
    m_check = std::make_unique<AdoptionCheck>(*m_store, m_digests);
    m_check->start(upload, m_options.file, [this](const Result<Adoption>& adoption) {
        if (adoption)
            compared(*adoption);
        else
            fail(adoption.error());
    });
}

void AdoptCommand::compared(const Adoption& adoption)
{
    m_adoption = adoption;
    tell();
    if (adoption.isOfAnotherFile() && !m_options.force) {
        Error other;
        other.kind = ErrorKind::Refused;
        other.code = QStringLiteral("adopt-no-match");
        other.resource = m_options.file;
        fail(other);
        return;
    }
    if (m_options.dryRun) {
        finish(ExitCode::Done);
        return;
    }
    QTimer::singleShot(0, this, [this] { // not from inside the check's own answer
        m_check.reset();
        m_store.reset();
        workplace().renewStores();
        openQueue(m_account);
    });
}

void AdoptCommand::tell()
{
    QJsonObject event{{QStringLiteral("event"), QStringLiteral("adoption")},
                      {QStringLiteral("uploadId"), m_options.uploadId},
                      {QStringLiteral("size"), m_adoption.plan.size},
                      {QStringLiteral("partSize"), m_adoption.plan.partSize},
                      {QStringLiteral("partCount"), m_adoption.plan.count},
                      {QStringLiteral("regular"), m_adoption.plan.isRegular()},
                      {QStringLiteral("toSend"), m_adoption.toSend().bytes}};
    QJsonObject parts, bytes;
    QStringList words;
    for (PartMatch match : allMatches) {
        const Adoption::Sum sum = m_adoption.sum(match);
        parts.insert(partMatchName(match), sum.parts);
        bytes.insert(partMatchName(match), sum.bytes);
        words.append(
            QStringLiteral("%1 %2 (%3)").arg(sum.parts).arg(partMatchName(match), formatBytes(sum.bytes)));
    }
    event.insert(QStringLiteral("parts"), parts);
    event.insert(QStringLiteral("bytes"), bytes);
    Console& out = console();
    out.event(event);
    out.note(
        QStringLiteral("Of %1 parts: %2.").arg(m_adoption.plan.count).arg(words.join(QStringLiteral(", "))));
    out.note(QStringLiteral("To be sent: %1.").arg(formatBytes(m_adoption.toSend().bytes)));
    if (!m_options.dryRun)
        out.note(
            QStringLiteral("The object keeps the type and metadata it was begun with, and carries no mark of "
                           "Partway; size, ETag and checksum prove it."));
}

void AdoptCommand::onOpened()
{
    m_run =
        std::make_unique<PreparedRun>(queue(), makeReport(), m_options.drive, workplace().folders().state);
    connect(m_run.get(), &PreparedRun::ended, this, [this](ExitCode code) { finish(code); });
    const UploadRef upload{m_options.object.bucket, m_options.object.rest.toUtf8(), m_options.uploadId};
    m_run->begin({adoptedTransfer(m_adoption, m_account.id, upload, m_options.file)});
}

void AdoptCommand::onClosed()
{
    if (m_run)
        m_run->closed();
}

void AdoptCommand::interrupt()
{
    if (m_run)
        m_run->interrupt();
    else
        finish(ExitCode::Paused);
}

} // namespace partway
