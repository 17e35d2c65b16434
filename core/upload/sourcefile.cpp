// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/sourcefile.h"

#include "upload/sourcehandle.h"

namespace partway {

namespace {

QByteArray deviceOf(const QByteArray& identity)
{
    return identity.left(identity.indexOf(':'));
}

} // namespace

Error sourceError(const char* code, const QString& path, const QString& message)
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = QString::fromLatin1(code);
    error.message = message;
    error.resource = path;
    return error;
}

bool isSameSource(const SourceFingerprint& promised, const SourceFingerprint& seen)
{
    if (promised.growing) {
        const bool comparable = !promised.identity.isEmpty() && !seen.identity.isEmpty() &&
                                deviceOf(promised.identity) == deviceOf(seen.identity);
        return seen.size >= promised.size && (!comparable || promised.identity == seen.identity);
    }
    if (promised.size != seen.size || promised.modifiedNs != seen.modifiedNs)
        return false;
    if (promised.identity.isEmpty() || seen.identity.isEmpty())
        return true;
    return deviceOf(promised.identity) != deviceOf(seen.identity) || promised.identity == seen.identity;
}

SourceFile::SourceFile(QString path, SourceFingerprint fingerprint, std::unique_ptr<SourceHandle> handle)
    : m_path(std::move(path)), m_fingerprint(std::move(fingerprint)), m_handle(std::move(handle))
{
}

SourceFile::~SourceFile() = default;

Result<std::shared_ptr<SourceFile>> SourceFile::open(const QString& path)
{
    Result<std::unique_ptr<SourceHandle>> handle = SourceHandle::open(path);
    if (!handle.ok())
        return handle.error();
    const Result<SourceFingerprint> fingerprint = handle.value()->fingerprint();
    if (!fingerprint.ok())
        return fingerprint.error();
    return std::shared_ptr<SourceFile>(new SourceFile(path, *fingerprint, std::move(handle.value())));
}

Result<qint64> SourceFile::readAt(qint64 offset, char* data, qint64 max) const
{
    return m_handle->readAt(offset, data, max);
}

Result<void> SourceFile::check(const SourceFingerprint& promised) const
{
    const Result<SourceFingerprint> opened = m_handle->fingerprint();
    if (!opened.ok())
        return opened.error();
    const Result<SourceFingerprint> atPath = fingerprintOf(m_path);
    if (!atPath.ok())
        return atPath.error();
    // The path is held against the open file strictly: another file of the same size and time is not ours.
    const bool same = promised.growing ? atPath->identity == opened->identity : *atPath == *opened;
    if (!isSameSource(promised, *opened) || !same)
        return sourceError("file-changed", m_path);
    return {};
}

Result<SourceGrowth> SourceFile::growth() const
{
    // Who writes is asked first: what comes after that look is seen by the next one, or by check().
    const Writers writers = m_handle->writers();
    const Result<SourceFingerprint> now = m_handle->fingerprint();
    if (!now.ok())
        return now.error();
    return SourceGrowth{*now, writers, false};
}

} // namespace partway
