// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadsource.h"

#include <QMap>
#include <QMutex>
#include <QTemporaryFile>
#include <QWaitCondition>

#include <atomic>
#include <memory>
#include <thread>

namespace partway {

// Where a stream comes from: one read at a time, on the spool's own thread.
class StreamInput
{
public:
    virtual ~StreamInput() = default;
    // Waits for bytes, but not for ever: up to max bytes; 0: the end; -1: nothing yet.
    virtual Result<qint64> read(char* data, qint64 max) = 0;
};

// The process's standard input; streaminputposix.cpp, streaminputwindows.cpp.
std::unique_ptr<StreamInput> standardInput();

// A stream that can be read only once, as the source of one transfer. What the store has not acknowledged is
// kept in a file of at most `slotCount` parts that no one else sees; when that is full the stream is not read
// on, and whoever writes to it waits. Room on the disk is taken before a byte is read, so that a full disk
// loses nothing: reading goes on when there is room again. Thread-safe; letGo() and what else runners call is
// theirs alone.
class StreamSpool final : public UploadSource
{
public:
    // LocalFile error "spool-failed": the folder cannot be written to.
    static Result<std::shared_ptr<StreamSpool>> open(std::unique_ptr<StreamInput> input,
                                                     const QString& folder, qint64 partSize, int slotCount);
    ~StreamSpool() override; // ends the thread; the input may take a moment to let go

    // LocalFile error "stream-gone" for bytes that were let go of.
    Result<qint64> readAt(qint64 offset, char* data, qint64 max) const override;
    Result<void>
    check(const SourceFingerprint& promised) const override; // "stream-failed": reading it failed
    Result<SourceGrowth> growth() const override;
    void letGo(ByteRange range) override;
    void setReading(bool reading) override;
    void endHere() override;
    bool isStream() const override { return true; }

    qint64 partSize() const { return m_partSize; }

private:
    StreamSpool(std::unique_ptr<StreamInput> input, std::unique_ptr<QTemporaryFile> file, qint64 partSize,
                int slotCount);
    void run();
    qint64 placeForMore(QMutexLocker<QMutex>& lock); // in the file; -1: the thread is to end
    bool takeRoom(qint64 place, qint64 bytes);
    bool moveToRoom(qint64 part);
    bool writeAt(qint64 place, const QByteArray& bytes);
    void take(qint64 place, const QByteArray& bytes);

    const std::unique_ptr<StreamInput> m_input;
    const std::unique_ptr<QTemporaryFile> m_file; // its position belongs to who holds the mutex
    const qint64 m_partSize;
    const int m_slotCount;

    mutable QMutex m_mutex; // guards all below
    QWaitCondition m_changed;
    QMap<qint64, int> m_slotOf; // part index, from 0 → slot in the file
    QList<int> m_free;
    QList<qint64> m_roomTaken; // of each slot
    qint64 m_received = 0;
    bool m_reading = true;
    bool m_ended = false;
    bool m_noRoom = false;
    bool m_stop = false;
    std::optional<Error> m_error;
    std::thread m_thread;
};

} // namespace partway
