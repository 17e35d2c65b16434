// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorybackend.h"

#include <QCryptographicHash>

#include <algorithm>

namespace partway {

Error storeError(ErrorKind kind, const char* code, int status)
{
    Error error;
    error.kind = kind;
    error.code = QString::fromLatin1(code);
    error.httpStatus = status;
    return error;
}

QString storeCallName(StoreCall call)
{
    switch (call) {
    case StoreCall::CreateUpload:
        return QStringLiteral("CreateUpload");
    case StoreCall::SendPart:
        return QStringLiteral("SendPart");
    case StoreCall::CompleteUpload:
        return QStringLiteral("CompleteUpload");
    case StoreCall::AbortUpload:
        return QStringLiteral("AbortUpload");
    case StoreCall::ListParts:
        return QStringLiteral("ListParts");
    case StoreCall::ListUploads:
        return QStringLiteral("ListUploads");
    case StoreCall::PutObject:
        return QStringLiteral("PutObject");
    case StoreCall::HeadObject:
        return QStringLiteral("HeadObject");
    case StoreCall::HeadBucket:
        return QStringLiteral("HeadBucket");
    case StoreCall::ListBuckets:
        return QStringLiteral("ListBuckets");
    case StoreCall::ListObjects:
        return QStringLiteral("ListObjects");
    case StoreCall::CreateBucket:
        return QStringLiteral("CreateBucket");
    }
    return {};
}

// --- Script ---------------------------------------------------------------------------------------------

void MemoryBackend::addFault(const StoreFault& fault)
{
    const QMutexLocker lock(&m_mutex);
    m_faults.append(fault);
}

void MemoryBackend::clearFaults()
{
    const QMutexLocker lock(&m_mutex);
    m_faults.clear();
}

void MemoryBackend::setDelay(std::chrono::milliseconds delay)
{
    const QMutexLocker lock(&m_mutex);
    m_delay = delay;
}

void MemoryBackend::setMinPart(qint64 bytes)
{
    const QMutexLocker lock(&m_mutex);
    m_minPart = bytes;
}

void MemoryBackend::setOnCall(std::function<void(StoreCall, int)> onCall)
{
    const QMutexLocker lock(&m_mutex);
    m_onCall = std::move(onCall);
}

std::optional<StoreFault> MemoryBackend::takeFault(StoreCall call, int part)
{
    const QMutexLocker lock(&m_mutex);
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        StoreFault& fault = m_faults[i];
        if (fault.call != call || (fault.part != 0 && fault.part != part))
            continue;
        const StoreFault taken = fault;
        if (--fault.times == 0)
            m_faults.removeAt(i);
        return taken;
    }
    return {};
}

std::chrono::milliseconds MemoryBackend::delay() const
{
    const QMutexLocker lock(&m_mutex);
    return m_delay;
}

void MemoryBackend::began(StoreCall call, int part)
{
    std::function<void(StoreCall, int)> onCall;
    {
        const QMutexLocker lock(&m_mutex);
        m_log.append(part ? storeCallName(call) + QLatin1Char(' ') + QString::number(part)
                          : storeCallName(call));
        ++m_calls[call];
        ++m_counts.inFlight;
        m_counts.mostInFlight = std::max(m_counts.mostInFlight, m_counts.inFlight);
        onCall = m_onCall;
    }
    if (onCall)
        onCall(call, part);
}

void MemoryBackend::ended()
{
    const QMutexLocker lock(&m_mutex);
    --m_counts.inFlight;
}

// --- What it holds --------------------------------------------------------------------------------------

QByteArray MemoryBackend::objectBytes(const QString& bucket, const QByteArray& key) const
{
    return object(bucket, key).bytes;
}

bool MemoryBackend::hasObject(const QString& bucket, const QByteArray& key) const
{
    const QMutexLocker lock(&m_mutex);
    return m_objects.contains({bucket, key});
}

MemoryBackend::Object MemoryBackend::object(const QString& bucket, const QByteArray& key) const
{
    const QMutexLocker lock(&m_mutex);
    return m_objects.value({bucket, key});
}

void MemoryBackend::putDirectly(const QString& bucket, const QByteArray& key, const QByteArray& bytes)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray md5 = QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
    store({bucket, key}, {bytes, '"' + md5 + '"', {}, {}, {}});
}

QMap<QString, MemoryBackend::Upload> MemoryBackend::uploads() const
{
    const QMutexLocker lock(&m_mutex);
    return m_uploads;
}

void MemoryBackend::loseUpload(const QString& uploadId)
{
    const QMutexLocker lock(&m_mutex);
    m_uploads.remove(uploadId);
}

QStringList MemoryBackend::log() const
{
    const QMutexLocker lock(&m_mutex);
    return m_log;
}

int MemoryBackend::calls(StoreCall call) const
{
    const QMutexLocker lock(&m_mutex);
    return m_calls.value(call);
}

MemoryBackend::Counts MemoryBackend::counts() const
{
    const QMutexLocker lock(&m_mutex);
    return m_counts;
}

} // namespace partway
