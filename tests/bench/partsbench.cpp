// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/partsbench.h"

#include "bench/looptimes.h"
#include "models/speedlog.h"
#include "paint/partstrip.h"
#include "queue/partstrip.h"
#include "queue/queueentry.h"
#include "widgets/detailspane.h"

#include <QImage>

namespace partway {

namespace {

// A transfer of which `stored` parts are there, and the next ones up to sixteen on their way.
TransferDetails detailsOf(int count, int stored)
{
    TransferDetails details;
    TransferRow& row = details.row;
    row.id = TransferId{1};
    row.sourcePath = QStringLiteral("/data/video/clip.mov");
    row.phase = Phase::Sending;
    row.size = count * 16 * MiB;
    row.partCount = count;
    row.storedParts = stored;
    row.storedBytes = stored * 16 * MiB;
    row.addedAt = QDateTime::currentDateTimeUtc();
    details.spec.plan = {.size = row.size, .partSize = 16 * MiB, .count = count};
    QMap<int, StoredPart> parts;
    QHash<int, PartLive> live;
    for (int number = 1; number <= stored; ++number)
        parts.insert(number,
                     {"\"9bb58f26192e4ba00f01e2e7b136bbd8\"", QByteArray(16, 'm'), QByteArray(8, 'c')});
    for (int number = stored + 1; number <= std::min(count, stored + 16); ++number)
        live.insert(number, {.state = PartState::Sending, .bytesSent = (stored * 7 + number) % 16 * MiB});
    details.parts = partRowsOf(details.spec.plan, parts, live);
    row.strip = makeStrip(details.spec.plan, parts, live);
    return details;
}

} // namespace

// What each update costs the window, from the news to the painted map, table and legend; and what the strip
// of the row costs, each time it is painted.
void benchParts(TransferQueue& queue, const RateKeeper& rate, int count)
{
    constexpr int updates = 300;
    const SpeedLog speeds(queue, rate);
    DetailsPane pane([](const QString&) { return QString(); }, [](const TransferRow&) { return false; },
                     speeds);
    pane.resize(1000, 500);
    pane.show();
    std::vector<TransferDetails> news;
    for (int i = 0; i < updates; ++i)
        news.push_back(detailsOf(count, count > updates ? count / 2 + i : i % count));
    pane.showRow(news.front().row);
    pane.showDetails(news.front());
    QCoreApplication::processEvents();
    QImage canvas(200, 12, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&canvas);
    double update = 0, strip = 0, longest = 0;
    for (const TransferDetails& details : news) {
        const double start = secondsOf(CLOCK_THREAD_CPUTIME_ID);
        pane.showDetails(details);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const double shown = secondsOf(CLOCK_THREAD_CPUTIME_ID);
        paintStrip(painter, canvas.rect(), stripInput(details.row), pane.palette(), Qt::LeftToRight);
        strip += secondsOf(CLOCK_THREAD_CPUTIME_ID) - shown;
        update += shown - start;
        longest = std::max(longest, shown - start);
    }
    std::printf("%-12s %5d: %.2f ms of processor time for an update of map, table and legend with its frame "
                "(longest %.2f), %.0f us for the strip\n",
                "parts", count, update * 1e3 / updates, longest * 1e3, strip * 1e6 / updates);
}

} // namespace partway
