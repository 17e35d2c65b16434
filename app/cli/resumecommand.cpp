// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resumecommand.h"

#include "format/errortext.h"
#include "format/transfertext.h"
#include "inputend.h"
#include "rowjson.h"
#include "values.h"

namespace partway {

namespace {

QString endpointText(const QString& endpoint)
{
    const Result<Endpoint> parsed = Endpoint::parse(endpoint);
    return parsed ? parsed->text() : endpoint;
}

// What came through a pipe has to come through it again, unless all of it is stored.
bool needsPipe(const TransferRow& row)
{
    return row.source == SourceKind::Stream && (row.openEnd || row.storedParts < row.partCount);
}

QString streamHint(const TransferRow& row)
{
    return QStringLiteral(
               "#%1 %2 came through a pipe. Pipe the same bytes again: COMMAND | partway-cli resume %1")
        .arg(row.id.value)
        .arg(row.name());
}

} // namespace

void describeResumeOptions(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
    describeDriveOptions(parser);
}

void describeRetryOptions(QCommandLineParser& parser)
{
    describeResumeOptions(parser);
    parser.addOptions({
        {QStringLiteral("replace"), QStringLiteral("Where the object exists: replace it.")},
        {QStringLiteral("repair"),
         QStringLiteral("Compare what is stored with the file as it is now, and send only the parts that "
                        "differ.")},
        {QStringLiteral("start-over"),
         QStringLiteral("Where the file changed: send it as it is now, from the start.")},
        {QStringLiteral("through-this-computer"),
         QStringLiteral("Where the store cannot copy by itself: read the source and send it.")},
    });
}

OrComplaint<QList<TransferId>> idsOf(const QStringList& arguments, bool wanted)
{
    if (arguments.isEmpty() && wanted)
        return Complaint{.sentence = QStringLiteral("Name at least one transfer by its number."),
                         .hint = QStringLiteral("\"partway-cli status\" shows the numbers.")};
    QList<TransferId> ids;
    for (const QString& argument : arguments) {
        const std::optional<qint64> id = idFromText(argument);
        if (!id)
            return Complaint{.sentence =
                                 QStringLiteral("\"%1\" is not the number of a transfer.").arg(argument),
                             .hint = QStringLiteral("\"partway-cli status\" shows the numbers.")};
        if (!ids.contains(TransferId{*id}))
            ids.append(TransferId{*id});
    }
    return ids;
}

OrComplaint<ResumeOptions> resumeOptionsOf(const QCommandLineParser& parser, bool idsWanted)
{
    const OrComplaint<QList<TransferId>> ids = idsOf(parser.positionalArguments(), idsWanted);
    if (const Complaint* complaint = complaintOf(ids))
        return *complaint;
    const OrComplaint<DriveOptions> drive = driveOptionsOf(parser);
    if (const Complaint* complaint = complaintOf(drive))
        return *complaint;
    ResumeOptions options{.ids = std::get<QList<TransferId>>(ids),
                          .store = storeChoiceOf(parser),
                          .drive = std::get<DriveOptions>(drive)};
    if (idsWanted) { // retry
        options.replace = parser.isSet(QStringLiteral("replace"));
        options.throughHere = parser.isSet(QStringLiteral("through-this-computer"));
        options.startOver = parser.isSet(QStringLiteral("start-over"));
        options.repair = parser.isSet(QStringLiteral("repair"));
        if (options.repair && options.startOver)
            return Complaint{.sentence = QStringLiteral("--repair and --start-over exclude each other.")};
    }
    return options;
}

ResumeCommand::ResumeCommand(Workplace& workplace, Console& console, ResumeOptions options)
    : QueueCommand(workplace, console), m_options(std::move(options))
{
}

void ResumeCommand::onOpened()
{
    const OrComplaint<QList<TransferRow>> rows = wanted();
    if (const Complaint* complaint = complaintOf(rows)) {
        console().complain(complaint->sentence);
        console().complain(complaint->hint);
        finish(complaint->code);
        return;
    }
    m_report = makeReport();
    m_run = std::make_unique<TransferRun>(
        queue(), *m_report,
        TransferRun::Setup{.stateFolder = workplace().folders().state, .patient = m_options.drive.patient});
    connect(m_run.get(), &TransferRun::ended, this, [this](const RunSummary& summary) {
        m_summary = summary;
        m_summary.failed += m_refused;
        if (m_worst == ExitCode::SignIn || summary.code == ExitCode::Done)
            m_summary.code = m_worst;
        finish(m_summary.code);
    });
    queue().setParallel(m_options.drive.parallel);
    setRateLimit(m_options.drive.rate);
    bool any = false;
    for (const TransferRow& row : std::get<QList<TransferRow>>(rows))
        any = begin(row) || any;
    if (!any && m_worst == ExitCode::Done)
        console().note(QStringLiteral("Nothing to resume."));
    m_run->allKnown();
}

void ResumeCommand::onClosed()
{
    if (!m_run)
        return;
    m_run->tellRest();
    m_report->summary(m_summary);
}

OrComplaint<QList<TransferRow>> ResumeCommand::wanted()
{
    QList<TransferRow> rows;
    for (TransferId id : m_options.ids) {
        const std::optional<TransferRow> row = queue().row(id);
        if (!row)
            return Complaint{.sentence = QStringLiteral("There is no transfer #%1.").arg(id.value),
                             .hint = QStringLiteral("\"partway-cli status\" shows what there is.")};
        rows.append(*row);
    }
    if (m_options.ids.isEmpty()) {
        rows = queue().rows();
        rows.removeIf([this](const TransferRow& row) {
            const bool piped = needsPipe(row); // only by its number: nobody said what is in this pipe
            if (piped && !isEnded(row.phase) && !row.elsewhere)
                console().note(streamHint(row));
            return isEnded(row.phase) || row.elsewhere || row.handedOver || piped || !isOfStore(row);
        });
    }
    return rows;
}

bool ResumeCommand::isOfStore(const TransferRow& row)
{
    const std::optional<Account> account = workplace().accounts().byId(row.accountId);
    if (!m_options.store.account.isEmpty())
        return account && account->name.compare(m_options.store.account, Qt::CaseInsensitive) == 0;
    if (!m_options.store.endpoint.isEmpty())
        return account && endpointText(account->endpoint) == endpointText(m_options.store.endpoint);
    return true;
}

bool ResumeCommand::hasKeys(const TransferRow& row)
{
    const std::optional<Account> account = workplace().accounts().byId(row.accountId);
    return !account || account->secretSource != SecretSource::Environment || isCompanion(*account) ||
           !readEnvironment(QProcessEnvironment::systemEnvironment()).credentials.isEmpty();
}

bool ResumeCommand::begin(const TransferRow& row)
{
    if (isEnded(row.phase)) {
        console().note(QStringLiteral("#%1 has ended: %2.").arg(row.id.value).arg(stateWords(row)));
        return false;
    }
    if (row.elsewhere && row.source == SourceKind::Stream) {
        queue().start({row.id}); // a wish for the process that reads it
        console().note(QStringLiteral("#%1 goes on where its pipe is read.").arg(row.id.value));
        return false;
    }
    if (row.elsewhere) {
        refuse(row, QStringLiteral("another Partway process works on it."), ExitCode::Failed);
        return false;
    }
    if (!hasKeys(row)) {
        refuse(row,
               errorLine({.kind = ErrorKind::SignIn, .code = QStringLiteral("environment-keys-missing")}),
               ExitCode::SignIn);
        return false;
    }
    const bool asks = row.phase == Phase::NeedsAttention;
    if (needsPipe(row))
        return beginStream(row);
    if (needsAnswer(row))
        return false;
    m_run->follow(row);
    if (m_options.throughHere && row.copies)
        queue().throughHere({row.id});
    else if (m_options.repair)
        queue().repair({row.id});
    else if (asks && row.attention == Attention::SourceChanged)
        queue().startOver({row.id});
    else if (asks && row.attention == Attention::ObjectExists)
        queue().replace({row.id});
    else if (asks)
        queue().retry({row.id});
    else
        queue().start({row.id});
    return true;
}

// Compares what is stored with what comes through the pipe now, and sends the rest.
bool ResumeCommand::beginStream(const TransferRow& row)
{
    if (inputKind() != InputKind::Bytes || m_options.ids.size() != 1) {
        refuse(row, streamHint(row), ExitCode::Failed);
        return false;
    }
    m_run->follow(row);
    queue().repair({row.id});
    return true;
}

// What waits for a decision goes on only with it.
bool ResumeCommand::needsAnswer(const TransferRow& row)
{
    if (row.phase != Phase::NeedsAttention)
        return false;
    if (row.attention == Attention::SourceChanged && row.copies && !m_options.startOver) {
        refuse(row,
               QStringLiteral("its source changed. \"partway-cli retry --start-over %1\" copies it as it is "
                              "now.")
                   .arg(row.id.value),
               ExitCode::Failed);
        return true;
    }
    if (row.attention == Attention::SourceChanged && !m_options.startOver && !m_options.repair) {
        refuse(row,
               QStringLiteral("the file changed. \"partway-cli retry --repair %1\" sends only what differs, "
                              "\"partway-cli retry --start-over %1\" all of it.")
                   .arg(row.id.value),
               ExitCode::Failed);
        return true;
    }
    if (row.attention == Attention::CannotCopy && !m_options.throughHere) {
        refuse(row,
               QStringLiteral("the store does not copy it by itself. \"partway-cli retry "
                              "--through-this-computer %1\" reads it and sends it.")
                   .arg(row.id.value),
               ExitCode::Failed);
        return true;
    }
    if (row.attention == Attention::ObjectExists && !m_options.replace) {
        refuse(row,
               QStringLiteral("the object exists. \"partway-cli retry --replace %1\" replaces it.")
                   .arg(row.id.value),
               ExitCode::Failed);
        return true;
    }
    return false;
}

void ResumeCommand::refuse(const TransferRow& row, const QString& why, ExitCode code)
{
    m_worst = m_worst == ExitCode::SignIn ? m_worst : code;
    ++m_refused;
    console().complain(QStringLiteral("#%1 %2: %3").arg(row.id.value).arg(row.name(), why));
    QJsonObject object = rowJson("failed", row);
    insertState(object, row);
    console().event(object);
}

void ResumeCommand::interrupt()
{
    if (m_run)
        m_run->interrupt();
    else
        finish(ExitCode::Paused);
}

} // namespace partway
