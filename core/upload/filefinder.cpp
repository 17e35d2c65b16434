// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/filefinder.h"

#include "upload/adoption.h"
#include "upload/sourcefile.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace partway {

namespace {

using Stop = std::shared_ptr<std::atomic<bool>>;

// One search. Runs on a pool thread and tells the finder through its event loop, which may be gone by then.
class Search
{
public:
    Search(FileWish wish, Stop stop, std::function<void(std::function<void(FileFinder&)>)> tell)
        : m_wish(std::move(wish)), m_stop(std::move(stop)), m_tell(std::move(tell))
    {
    }

    void run()
    {
        m_clock.start();
        QStringList candidates = gather();
        // Files of the same name first: most people look for what they have not renamed.
        std::stable_partition(candidates.begin(), candidates.end(), [this](const QString& path) {
            return QFileInfo(path).fileName() == m_wish.name;
        });
        for (const QString& path : std::as_const(candidates)) {
            if (*m_stop)
                break;
            report(path, false);
            compare(path);
            ++m_compared;
        }
        report({}, true);
        m_tell([stopped = m_stop->load()](FileFinder& finder) { Q_EMIT finder.ended(stopped); });
    }

private:
    QStringList gather()
    {
        QStringList candidates;
        for (const QString& folder : std::as_const(m_wish.folders)) {
            QDirIterator files(folder, QDir::Files | QDir::NoSymLinks | QDir::Readable | QDir::Hidden,
                               QDirIterator::Subdirectories);
            while (files.hasNext() && !*m_stop) {
                files.next();
                ++m_seen;
                report(files.filePath(), false);
                const bool mayBe = files.fileInfo().size() >= m_wish.minSize &&
                                   files.fileInfo().size() >= m_wish.offset + m_wish.part.size;
                if (mayBe)
                    candidates.append(files.filePath());
            }
        }
        candidates.removeDuplicates(); // folders may lie in one another
        return candidates;
    }

    void compare(const QString& path)
    {
        const Result<std::shared_ptr<SourceFile>> file = SourceFile::open(path);
        if (!file)
            return;
        const Result<Digests> digests =
            digestOf(**file, {m_wish.offset, m_wish.part.size}, digestsFor(m_wish.checksum), m_stop.get());
        if (digests && compareListed(m_wish.part, *digests, m_wish.checksum) == PartMatch::Same)
            m_tell([path](FileFinder& finder) { Q_EMIT finder.found(path); });
    }

    void report(const QString& path, bool always)
    {
        constexpr int pauseMs = 200;
        if (!always && m_clock.elapsed() < pauseMs)
            return;
        m_clock.restart();
        m_tell([seen = m_seen, compared = m_compared, path](FileFinder& finder) {
            Q_EMIT finder.progress(seen, compared, path);
        });
    }

    FileWish m_wish;
    Stop m_stop;
    std::function<void(std::function<void(FileFinder&)>)> m_tell;
    QElapsedTimer m_clock;
    int m_seen = 0;
    int m_compared = 0;
};

} // namespace

Result<FileWish> FileFinder::wishFor(const QStringList& folders, const QByteArray& key,
                                     const ListedPart& part, qint64 partSize, qint64 bytesKept,
                                     ChecksumMode checksum)
{
    Error error{.kind = ErrorKind::Refused, .code = QStringLiteral("find-no-part")};
    if (part.number < 1 || part.size < 1)
        return error;
    error.code = QStringLiteral("find-uncheckable");
    if (!isComparable(part, checksum))
        return error;
    FileWish wish{.folders = folders, .minSize = bytesKept, .part = part, .checksum = checksum};
    wish.name = QString::fromUtf8(key).section(u'/', -1, -1, QString::SectionSkipEmpty);
    wish.offset = (part.number - 1) * partSize; // those before it are taken to be as large
    return wish;
}

FileFinder::~FileFinder()
{
    stop();
}

void FileFinder::start(const FileWish& wish)
{
    stop();
    const Stop stop = std::make_shared<std::atomic<bool>>(false);
    m_stop = stop;
    // The relay lives here and is only asked from here: a pool thread may not look at the finder itself.
    auto relay = std::shared_ptr<QObject>(new QObject, [](QObject* object) { object->deleteLater(); });
    const QPointer<FileFinder> self(this);
    const auto tell = [relay, self, stop](const std::function<void(FileFinder&)>& words) {
        QMetaObject::invokeMethod(
            relay.get(),
            [self, stop, words] {
                if (self && self->m_stop == stop)
                    words(*self);
            },
            Qt::QueuedConnection);
    };
    connect(this, &FileFinder::ended, relay.get(), [self, stop] {
        if (self && self->m_stop == stop)
            self->m_stop.reset();
    });
    QThreadPool::globalInstance()->start([wish, stop, tell] { Search(wish, stop, tell).run(); });
}

void FileFinder::stop()
{
    if (m_stop)
        *m_stop = true;
    m_stop.reset();
}

} // namespace partway
