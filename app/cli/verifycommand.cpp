// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "verifycommand.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "rowjson.h"
#include "storechoice.h"
#include "upload/sourcefile.h"
#include "values.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace partway {

namespace {

OrComplaint<Receipt> readReceipt(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Complaint{.sentence = QStringLiteral("%1: %2").arg(path, file.errorString()),
                         .code = ExitCode::Failed};
    const Result<Receipt> receipt = parseReceipt(file.readAll());
    if (!receipt)
        return Complaint{.sentence = QStringLiteral("%1: %2").arg(path, errorLine(receipt.error())),
                         .code = ExitCode::Failed};
    return *receipt;
}

// Said on the command line, or the account that the receipt was made with if it still means the same store.
OrComplaint<Account> accountOf(const QCommandLineParser& parser, const Receipt& receipt,
                               const AccountList& accounts)
{
    StoreChoice choice = storeChoiceOf(parser);
    const EnvironmentSettings environment = readEnvironment(QProcessEnvironment::systemEnvironment());
    if (choice.account.isEmpty() && choice.endpoint.isEmpty()) {
        const std::optional<Account> known = accounts.byName(receipt.account);
        if (known && known->endpoint == receipt.endpoint)
            return *known;
        choice.endpoint = receipt.endpoint;
    }
    return chooseAccount(choice, environment, accounts);
}

QString firstNumbers(const QList<int>& numbers)
{
    constexpr int most = 10;
    QStringList texts;
    for (const int number : numbers.mid(0, most))
        texts.append(QString::number(number));
    return texts.join(QStringLiteral(", ")) + (numbers.size() > most ? QStringLiteral(", …") : QString());
}

void describe(QStringList* equal, QStringList* other, const char* what, std::optional<bool> fact)
{
    if (fact)
        (*fact ? equal : other)->append(QString::fromLatin1(what));
}

} // namespace

void describeVerify(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("offline"), QStringLiteral("Compare only the file; ask no store.")});
    describeStoreOptions(parser);
}

OrComplaint<VerifyOptions> verifyOptionsOf(const QCommandLineParser& parser, const AccountList& accounts)
{
    const QStringList operands = parser.positionalArguments();
    if (operands.isEmpty() || operands.size() > 2)
        return Complaint{.sentence = QStringLiteral("verify wants a receipt, and perhaps the file."),
                         .hint =
                             QStringLiteral("Receipts lie in the folder \"receipts\" of the state folder; "
                                            "\"status ID\" names a transfer's.")};
    const OrComplaint<Receipt> receipt = readReceipt(operands.first());
    if (const Complaint* complaint = complaintOf(receipt))
        return *complaint;
    VerifyOptions options{.receipt = std::get<Receipt>(receipt), .file = operands.value(1), .account = {}};
    if (parser.isSet(QStringLiteral("offline")))
        return options;
    const OrComplaint<Account> account = accountOf(parser, options.receipt, accounts);
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    options.account = std::get<Account>(account);
    return options;
}

VerifyCommand::VerifyCommand(Workplace& workplace, Console& console, VerifyOptions options)
    : m_workplace(workplace), m_console(console), m_options(std::move(options))
{
}

VerifyCommand::~VerifyCommand()
{
    m_stop = true;
    if (m_hash)
        m_hash->wait();
}

void VerifyCommand::start()
{
    const Receipt& receipt = m_options.receipt;
    m_result = {{QStringLiteral("event"), QStringLiteral("verified")},
                {QStringLiteral("bucket"), receipt.bucket},
                {QStringLiteral("key"), QString::fromUtf8(receipt.key)},
                {QStringLiteral("finishedAt"), receipt.finishedAt}};
    m_path = m_options.file.isEmpty() ? receipt.path : m_options.file;
    if (m_options.file.isEmpty() && !QFileInfo::exists(m_path)) {
        m_console.note(QStringLiteral("file    %1 is not here; name it to compare it, too").arg(m_path));
        look();
        return;
    }
    hash();
}

void VerifyCommand::interrupt()
{
    m_stop = true;
    Q_EMIT ended(ExitCode::Failed);
}

void VerifyCommand::hash()
{
    const Result<std::shared_ptr<SourceFile>> file = SourceFile::open(m_path);
    if (!file) {
        hashed(file.error());
        return;
    }
    m_hash.reset(QThread::create([this, file = *file] {
        const auto progress = [this](qint64 bytes) {
            QMetaObject::invokeMethod(
                this,
                [this, bytes] {
                    m_console.showProgress(
                        {QStringLiteral("comparing %1 of %2")
                             .arg(formatBytes(bytes), formatBytes(m_options.receipt.size))});
                },
                Qt::QueuedConnection);
        };
        const Result<FileCheck> check =
            checkFile(m_options.receipt, *file, file->fingerprint().size, m_stop, progress);
        QMetaObject::invokeMethod(
            this, [this, check] { hashed(check); }, Qt::QueuedConnection);
    }));
    m_hash->start();
}

void VerifyCommand::hashed(const Result<FileCheck>& check)
{
    m_console.clearProgress();
    if (!check) {
        m_console.complain(QStringLiteral("file    %1: %2").arg(m_path, errorLine(check.error())));
        m_result.insert(QStringLiteral("file"), errorJson(check.error()));
        worsen(ExitCode::Failed);
    } else {
        tellFile(*check);
    }
    look();
}

void VerifyCommand::tellFile(const FileCheck& check)
{
    const qsizetype parts = m_options.receipt.parts.size();
    QString words;
    if (!check.sizeEquals)
        words = QStringLiteral("has another size than the receipt says (%1)")
                    .arg(formatBytes(m_options.receipt.size));
    else if (!check.different.isEmpty())
        words = QStringLiteral("differs in %1 of %2 parts: %3")
                    .arg(check.different.size())
                    .arg(parts)
                    .arg(firstNumbers(check.different));
    else if (check.uncheckable > 0)
        words = QStringLiteral("cannot be compared: the receipt has no digest of %1 of %2 parts")
                    .arg(check.uncheckable)
                    .arg(parts);
    else
        words = QStringLiteral("is the file of the receipt (%1 of %1 parts equal)").arg(parts);
    m_console.say(QStringLiteral("file    %1 %2").arg(m_path, words));
    m_result.insert(QStringLiteral("file"),
                    QJsonObject{{QStringLiteral("path"), m_path},
                                {QStringLiteral("same"), check.same()},
                                {QStringLiteral("sizeEquals"), check.sizeEquals},
                                {QStringLiteral("equalParts"), check.equal},
                                {QStringLiteral("differentParts"), int(check.different.size())},
                                {QStringLiteral("uncheckableParts"), check.uncheckable}});
    if (!check.same())
        worsen(ExitCode::Failed);
}

void VerifyCommand::look()
{
    if (!m_options.account) {
        end();
        return;
    }
    if (const Result<void> kept = rememberAccount(*m_options.account, m_workplace.accounts()); !kept) {
        objectFailed(kept.error());
        return;
    }
    m_workplace.stores().open(m_options.account->id,
                              [this](const Result<std::shared_ptr<ObjectStore>>& store) {
                                  if (!store) {
                                      objectFailed(store.error());
                                      return;
                                  }
                                  m_store = *store;
                                  const Receipt& receipt = m_options.receipt;
                                  m_store->headObject({receipt.bucket, receipt.key, receipt.mode},
                                                      [this](const Result<ObjectInfo>& info) {
                                                          if (info)
                                                              tellObject(*info);
                                                          else
                                                              objectFailed(info.error());
                                                      });
                              });
}

void VerifyCommand::tellObject(const ObjectInfo& info)
{
    const ObjectCheck check = compareObject(m_options.receipt, info);
    QStringList equal;
    QStringList other;
    describe(&equal, &other, "size", check.size);
    describe(&equal, &other, "ETag", check.etag);
    describe(&equal, &other, "checksum", check.checksum);
    describe(&equal, &other, "token", check.token);
    describe(&equal, &other, "version", check.version);
    const QString place = s3UrlText(m_options.receipt.bucket, m_options.receipt.key);
    QString words =
        QStringLiteral("is the object of the receipt (equal: %1)").arg(equal.join(QStringLiteral(", ")));
    if (check.contradicts())
        words = QStringLiteral("is another object (different: %1)").arg(other.join(QStringLiteral(", ")));
    else if (!check.proven())
        words = QStringLiteral("has the same size; the store tells nothing else to compare");
    m_console.say(QStringLiteral("object  %1 %2").arg(place, words));
    m_result.insert(QStringLiteral("object"),
                    QJsonObject{{QStringLiteral("same"), check.proven()},
                                {QStringLiteral("equal"), equal.join(QLatin1Char(' '))},
                                {QStringLiteral("different"), other.join(QLatin1Char(' '))}});
    if (!check.proven())
        worsen(ExitCode::Failed);
    end();
}

void VerifyCommand::objectFailed(const Error& error)
{
    m_console.complain(
        QStringLiteral("object  %1: %2")
            .arg(s3UrlText(m_options.receipt.bucket, m_options.receipt.key), errorLine(error)));
    m_result.insert(QStringLiteral("object"), errorJson(error));
    worsen(exitCodeFor(error));
    end();
}

void VerifyCommand::worsen(ExitCode code)
{
    if (m_worst == ExitCode::Done)
        m_worst = code;
}

void VerifyCommand::end()
{
    m_result.insert(QStringLiteral("exitCode"), int(m_worst));
    m_console.event(m_result);
    Q_EMIT ended(m_worst);
}

} // namespace partway
