// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows the real window over a queue of made-up rows in every state, to look at it: for screenshots and for
// whoever changes its looks. windowshow [busy|empty|no-account|ROWS]
#include "accounts/accountstores.h"
#include "accounts/storeoffice.h"
#include "buckets/bucketspage.h"
#include "dialogs/accountbook.h"
#include "http/exchangelog.h"
#include "incomplete/incompletepage.h"
#include "models/speedlog.h"
#include "paint/appearance.h"
#include "translations/translations.h"
#include "ui/fakequeue.h"
#include "upload/existingobject.h"
#include "windows/accountsplace.h"
#include "windows/bucketsplace.h"
#include "windows/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <cmath>

using namespace partway;

namespace {

QByteArray stripOf(int buckets, int stored, int sending, PartState odd = PartState::Missing)
{
    QByteArray strip(buckets, static_cast<char>(PartState::Missing));
    for (int i = 0; i < stored; ++i)
        strip[i] = static_cast<char>(i % 17 == 5 ? PartState::Adopted : PartState::Stored);
    for (int i = stored; i < qMin(buckets, stored + sending); ++i)
        strip[i] = static_cast<char>(PartState::Sending);
    if (odd != PartState::Missing && stored + sending + 2 < buckets) {
        strip[stored + sending] = static_cast<char>(odd);
        strip[stored + sending + 1] = static_cast<char>(odd);
        strip[stored / 2] = static_cast<char>(odd);
    }
    return strip;
}

TransferRow sendingRow()
{
    TransferRow row = someRow(1, QStringLiteral("day1.mov"), Phase::Sending, 812 * GiB, 333 * GiB);
    row.partCount = 8000;
    row.storedParts = 3280;
    row.bytesPerSecond = 84 * MiB;
    row.secondsLeft = 5520;
    row.inFlightBytes = 500 * MiB;
    row.strip = stripOf(256, 105, 4, PartState::Retrying);
    return row;
}

TransferRow smallSendingRow()
{
    TransferRow row = someRow(2, QStringLiteral("interview with a rather long name, take 14 (final).wav"),
                              Phase::Sending, 4 * GiB, 1840 * MiB);
    row.bytesPerSecond = 12 * MiB;
    row.secondsLeft = 188;
    row.inFlightBytes = 48 * MiB;
    row.strip = stripOf(256, 115, 6, PartState::Retrying);
    return row;
}

TransferRow existing(qint64 id, const QString& name, qint64 here, qint64 there)
{
    TransferRow row = someRow(id, name, Phase::NeedsAttention, here);
    row.attention = Attention::ObjectExists;
    row.error = objectExistsError(row.key, {there, QDateTime::currentDateTimeUtc().addDays(-9)});
    row.modifiedMs = QDateTime::currentMSecsSinceEpoch() - id * 1'200'000;
    return row;
}

QList<TransferRow> rowsAtRest()
{
    TransferRow held = someRow(3, QStringLiteral("offline.bin"), Phase::Sending, 3 * GiB, 1 * GiB);
    held.hold = Hold::Network;
    held.error = Error{.kind = ErrorKind::Transient, .code = QStringLiteral("connection-lost")};
    held.strip = stripOf(192, 64, 0);
    TransferRow failed = someRow(4, QStringLiteral("survey-2026.tif"), Phase::Failed, 900 * MiB, 300 * MiB);
    failed.error = Error{.kind = ErrorKind::Refused,
                         .httpStatus = 403,
                         .code = QStringLiteral("AccessDenied"),
                         .message = QStringLiteral("Access Denied"),
                         .requestId = QStringLiteral("4442587FB7D0A2F9")};
    failed.strip = stripOf(57, 19, 0, PartState::Failed);
    TransferRow changed =
        someRow(5, QStringLiteral("database.sqlite"), Phase::NeedsAttention, 700 * MiB, 96 * MiB);
    changed.attention = Attention::SourceChanged;
    changed.error = Error{.kind = ErrorKind::LocalFile, .code = QStringLiteral("file-changed")};
    const TransferRow exists = existing(6, QStringLiteral("report.pdf"), 2 * MiB, 3 * MiB);
    TransferRow paused = someRow(7, QStringLiteral("backup.tar.zst"), Phase::Paused, 40 * GiB, 10 * GiB);
    paused.strip = stripOf(256, 64, 0);
    TransferRow assembling = someRow(8, QStringLiteral("archive.zip"), Phase::Completing, 4 * GiB, 4 * GiB);
    assembling.strip = stripOf(256, 256, 0);
    TransferRow queued = someRow(11, QStringLiteral("Überblick – 写真 😀.jpg"), Phase::Waiting, 8 * MiB);
    queued.queued = true;
    TransferRow finished = someRow(9, QStringLiteral("notes.pdf"), Phase::Finished, 2 * MiB, 2 * MiB);
    TransferRow aborted = someRow(10, QStringLiteral("old.iso"), Phase::Aborted, 700 * MiB);
    aborted.leftovers = true;
    TransferRow followed =
        someRow(12, QStringLiteral("recording.mov"), Phase::Sending, 13'207'024'435, 12 * GiB);
    followed.source = SourceKind::Followed;
    followed.openEnd = followed.waitsForSource = true;
    followed.partCount = followed.storedParts = 192;
    followed.strip = stripOf(192, 192, 0);
    TransferRow stream = someRow(13, QStringLiteral("photos.tar"), Phase::Waiting, 3 * GiB, 3 * GiB);
    stream.source = SourceKind::Stream;
    stream.openEnd = true;
    TransferRow written = someRow(14, QStringLiteral("render.mp4"), Phase::Waiting, 2 * GiB);
    written.queued = written.beingWritten = true;
    return {followed,
            stream,
            written,
            held,
            failed,
            changed,
            exists,
            paused,
            assembling,
            queued,
            finished,
            aborted,
            existing(15, QStringLiteral("minutes of the meeting.odt"), 80 * KiB, 80 * KiB),
            existing(16, QStringLiteral("poster A2.tif"), 310 * MiB, 296 * MiB)};
}

// A dropped folder: most of it stored, some on its way.
QList<TransferRow> folderRows()
{
    QList<TransferRow> rows;
    for (int number = 1; number <= 4210; ++number) {
        Phase phase = number <= 3912 ? Phase::Finished : number <= 3915 ? Phase::Sending : Phase::Waiting;
        if (number == 1200)
            phase = Phase::Failed;
        TransferRow row = someRow(1000 + number, QStringLiteral("DSC_%1.NEF").arg(number, 5, 10, QChar(u'0')),
                                  phase, 14 * MiB + number * 997, phase == Phase::Sending ? 5 * MiB : 0);
        row.group = QStringLiteral("photos");
        row.sourcePath = QStringLiteral("/home/ann/photos/") + row.name();
        row.key = "raw/2026/photos/" + row.name().toUtf8();
        row.bytesPerSecond = phase == Phase::Sending ? 9 * MiB : 0;
        row.queued = phase == Phase::Waiting;
        row.addedAt = QDateTime::currentDateTimeUtc().addSecs(-3000);
        rows.append(row);
    }
    return rows;
}

TransferDetails detailsOf(const TransferRow& row)
{
    TransferDetails details;
    details.row = row;
    details.spec.plan = {.size = row.size, .partSize = 16 * MiB, .count = row.partCount};
    details.spec.checksum = ChecksumMode::Crc64Nvme;
    details.spec.object.contentType = "video/quicktime";
    details.state.uploadId = QStringLiteral("VXBsb2FkIElEIGZvciA2aWWpbmcncyBteS1tb3ZpZS5tMnRzIHVwbG9hZA");
    details.source = {row.size, QDateTime::currentMSecsSinceEpoch() * 1'000'000, "2049:131077"};
    for (int number = 1; number <= row.partCount; ++number) {
        PartRow part;
        part.number = number;
        part.range = {(number - 1) * 16 * MiB, qMin(16 * MiB, row.size - (number - 1) * 16 * MiB)};
        const qsizetype bucket = row.strip.isEmpty() ? -1 : (number - 1) * row.strip.size() / row.partCount;
        part.state = row.phase == Phase::Finished ? PartState::Stored
                     : bucket < 0                 ? PartState::Missing
                                                  : static_cast<PartState>(row.strip.value().at(bucket));
        part.bytesSent = part.state == PartState::Sending ? number % 16 * MiB : 0;
        part.attempts = part.state == PartState::Missing ? 0 : 1 + number % 3 / 2;
        if (part.state == PartState::Stored)
            part.etag = "\"9bb58f26192e4ba00f01e2e7b136bbd8\"";
        if (part.state == PartState::Retrying)
            part.lastError = Error{.kind = ErrorKind::Transient, .code = QStringLiteral("connection-lost")};
        details.parts.append(part);
    }
    const QDateTime begun = QDateTime::currentDateTimeUtc().addSecs(-7200);
    details.history = {{begun, QStringLiteral("created"), details.state.uploadId},
                       {begun.addSecs(900), QStringLiteral("paused"), {}},
                       {begun.addSecs(1900), QStringLiteral("reconciled"), QStringLiteral("3279")},
                       {begun.addSecs(2500), QStringLiteral("part-damaged"), QStringLiteral("3281")}};
    return details;
}

void fill(FakeQueue& queue)
{
    const QList<TransferRow> rows = QList<TransferRow>{sendingRow(), smallSendingRow()} + rowsAtRest();
    for (const TransferRow& row : rows)
        queue.setDetails(detailsOf(row));
    queue.addRows(rows.mid(0, 2));
    queue.addRows(folderRows());
    queue.addRows(rows.mid(2));
    queue.setTotals({.all = 128,
                     .active = 4,
                     .waiting = 116,
                     .paused = 1,
                     .failed = 5,
                     .finished = 1,
                     .bytesPerSecond = 96 * MiB,
                     .bytesLeft = 873 * GiB,
                     .secondsLeft = 6000});
}

// Ten minutes of ups and downs, as a line has them, with a pause that the server asked for.
void liveThrough(FakeQueue& queue, SpeedLog& speeds)
{
    const QList<TransferRow> usual = queue.rows().mid(0, 2);
    const QueueTotals totals = queue.totals();
    for (int second = 600; second >= 0; --second) {
        const bool slow = second > 240 && second < 290;
        const double share = slow ? 0.12
                                  : 0.84 + 0.09 * std::sin(second / 41.0) + 0.04 * std::sin(second / 5.3) +
                                        0.02 * std::sin(second * second);
        QList<TransferRow> rows = usual;
        QueueTotals now = totals;
        now.bytesPerSecond = 0;
        for (TransferRow& row : rows) {
            row.bytesPerSecond = static_cast<qint64>(row.bytesPerSecond * (second == 0 ? 1 : share));
            row.hold = slow ? Hold::Throttled : Hold::None;
            now.bytesPerSecond += row.bytesPerSecond;
        }
        queue.changeRows(rows);
        queue.setTotals(now);
        speeds.sample();
    }
}

// Places that ask stores stand there as they are before they have asked.
void addPlaces(MainWindow& window, const WindowParts& parts)
{
    addBucketsPlace(window, parts);
    addAccountsPlace(window, parts.book, parts.queue);
    window.addPlace(QStringLiteral("incomplete"), QStringLiteral("&Incomplete uploads"),
                    QStringLiteral("incomplete"),
                    new IncompletePage({.office = parts.office,
                                        .book = parts.book,
                                        .queue = parts.queue,
                                        .stateFolder = parts.stateFolder,
                                        .settingsFolder = parts.stateFolder}));
}

// What the row that failed was answered.
Exchange refusedExchange()
{
    HttpRequest request;
    request.method = "PUT";
    request.origin = {QStringLiteral("https"), QStringLiteral("s3.example.test"), 0};
    request.target = "/media/raw/2026/survey-2026.tif?partNumber=20&uploadId=VXBsb2FkIElE";
    request.headers.set("Host", "s3.example.test");
    request.headers.set("Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260102/eu/s3/aws4_request");
    request.headers.set("x-amz-date", "20260102T030405Z");
    request.headers.set("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
    request.headers.set("Content-Length", "16777216");
    HttpReply reply;
    reply.status = 403;
    reply.headers.set("x-amz-request-id", "4442587FB7D0A2F9");
    reply.headers.set("Content-Type", "application/xml");
    reply.body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>AccessDenied</Code>\n  "
                 "<Message>Access Denied</Message>\n  <RequestId>4442587FB7D0A2F9</RequestId>\n</Error>\n";
    return recordOf(request, reply, QDateTime::currentDateTimeUtc());
}

void addAccount(AccountBook& book)
{
    Account account;
    account.id = QStringLiteral("account-1");
    account.name = QStringLiteral("Work account");
    account.endpoint = QStringLiteral("https://s3.example.test");
    account.accessKeyId = "AKIAEXAMPLE";
    account.secretSource = SecretSource::Session;
    account.bucket = QStringLiteral("media");
    account.prefix = QStringLiteral("raw/2026/");
    book.save(account, Secret("not a secret"), [](const Result<void>&) {});
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    app.setApplicationName(QStringLiteral("windowshow"));
    installTranslations(app);
    const QString what = app.arguments().value(1, QStringLiteral("busy"));
    QTemporaryDir folder;
    FakeQueue queue;
    AccountList accounts(folder.path());
    const auto store = makeSessionStore();
    CredentialDesk desk(*store);
    applyAppearance(Appearance::System);
    AccountBook book(accounts, *store, desk, queue);
    if (what != QLatin1String("no-account"))
        addAccount(book);
    PreferenceBook preferences(folder.path());
    RateKeeper rate(preferences, queue);
    SystemClock clock;
    RateLimit limit(clock);
    StoreOffice office(makeAccountStores(accounts, desk, limit, clock));
    ExchangeLog exchanges;
    exchanges.note(refusedExchange());
    const WindowParts parts{queue, book, preferences, rate, office, folder.path(), true, {}, &exchanges};
    MainWindow window(parts);
    addPlaces(window, parts);
    if (what == QLatin1String("busy")) {
        fill(queue);
        liveThrough(queue, *window.findChild<SpeedLog*>());
        window.setPlaceCount(QStringLiteral("incomplete"), 7);
    }
    if (const int many = what.toInt(); many > 0) {
        QList<TransferRow> rows;
        for (int id = 1; id <= many; ++id)
            rows.append(someRow(id, QStringLiteral("file %1.bin").arg(id), Phase::Waiting, id * KiB));
        queue.addRows(rows);
    }
    window.show();
    return app.exec();
}
