// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "copycommand.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "rowjson.h"

#include <QTimer>

namespace partway {

CopyCommand::CopyCommand(Workplace& workplace, Console& console, Account from, Account to,
                         CopyOptions options)
    : QueueCommand(workplace, console), m_from(std::move(from)), m_to(std::move(to)),
      m_options(std::move(options))
{
}

CopyCommand::~CopyCommand() = default;

void CopyCommand::start()
{
    for (const Account& account : {m_from, m_to}) {
        if (const Result<void> remembered = rememberAccount(account, workplace().accounts()); !remembered) {
            fail(remembered.error());
            return;
        }
    }
    workplace().stores().open(m_from.id, [this](const Result<std::shared_ptr<ObjectStore>>& store) {
        if (!store) {
            fail(store.error());
            return;
        }
        m_source = *store;
        if (m_options.isFolder()) {
            list();
            return;
        }
        m_keys.push_back(m_options.from.rest.toUtf8());
        lookAtNext();
    });
}

void CopyCommand::list()
{
    m_pages = std::make_unique<ObjectPages>(m_source);
    ListObjectsInput input;
    input.bucket = m_options.from.bucket;
    input.prefix = m_options.from.rest.toUtf8();
    m_pages->list(
        input,
        [this](const ListObjectsPage& page) {
            for (const ListedObject& object : page.objects)
                m_keys.push_back(object.key);
        },
        [this](const Result<void>& end) {
            if (!end)
                fail(end.error());
            else
                lookAtNext();
        });
}

CopyRequest CopyCommand::requestFor(const QByteArray& key) const
{
    CopyRequest request;
    request.from = m_from;
    request.source.bucket = m_options.from.bucket;
    request.source.key = key;
    request.to = m_to;
    request.bucket = m_options.to.bucket;
    request.key = m_options.keyFor(key);
    if (m_options.metadataReplace)
        request.options = m_options.wishes.object;
    request.storageClass = m_options.wishes.object.storageClass;
    request.partSize = m_options.wishes.partSize;
    request.checksum = m_options.wishes.checksum;
    request.ifExists = m_options.wishes.ifExists;
    request.throughHere = m_options.throughHere;
    return request;
}

// One after the other: most copies are of one object, and the rest of them is the queue's work.
void CopyCommand::lookAtNext()
{
    if (m_keys.empty()) {
        allPlanned();
        return;
    }
    const CopyRequest request = requestFor(m_keys.front());
    m_keys.pop_front();
    m_look = std::make_unique<CopyLook>(m_source);
    m_look->start(request, [this, request](const Result<CopyFacts>& facts) {
        QTimer::singleShot(0, this, [this, request, facts] { looked(request, facts); });
    });
}

void CopyCommand::looked(const CopyRequest& request, const Result<CopyFacts>& facts)
{
    const Result<Transfer> transfer =
        facts ? planCopy(request, *facts, m_random, workplace().clock().now()) : facts.error();
    if (!facts && facts.error().kind == ErrorKind::SignIn) {
        fail(facts.error());
        return;
    }
    if (transfer) {
        m_transfers.append(*transfer);
        tellPlan(*transfer, tagLossOf(request, *facts, *transfer));
    } else {
        m_refused.append({copySourceText(request.source), transfer.error()});
    }
    lookAtNext();
}

void CopyCommand::tellTagLoss(const QString& source, TagLoss loss) const
{
    switch (loss) {
    case TagLoss::None:
        return;
    case TagLoss::NotThere:
        console().note(QStringLiteral("%1: there objects have no tags, so the copy has none.").arg(source));
        return;
    case TagLoss::Unread:
        console().note(QStringLiteral("%1: its tags cannot be read, so the copy has none.").arg(source));
        return;
    }
}

void CopyCommand::tellPlan(const Transfer& transfer, TagLoss loss)
{
    tellTagLoss(transfer.sourcePath, loss);
    if (!m_options.dryRun)
        return;
    const PartPlan& plan = transfer.spec.plan;
    const QString how =
        plan.direct ? QStringLiteral("whole")
                    : QStringLiteral("%1 parts of %2").arg(plan.count).arg(formatBytes(plan.partSize));
    console().say(QStringLiteral("%1 -> %2 (%3, %4, %5)")
                      .arg(transfer.sourcePath, s3UrlText(transfer.spec.bucket, transfer.spec.key),
                           formatBytes(plan.size), how,
                           transfer.state.throughHere ? QStringLiteral("through this computer")
                                                      : QStringLiteral("by the store")));
    console().event({{QStringLiteral("event"), QStringLiteral("planned")},
                     {QStringLiteral("path"), transfer.sourcePath},
                     {QStringLiteral("etag"), QString::fromLatin1(transfer.spec.copy->object.etag)},
                     {QStringLiteral("bucket"), transfer.spec.bucket},
                     {QStringLiteral("key"), QString::fromUtf8(transfer.spec.key)},
                     {QStringLiteral("size"), plan.size},
                     {QStringLiteral("partSize"), plan.partSize},
                     {QStringLiteral("parts"), plan.count},
                     {QStringLiteral("throughThisComputer"), transfer.state.throughHere},
                     {QStringLiteral("losesTags"), loss != TagLoss::None}});
}

void CopyCommand::endDryRun()
{
    for (const RefusedPath& path : std::as_const(m_refused)) {
        console().complain(QStringLiteral("%1: %2").arg(path.path, errorLine(path.error)));
        console().event({{QStringLiteral("event"), QStringLiteral("failed")},
                         {QStringLiteral("path"), path.path},
                         {QStringLiteral("error"), errorJson(path.error)}});
    }
    console().say(QStringLiteral("%1 objects; nothing was copied.").arg(m_transfers.size()));
    finish(m_refused.isEmpty() ? ExitCode::Done : ExitCode::Failed);
}

void CopyCommand::allPlanned()
{
    m_look.reset();
    m_pages.reset();
    m_source.reset();
    if (m_options.dryRun) {
        endDryRun();
        return;
    }
    workplace().renewStores();
    openQueue(m_to);
}

void CopyCommand::onOpened()
{
    m_run =
        std::make_unique<PreparedRun>(queue(), makeReport(), m_options.drive, workplace().folders().state);
    connect(m_run.get(), &PreparedRun::ended, this, [this](ExitCode code) { finish(code); });
    if (m_transfers.isEmpty() && m_refused.isEmpty())
        console().note(QStringLiteral("There is nothing to copy there."));
    m_run->begin(m_transfers, m_refused);
}

void CopyCommand::onClosed()
{
    if (m_run)
        m_run->closed();
}

void CopyCommand::interrupt()
{
    if (m_run)
        m_run->interrupt();
    else
        finish(ExitCode::Paused);
}

} // namespace partway
