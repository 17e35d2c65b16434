// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticketcommand.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "rowjson.h"
#include "upload/adoption.h"
#include "values.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTimer>

namespace partway {

namespace {

Error refused(const char* code, const QString& resource = {}, ErrorKind kind = ErrorKind::Refused)
{
    Error error;
    error.kind = kind;
    error.code = QString::fromLatin1(code);
    error.resource = resource;
    return error;
}

} // namespace

// --- export ---------------------------------------------------------------------------------------------

OrComplaint<QPair<TransferId, QString>> ticketExportOptionsOf(const QCommandLineParser& parser)
{
    const QStringList operands = parser.positionalArguments();
    const std::optional<qint64> id = idFromText(operands.value(0));
    if (operands.size() != 2 || !id)
        return Complaint{.sentence =
                             QStringLiteral("Name one transfer by its number, and the file to write."),
                         .hint = QStringLiteral("For example: partway-cli ticket export 3 film.ticket")};
    return QPair<TransferId, QString>{TransferId{*id}, QFileInfo(operands.at(1)).absoluteFilePath()};
}

TicketExportCommand::TicketExportCommand(Workplace& workplace, Console& console, TransferId id, QString path)
    : m_workplace(workplace), m_console(console), m_id(id), m_path(std::move(path))
{
}

void TicketExportCommand::start()
{
    QTimer::singleShot(0, this, &TicketExportCommand::give);
}

void TicketExportCommand::give()
{
    const QString& folder = m_workplace.folders().state;
    const Result<std::unique_ptr<Journal>> journal = Journal::open(folder);
    if (!journal)
        return fail(journal.error());
    if (QFileInfo::exists(m_path))
        return fail(refused("ticket-file-exists", m_path, ErrorKind::LocalFile));
    const std::unique_ptr<DriverLock> lock = DriverLock::tryLock(folder, m_id);
    if (!lock)
        return fail(refused("driven-elsewhere", {}, ErrorKind::Conflict));
    const Result<ResumeTicket> ticket = ticketOf(*journal.value());
    if (!ticket)
        return fail(ticket.error());
    // Marked first: a ticket that exists while this computer goes on by itself would be two drivers.
    if (const Result<void> marked = handOver(*journal.value()); !marked)
        return fail(marked.error());
    if (const Result<void> written = write(*ticket); !written)
        return fail(written.error());
    m_console.say(QStringLiteral("#%1 %2: the ticket is %3.").arg(m_id.value).arg(ticket->fileName, m_path));
    m_console.note(QStringLiteral("There: partway-cli ticket import %1 --source FILE")
                       .arg(QFileInfo(m_path).fileName()));
    m_console.note(
        QStringLiteral("Here it stays paused; \"partway-cli resume %1\" takes it back.").arg(m_id.value));
    m_console.event({{QStringLiteral("event"), QStringLiteral("ticket")},
                     {QStringLiteral("id"), m_id.value},
                     {QStringLiteral("file"), m_path},
                     {QStringLiteral("parts"), ticket->parts.size()}});
    Q_EMIT ended(ExitCode::Done);
}

Result<ResumeTicket> TicketExportCommand::ticketOf(Journal& journal) const
{
    const Result<std::optional<Transfer>> row = journal.loadOne(m_id);
    if (!row)
        return row.error();
    if (!*row)
        return refused("no-such-transfer");
    const std::optional<Account> account = m_workplace.accounts().byId((*row)->accountId);
    if (!account)
        return refused("account-missing");
    return makeTicket(**row, account->endpoint, account->region);
}

Result<void> TicketExportCommand::handOver(Journal& journal) const
{
    const auto hand = [](UploadState& state) {
        state.phase = Phase::Paused;
        state.attention = Attention::None;
        state.error.reset();
        state.handedOver = true;
        return true;
    };
    const QDateTime now = m_workplace.clock().now();
    const Result<std::optional<UploadState>> changed = journal.changeState(m_id, hand, now);
    if (!changed)
        return changed.error();
    return journal.note(m_id, {now, QStringLiteral("handed-over"), m_path});
}

Result<void> TicketExportCommand::write(const ResumeTicket& ticket) const
{
    QSaveFile file(m_path);
    const QByteArray json = ticketJson(ticket);
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit())
        return {};
    Error error = refused("ticket-not-written", m_path, ErrorKind::LocalFile);
    error.message = file.errorString();
    return error;
}

void TicketExportCommand::fail(const Error& error)
{
    m_console.complain(errorLine(error));
    m_console.event(
        {{QStringLiteral("event"), QStringLiteral("failed")}, {QStringLiteral("error"), errorJson(error)}});
    Q_EMIT ended(exitCodeFor(error));
}

// --- import ---------------------------------------------------------------------------------------------

void describeTicketImport(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    describeDriveOptions(parser);
    parser.addOptions({
        {QStringLiteral("source"), QStringLiteral("The file, as it is on this computer."),
         QStringLiteral("FILE")},
        {QStringLiteral("force"),
         QStringLiteral("Go on also where the file does not look like the ticket's.")},
    });
}

OrComplaint<TicketImportOptions> ticketImportOptionsOf(const QCommandLineParser& parser)
{
    const QStringList operands = parser.positionalArguments();
    const QString source = parser.value(QStringLiteral("source"));
    if (operands.size() != 1 || source.isEmpty())
        return Complaint{
            .sentence = QStringLiteral("Name one ticket, and the file with --source."),
            .hint = QStringLiteral("For example: partway-cli ticket import film.ticket --source film.mov")};
    const OrComplaint<DriveOptions> drive = driveOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(drive))
        return *complaint;
    return TicketImportOptions{.store = storeChoiceOf(parser),
                               .drive = std::get<DriveOptions>(drive),
                               .ticket = operands.first(),
                               .source = QFileInfo(source).absoluteFilePath(),
                               .force = parser.isSet(QStringLiteral("force"))};
}

OrComplaint<ResumeTicket> readTicket(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Complaint{
            .sentence = QStringLiteral("The ticket %1 cannot be read: %2.").arg(path, file.errorString()),
            .code = ExitCode::Failed};
    const Result<ResumeTicket> ticket = parseResumeTicket(file.read(largestTicket + 1));
    if (ticket)
        return *ticket;
    const QString detail = ticket.error().message;
    return Complaint{.sentence = errorLine(ticket.error()),
                     .hint = detail.isEmpty() ? QString() : QStringLiteral("What is wrong: %1.").arg(detail),
                     .code = ExitCode::Failed};
}

TicketImportCommand::TicketImportCommand(Workplace& workplace, Console& console, Account account,
                                         ResumeTicket ticket, TicketImportOptions options)
    : QueueCommand(workplace, console), m_account(std::move(account)), m_ticket(std::move(ticket)),
      m_options(std::move(options))
{
}

// Which bytes are stored is found out part by part later; here only whether this can be the file at all.
void TicketImportCommand::start()
{
    const Result<std::shared_ptr<SourceFile>> source = SourceFile::open(m_options.source);
    if (!source) {
        fail(source.error());
        return;
    }
    m_source = (*source)->fingerprint();
    if (m_source.size != m_ticket.spec.plan.size) {
        fail(refused("ticket-other-size", m_options.source));
        return;
    }
    if (!m_options.force && isAnotherFile(**source)) {
        fail(refused("ticket-no-match", m_options.source));
        return;
    }
    if (const Result<void> remembered = rememberAccount(m_account, workplace().accounts()); !remembered) {
        fail(remembered.error());
        return;
    }
    openQueue(m_account);
}

// The first, the middle and the last part of the ticket are compared; one that equals is enough.
bool TicketImportCommand::isAnotherFile(const SourceFile& source) const
{
    const QList<int> numbers = m_ticket.parts.keys();
    bool any = false;
    for (const qsizetype at : {qsizetype{0}, numbers.size() / 2, numbers.size() - 1}) {
        const int number = numbers.value(at);
        const StoredPart part = m_ticket.parts.value(number);
        const ChecksumMode mode = m_ticket.spec.checksum;
        if (part.md5.isEmpty() && part.crc.isEmpty())
            continue;
        const Result<Digests> digests = digestOf(source, m_ticket.spec.plan.range(number), digestsFor(mode));
        if (!digests)
            continue;
        if (part.md5.isEmpty() ? part.crc == checksumIn(*digests, mode) : part.md5 == digests->md5)
            return false;
        any = true;
    }
    return any;
}

void TicketImportCommand::onOpened()
{
    m_run =
        std::make_unique<PreparedRun>(queue(), makeReport(), m_options.drive, workplace().folders().state);
    connect(m_run.get(), &PreparedRun::ended, this, [this](ExitCode code) { finish(code); });
    m_run->begin({transferOf(m_ticket, m_options.source, m_source, m_account.id)});
}

void TicketImportCommand::onClosed()
{
    if (m_run)
        m_run->closed();
}

void TicketImportCommand::interrupt()
{
    if (m_run)
        m_run->interrupt();
    else
        finish(ExitCode::Paused);
}

} // namespace partway
