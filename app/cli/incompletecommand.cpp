// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incompletecommand.h"

#include "format/errortext.h"
#include "incompletelines.h"
#include "rowjson.h"

#include <algorithm>

namespace partway {

QString IncompleteCommand::placeOf(const UploadRef& upload)
{
    return upload.bucket + u'\n' + upload.uploadId + u'\n' + QString::fromUtf8(upload.key);
}

IncompleteCommand::IncompleteCommand(Workplace& workplace, Console& console, Account account,
                                     IncompleteOptions options)
    : StoreCommand(workplace, console, std::move(account)), m_options(std::move(options)),
      m_book(workplace.folders().state), m_order(wantsParts())
{
}

IncompleteCommand::~IncompleteCommand() = default;

void IncompleteCommand::start()
{
    m_askedAt = workplace().clock().now();
    StoreCommand::start();
}

void IncompleteCommand::opened()
{
    if (const Result<OwnUploads> own = ownUploadsIn(workplace().folders().state); own)
        m_own = *own;
    else
        console().complain(errorLine(own.error()));
    if (const Result<PriceTable> prices = PriceTable::load(workplace().folders().settings); prices) {
        m_prices = *prices;
    } else {
        console().complain(errorLine(prices.error()));
        m_prices = PriceTable::builtIn();
    }
    if (const Result<void> loaded = m_book.load(); !loaded)
        console().complain(errorLine(loaded.error()));
    m_habits = storeHabits(store()->profile().provider);
    m_inventory = std::make_unique<Inventory>(*store());
    if (m_options.task == IncompleteTask::Retry)
        retry();
    else
        survey();
}

// --- what there is --------------------------------------------------------------------------------------

bool IncompleteCommand::wantsParts() const
{
    return prints() || m_options.filter.needsParts();
}

void IncompleteCommand::survey()
{
    QByteArray prefix = m_options.place.rest.toUtf8();
    if (prefix.isEmpty())
        prefix = m_options.filter.prefix; // asked for on the store
    m_inventory->survey({.bucket = m_options.place.bucket,
                         .prefix = prefix,
                         .withParts = wantsParts(),
                         .withRules = prints()},
                        teller());
}

SurveyTold IncompleteCommand::teller()
{
    SurveyTold told;
    told.buckets = [this](const QStringList& buckets) { m_order.expect(buckets); };
    told.found = [this](const QList<IncompleteUpload>& uploads) {
        m_order.found(uploads);
        for (const IncompleteUpload& upload : uploads)
            m_found[upload.bucket].insert(placeOf(upload.ref()), upload);
        m_seen += int(uploads.size());
        showProgress();
    };
    told.counted = [this](const IncompleteUpload& upload) {
        m_found[upload.bucket].insert(placeOf(upload.ref()), upload);
        ++m_counted;
        settled(upload.bucket);
    };
    told.gone = [this](const UploadRef& upload) {
        m_found[upload.bucket].remove(placeOf(upload));
        settled(upload.bucket);
    };
    told.bucket = [this](const BucketReport& report) {
        m_reports.insert(report.bucket, report);
        m_order.listed(report.bucket);
        print(m_order.takeReady());
    };
    told.done = [this](const Result<void>& end) { takeAll(end); };
    return told;
}

void IncompleteCommand::settled(const QString& bucket)
{
    m_order.settled(bucket);
    showProgress();
    print(m_order.takeReady());
}

void IncompleteCommand::showProgress() const
{
    constexpr int every = 25;
    if (console().showsProgress() && m_counted % every == 0)
        console().showProgress({QStringLiteral("%1 found, parts of %2 summed").arg(m_seen).arg(m_counted)});
}

void IncompleteCommand::takeAll(const Result<void>& end)
{
    console().clearProgress();
    if (!end)
        addUnlisted(end);
    print(m_order.takeRest());
    const bool named = !m_options.filter.uploadId.isEmpty();
    if (end && named && entries().isEmpty()) {
        console().complain(QStringLiteral("There is no incomplete upload of that id at that place."));
        worse(ExitCode::Failed);
    }
    if (!prints()) {
        abort(entries());
        return;
    }
    printHead();
    summary();
    Q_EMIT ended(m_worst);
}

// Tells each bucket's own error. A store that cannot list uploads may still abort one whose key and id are
// known.
void IncompleteCommand::addUnlisted(const Result<void>& end)
{
    const bool named = m_options.task == IncompleteTask::Abort && !m_options.filter.uploadId.isEmpty();
    if (named && m_seen == 0 && !m_options.place.rest.isEmpty() && !isSignIn(end.error())) {
        IncompleteUpload upload{.bucket = m_options.place.bucket};
        upload.upload.key = m_options.place.rest.toUtf8();
        upload.upload.uploadId = m_options.filter.uploadId;
        m_found[upload.bucket].insert(placeOf(upload.ref()), upload);
        if (prints())
            printRows(entries(upload.bucket));
        return;
    }
    QList<Error> errors;
    for (const BucketReport& report : std::as_const(m_reports)) {
        if (report.error)
            errors.append(*report.error);
    }
    if (errors.isEmpty())
        errors.append(end.error());
    for (const Error& error : std::as_const(errors)) {
        const QString where = m_options.place.bucket.isEmpty() && !error.resource.isEmpty()
                                  ? error.resource + QLatin1String(": ")
                                  : QString();
        console().complain(where + errorLine(error));
        console().event({{QStringLiteral("event"), QStringLiteral("failed")},
                         {QStringLiteral("error"), errorJson(error)}});
        worse(exitCodeFor(error));
    }
}

IncompleteEntry IncompleteCommand::entryOf(const IncompleteUpload& upload) const
{
    const BucketReport report = m_reports.value(upload.bucket);
    const auto own = m_own.constFind(upload.upload.uploadId);
    const bool ours = own != m_own.cend() && isAt(*own, account(), workplace().accounts());
    return {.upload = upload,
            .deadline = deadlineOf(upload, report.rules, report.rulesKnown, m_habits),
            .cost = m_prices.monthly(account().id, store()->profile().provider, upload.upload.storageClass,
                                     upload.bytesKept),
            .own = ours ? OwnRow{own->id.value, phaseName(own->phase)} : OwnRow()};
}

QList<IncompleteEntry> IncompleteCommand::entries(const QString& bucket) const
{
    // Ages count from when they were asked about: to list thousands may take minutes, and none grows old by
    // that.
    const QDateTime now = m_askedAt.addSecs(store()->clockOffsetSeconds());
    QList<IncompleteEntry> list;
    for (const IncompleteUpload& upload : m_found.value(bucket)) {
        if (m_options.filter.takes(upload, now))
            list.append(entryOf(upload));
    }
    const auto place = [](const IncompleteEntry& entry) {
        const ListedUpload& listed = entry.upload.upload;
        return std::tuple(listed.key, listed.initiated, listed.uploadId);
    };
    std::sort(list.begin(), list.end(),
              [&place](const IncompleteEntry& a, const IncompleteEntry& b) { return place(a) < place(b); });
    return list;
}

QList<IncompleteEntry> IncompleteCommand::entries() const
{
    QList<IncompleteEntry> all;
    for (const QString& bucket : m_found.keys())
        all.append(entries(bucket));
    return all;
}

// --- saying it ------------------------------------------------------------------------------------------

void IncompleteCommand::print(const QStringList& buckets)
{
    if (!prints() || buckets.isEmpty())
        return;
    console().clearProgress();
    for (const QString& bucket : buckets) {
        printRows(entries(bucket));
        printReport(bucket);
    }
}

void IncompleteCommand::printHead()
{
    if (m_options.csv && !m_hasHead)
        console().say(QString::fromUtf8(incompleteCsvHead().chopped(2)));
    m_hasHead = true;
}

// A table has the width of what is in it, so each bucket has its own.
void IncompleteCommand::printRows(const QList<IncompleteEntry>& entries)
{
    if (entries.isEmpty())
        return;
    const QDateTime now = workplace().clock().now();
    printHead();
    if (console().isJson()) {
        for (const IncompleteEntry& entry : entries)
            console().event(incompleteJson("incomplete", entry, now));
    } else if (m_options.csv) {
        for (const IncompleteEntry& entry : entries)
            console().say(QString::fromUtf8(incompleteCsvLine(entry, account().name).chopped(2)));
    } else {
        if (!m_printed.isEmpty())
            console().say({});
        for (const QString& line : incompleteTable(entries, now))
            console().say(line);
    }
    m_printed.append(entries);
}

void IncompleteCommand::printReport(const QString& bucket) const
{
    const auto report = m_reports.constFind(bucket);
    if (report == m_reports.cend())
        return; // not asked any more
    for (const QString& line : bucketLines(*report))
        console().note(line);
    console().event(bucketJson(*report));
}

void IncompleteCommand::summary() const
{
    console().note(m_printed.isEmpty() ? QStringLiteral("No incomplete uploads.") : totalLine(m_printed));
    console().event(totalJson(m_printed, int(m_worst)));
}

void IncompleteCommand::worse(ExitCode code)
{
    if (m_worst == ExitCode::Done)
        m_worst = code;
}

} // namespace partway
