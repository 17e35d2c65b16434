// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/rangefetch.h"

#include <QDir>
#include <QTimer>

#include <algorithm>

namespace partway {

namespace {

constexpr qint64 pieceSize = 8 * MiB;

Error spoolError(const QString& message)
{
    Error error;
    error.kind = ErrorKind::Transient; // the disk may have room again later
    error.code = QStringLiteral("spool-unwritable");
    error.message = message;
    return error;
}

Error cancelledError()
{
    Error cancelled;
    cancelled.kind = ErrorKind::Cancelled;
    cancelled.code = QStringLiteral("cancelled");
    return cancelled;
}

} // namespace

RangeFetch::RangeFetch(std::shared_ptr<ObjectStore> store, QString folder)
    : m_store(std::move(store)), m_folder(std::move(folder))
{
}

void RangeFetch::start(const ReadRangeInput& input, Done done)
{
    m_input = input;
    m_done = std::move(done);
    m_spool = std::make_unique<QTemporaryFile>(m_folder + QStringLiteral("/part-XXXXXX"));
    if (!QDir().mkpath(m_folder) || !m_spool->open()) {
        const Error error = spoolError(m_spool->errorString());
        QTimer::singleShot(0, m_spool.get(), [this, error] { finish(error); });
        return;
    }
    if (m_input.range.length == 0)
        QTimer::singleShot(0, m_spool.get(), [this] { finish(fetched()); });
    else
        next();
}

void RangeFetch::cancel()
{
    m_cancelled = true;
    if (m_call != 0)
        m_store->cancel(m_call);
}

void RangeFetch::next()
{
    ReadRangeInput piece = m_input;
    piece.range = {m_input.range.offset + m_place, std::min(pieceSize, m_input.range.length - m_place)};
    m_call = m_store->readRange(piece, [this](const Result<QByteArray>& bytes) { took(bytes); });
}

void RangeFetch::took(const Result<QByteArray>& bytes)
{
    m_call = 0;
    if (!bytes)
        return finish(bytes.error());
    if (m_cancelled)
        return finish(cancelledError());
    if (m_spool->write(*bytes) != bytes->size())
        return finish(spoolError(m_spool->errorString()));
    m_place += bytes->size();
    if (m_place < m_input.range.length)
        next();
    else
        finish(fetched());
}

Result<std::shared_ptr<FetchedRange>> RangeFetch::fetched()
{
    if (!m_spool->flush())
        return spoolError(m_spool->errorString());
    Result<std::shared_ptr<SourceFile>> file = SourceFile::open(m_spool->fileName());
    if (!file)
        return file.error();
    auto range = std::make_shared<FetchedRange>();
    range->spool = std::move(m_spool);
    range->file = *file;
    return range;
}

// `done` may destroy this.
void RangeFetch::finish(Result<std::shared_ptr<FetchedRange>> result)
{
    const Done done = std::move(m_done);
    if (result && m_cancelled)
        result = cancelledError();
    done(std::move(result));
}

} // namespace partway
