// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctorcommand.h"

#include "doctor/learnt.h"
#include "doctor/visit.h"
#include "format/doctortext.h"
#include "format/errortext.h"
#include "rowjson.h"

#include <QJsonArray>

#include <algorithm>

namespace partway {

namespace {

QString mark(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return QStringLiteral("ok     ");
    case Outcome::Warn:
        return QStringLiteral("note   ");
    case Outcome::Fail:
        return QStringLiteral("TROUBLE");
    case Outcome::Skipped:
        return QStringLiteral("-      ");
    }
    return {};
}

QJsonArray chainJson(const QList<CertificateFacts>& chain)
{
    QJsonArray list;
    for (const CertificateFacts& certificate : chain)
        list.append(QJsonObject{
            {QStringLiteral("subject"), certificate.subject},
            {QStringLiteral("issuer"), certificate.issuer},
            {QStringLiteral("validFrom"), certificate.validFrom.toString(Qt::ISODate)},
            {QStringLiteral("validUntil"), certificate.validUntil.toString(Qt::ISODate)},
            {QStringLiteral("sha256"), certificate.fingerprint},
            {QStringLiteral("names"), QJsonArray::fromStringList(certificate.names)},
        });
    return list;
}

QJsonObject findingJson(const Finding& finding)
{
    const FindingText text = describeFinding(finding);
    QJsonObject json{{QStringLiteral("event"), QStringLiteral("finding")},
                     {QStringLiteral("step"), finding.step},
                     {QStringLiteral("outcome"), outcomeName(finding.outcome)},
                     {QStringLiteral("verdict"), finding.verdict},
                     {QStringLiteral("sentence"), text.sentence}};
    QJsonObject facts;
    for (auto fact = finding.facts.cbegin(); fact != finding.facts.cend(); ++fact)
        facts.insert(fact.key(), fact.value());
    if (!facts.isEmpty())
        json.insert(QStringLiteral("facts"), facts);
    if (!finding.chain.isEmpty())
        json.insert(QStringLiteral("certificates"), chainJson(finding.chain));
    if (finding.error)
        json.insert(QStringLiteral("error"), errorJson(*finding.error));
    return json;
}

} // namespace

void describeDoctor(QCommandLineParser& parser)
{
    describeStoreOptions(parser);
}

OrComplaint<DoctorOptions> doctorOptionsOf(const QCommandLineParser& parser)
{
    DoctorOptions options{.store = storeChoiceOf(parser), .place = {}};
    const QStringList places = parser.positionalArguments();
    if (places.isEmpty())
        return options;
    const std::optional<S3Url> place = s3UrlFromText(places.first());
    if (places.size() > 1 || !place)
        return Complaint{.sentence = QStringLiteral("\"%1\" is not a place on a store.").arg(places.last()),
                         .hint = QStringLiteral("For example: s3://BUCKET or s3://BUCKET/PREFIX/.")};
    options.place = *place;
    return options;
}

DoctorCommand::DoctorCommand(Workplace& workplace, Console& console, Account account, S3Url place)
    : m_workplace(workplace), m_console(console), m_account(std::move(account)), m_place(std::move(place))
{
}

DoctorCommand::~DoctorCommand() = default;

void DoctorCommand::start()
{
    m_workplace.desk().credentials(m_account, [this](const Result<Credentials>& keys) {
        if (!keys)
            return fail(keys.error());
        readNetworkSecrets(m_workplace.desk(), m_account,
                           [this, keys](const NetworkSecrets& network) { examine(*keys, network); });
    });
}

void DoctorCommand::examine(const Credentials& keys, const NetworkSecrets& network)
{
    const Result<Visit> visit =
        prepareVisit(m_account, keys, network, m_place.bucket.isEmpty() ? m_account.bucket : m_place.bucket,
                     m_place.bucket.isEmpty() ? m_account.prefix : m_place.rest);
    if (!visit)
        return fail(visit.error());
    Result<std::unique_ptr<Transport>> transport =
        makeNetworkTransport(visit->transport, m_workplace.clock());
    if (!transport)
        return fail(transport.error());
    m_transport = std::move(*transport);
    m_doctor = std::make_unique<Doctor>(visit->patient, visit->reach, *m_transport, m_workplace.clock(),
                                        m_randomness);
    connect(m_doctor.get(), &Doctor::found, this, &DoctorCommand::tell);
    connect(m_doctor.get(), &Doctor::ended, this, &DoctorCommand::finish);
    m_console.say(QStringLiteral("Testing %1 (%2).").arg(m_account.name, m_account.endpoint));
    if (!visit->patient.bucket.isEmpty())
        m_console.say(QStringLiteral("It writes and deletes %1 and nothing else.")
                          .arg(s3UrlText(visit->patient.bucket, m_doctor->scratchKey())));
    m_doctor->start();
}

void DoctorCommand::tell(const Finding& finding)
{
    const FindingText text = describeFinding(finding);
    m_console.event(findingJson(finding));
    m_console.say(QStringLiteral("%1  %2: %3").arg(mark(finding.outcome), text.title, text.sentence));
    if (!text.advice.isEmpty())
        m_console.say(QStringLiteral("         ") + text.advice);
    sayCertificates(finding);
}

void DoctorCommand::sayCertificates(const Finding& finding)
{
    for (const QString& line : chainLines(finding))
        m_console.say(QStringLiteral("         ") + line);
}

void DoctorCommand::interrupt()
{
    if (!m_doctor)
        return Command::interrupt();
    m_console.note(QStringLiteral("Cleaning up. Once more ends at once."));
    m_doctor->cancel();
}

ExitCode DoctorCommand::exitCode() const
{
    if (m_doctor->wasCancelled())
        return ExitCode::Paused;
    const QList<Finding>& findings = m_doctor->findings();
    if (worstOf(findings) != Outcome::Fail)
        return ExitCode::Done;
    const bool keys = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.outcome == Outcome::Fail && finding.error && isSignIn(*finding.error);
    });
    return keys ? ExitCode::SignIn : ExitCode::Failed;
}

void DoctorCommand::finish()
{
    const ExitCode code = exitCode();
    if (m_doctor->wasCancelled()) {
        m_console.note(QStringLiteral("The test was stopped."));
    } else {
        sayPolicy();
        m_console.say(verdictOnAll(m_doctor->findings()));
        remember();
    }
    m_console.event({{QStringLiteral("event"), QStringLiteral("summary")},
                     {QStringLiteral("outcome"), outcomeName(worstOf(m_doctor->findings()))},
                     {QStringLiteral("scratchKey"), QString::fromUtf8(m_doctor->scratchKey())},
                     {QStringLiteral("exitCode"), int(code)}});
    Q_EMIT ended(code);
}

void DoctorCommand::sayPolicy()
{
    const QStringList denied = deniedRights(m_doctor->findings());
    if (denied.isEmpty())
        return;
    const QString bucket = m_place.bucket.isEmpty() ? m_account.bucket : m_place.bucket;
    const QString prefix = m_place.bucket.isEmpty() ? m_account.prefix : m_place.rest;
    m_console.say(QString());
    m_console.say(QStringLiteral("A policy that gives what is missing, for whoever manages the keys:"));
    const QList<QByteArray> lines = uploadPolicy(bucket, prefix, denied).split('\n');
    for (const QByteArray& line : lines)
        m_console.say(QString::fromUtf8(line));
}

void DoctorCommand::remember()
{
    if (!m_workplace.accounts().byId(m_account.id))
        return;
    Account account = *m_workplace.accounts().byId(m_account.id);
    keepFindings(m_doctor->findings(), m_workplace.clock().now(), &account);
    if (const Result<void> kept = m_workplace.accounts().put(account); !kept)
        m_console.complain(errorLine(kept.error()));
}

void DoctorCommand::fail(const Error& error)
{
    m_console.complain(errorLine(error));
    m_console.event(
        {{QStringLiteral("event"), QStringLiteral("failed")}, {QStringLiteral("error"), errorJson(error)}});
    Q_EMIT ended(exitCodeFor(error));
}

} // namespace partway
