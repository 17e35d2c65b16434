// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/streamspool.h"

#include "upload/sourcehandle.h"

#include <QDir>

#include <algorithm>

namespace partway {

namespace {

constexpr qint64 pieceSize = MiB;
constexpr unsigned long tryRoomAgainMs = 1'000;

// Without Qt's buffer: what a full disk did not take would stay in it, and every later read fail of that.
class SpoolFile final : public QTemporaryFile
{
public:
    using QTemporaryFile::QTemporaryFile;
    bool openUnbuffered() { return open(QIODevice::ReadWrite | QIODevice::Unbuffered); }
};

} // namespace

Result<std::shared_ptr<StreamSpool>> StreamSpool::open(std::unique_ptr<StreamInput> input,
                                                       const QString& folder, qint64 partSize, int slotCount)
{
    (void)QDir().mkpath(folder);
    auto file = std::make_unique<SpoolFile>(folder + QStringLiteral("/stream-XXXXXX"));
    if (!file->openUnbuffered()) // where the system can, without a name: nothing is left of it when the
                                 // process dies
        return sourceError("spool-failed", folder, file->errorString());
    return std::shared_ptr<StreamSpool>(
        new StreamSpool(std::move(input), std::move(file), partSize, std::max(slotCount, 2)));
}

StreamSpool::StreamSpool(std::unique_ptr<StreamInput> input, std::unique_ptr<QTemporaryFile> file,
                         qint64 partSize, int slotCount)
    : m_input(std::move(input)), m_file(std::move(file)), m_partSize(partSize), m_slotCount(slotCount),
      m_roomTaken(slotCount, 0)
{
    for (int slot = 0; slot < slotCount; ++slot)
        m_free.append(slot);
    m_thread = std::thread([this] { run(); });
}

StreamSpool::~StreamSpool()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_stop = true;
        m_changed.wakeAll();
    }
    m_thread.join();
}

// --- the reading thread ---------------------------------------------------------------------------------

void StreamSpool::run()
{
    QByteArray piece;
    QMutexLocker lock(&m_mutex);
    while (true) {
        const qint64 place = placeForMore(lock);
        if (place < 0)
            return;
        const qint64 room = std::min(pieceSize, m_partSize - m_received % m_partSize);
        lock.unlock();
        piece.resize(room);
        const Result<qint64> got = m_input->read(piece.data(), room);
        lock.relock();
        if (!got) {
            m_error = got.error();
            return;
        }
        if (m_ended)
            return; // what came after the end that the person set
        if (*got == 0)
            m_ended = true;
        else if (*got > 0)
            take(place, piece.left(*got));
    }
}

// Waits until the next bytes have a place in the file.
qint64 StreamSpool::placeForMore(QMutexLocker<QMutex>&)
{
    while (true) {
        if (m_stop || m_ended || m_error)
            return -1;
        const qint64 part = m_received / m_partSize;
        const bool placed = m_slotOf.contains(part);
        if (!m_reading || (!placed && m_free.isEmpty())) {
            m_changed.wait(&m_mutex);
            continue;
        }
        if (!placed)
            m_slotOf.insert(part, m_free.takeFirst());
        const qint64 place = m_slotOf.value(part) * m_partSize + m_received % m_partSize;
        const qint64 bytes = std::min(pieceSize, m_partSize - m_received % m_partSize);
        m_noRoom = !takeRoom(place, bytes);
        if (!m_noRoom)
            return place;
        if (moveToRoom(part))
            continue;
        m_changed.wait(&m_mutex, tryRoomAgainMs);
    }
}

// Zeros are written where nothing was written before: what was read is never without a place.
bool StreamSpool::takeRoom(qint64 place, qint64 bytes)
{
    qint64& taken = m_roomTaken[place / m_partSize];
    const qint64 inSlot = place % m_partSize;
    if (taken >= inSlot + bytes)
        return true;
    const QByteArray zeros(inSlot + bytes - taken, '\0');
    if (!writeAt(place - inSlot + taken, zeros))
        return false;
    taken = inSlot + bytes;
    return true;
}

// The part that is being read has no room where it is, but another slot had it before: it goes on there.
bool StreamSpool::moveToRoom(qint64 part)
{
    const auto roomy = [this](int slot) { return m_roomTaken.at(slot) == m_partSize; };
    const auto found = std::find_if(m_free.begin(), m_free.end(), roomy);
    if (found == m_free.end())
        return false;
    const int from = m_slotOf.value(part);
    const int to = *found;
    const qint64 read = m_received % m_partSize;
    for (qint64 at = 0; at < read; at += pieceSize) {
        const qint64 length = std::min(pieceSize, read - at);
        QByteArray piece;
        if (m_file->seek(from * m_partSize + at))
            piece = m_file->read(length);
        if (piece.size() != length || !writeAt(to * m_partSize + at, piece))
            return false;
    }
    m_free.erase(found);
    m_free.append(from);
    m_slotOf.insert(part, to);
    return true;
}

bool StreamSpool::writeAt(qint64 place, const QByteArray& bytes)
{
    return m_file->seek(place) && m_file->write(bytes) == bytes.size();
}

void StreamSpool::take(qint64 place, const QByteArray& bytes)
{
    if (writeAt(place, bytes))
        m_received += bytes.size();
    else
        m_error = sourceError("spool-failed", m_file->fileName(), m_file->errorString());
}

// --- what the upload asks -------------------------------------------------------------------------------

Result<qint64> StreamSpool::readAt(qint64 offset, char* data, qint64 max) const
{
    const QMutexLocker lock(&m_mutex);
    const qint64 end = std::min(offset + max, m_received);
    qint64 at = offset;
    while (at < end) {
        const auto slot = m_slotOf.constFind(at / m_partSize);
        if (slot == m_slotOf.cend())
            return sourceError("stream-gone", {});
        const qint64 length = std::min(end - at, m_partSize - at % m_partSize);
        if (!m_file->seek(*slot * m_partSize + at % m_partSize) ||
            m_file->read(data + (at - offset), length) != length)
            return sourceError("spool-failed", m_file->fileName(), m_file->errorString());
        at += length;
    }
    return std::max(qint64{0}, at - offset);
}

Result<void> StreamSpool::check(const SourceFingerprint&) const
{
    const QMutexLocker lock(&m_mutex);
    if (m_error)
        return *m_error;
    return {};
}

Result<SourceGrowth> StreamSpool::growth() const
{
    const QMutexLocker lock(&m_mutex);
    if (m_error)
        return *m_error;
    SourceGrowth growth;
    growth.now.size = m_received;
    growth.ended = m_ended;
    growth.noRoom = m_noRoom;
    return growth;
}

void StreamSpool::letGo(ByteRange range)
{
    const QMutexLocker lock(&m_mutex);
    const qint64 part = range.offset / m_partSize;
    const bool filled = (part + 1) * m_partSize <= m_received;
    if (!filled || !m_slotOf.contains(part))
        return;
    m_free.append(m_slotOf.take(part));
    m_changed.wakeAll();
}

void StreamSpool::setReading(bool reading)
{
    const QMutexLocker lock(&m_mutex);
    if (m_reading == reading)
        return;
    m_reading = reading;
    m_changed.wakeAll();
}

void StreamSpool::endHere()
{
    const QMutexLocker lock(&m_mutex);
    m_ended = true;
    m_changed.wakeAll();
}

} // namespace partway
