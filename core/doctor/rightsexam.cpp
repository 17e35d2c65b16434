// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/rightsexam.h"

#include "doctor/verdict.h"

#include <algorithm>

namespace partway {

void RightsExam::start(std::function<void()> done)
{
    m_done = std::move(done);
    create();
}

// What follows cannot be tried.
void RightsExam::skipFrom(const QString& right)
{
    static const QStringList order{QStringLiteral("part"), QStringLiteral("list-parts"),
                                   QStringLiteral("list-uploads"), QStringLiteral("abort")};
    for (qsizetype i = order.indexOf(right); i < order.size(); ++i)
        reportRight(m_bedside, order[i], "not-tried");
    finish();
}

void RightsExam::finish()
{
    if (m_uploadId.isEmpty())
        return m_done();
    m_scratch.end(m_uploadId, m_done);
}

void RightsExam::create()
{
    m_scratch.create(ChecksumMode::None, [this](const Result<QString>& made) {
        reportRight(m_bedside, QStringLiteral("create"), errorOf(made));
        if (!made)
            return skipFrom(QStringLiteral("part"));
        m_uploadId = *made;
        sendPart();
    });
}

void RightsExam::sendPart()
{
    m_scratch.sendPart(m_uploadId, 1, {}, [this](const Result<SendPartOutput>& sent) {
        reportRight(m_bedside, QStringLiteral("part"), errorOf(sent));
        m_sendsParts = sent.ok();
        listParts();
    });
}

void RightsExam::listParts()
{
    m_scratch.listParts(m_uploadId, [this](const Result<ListPartsPage>& page) {
        m_listsParts = page && (!m_sendsParts || page->parts.size() == 1);
        if (page && !m_listsParts)
            reportRight(m_bedside, QStringLiteral("list-parts"), "not-shown");
        else
            reportRight(m_bedside, QStringLiteral("list-parts"), errorOf(page));
        listUploads();
    });
}

void RightsExam::listUploads()
{
    m_scratch.listUploads([this](const Result<ListUploadsPage>& page) {
        const auto isOurs = [this](const ListedUpload& upload) { return upload.uploadId == m_uploadId; };
        const bool shown = page && std::any_of(page->uploads.begin(), page->uploads.end(), isOurs);
        if (page && !shown)
            reportRight(m_bedside, QStringLiteral("list-uploads"), "not-shown");
        else
            reportRight(m_bedside, QStringLiteral("list-uploads"), errorOf(page));
        abort();
    });
}

void RightsExam::abort()
{
    m_scratch.abort(m_uploadId, [this](const Result<void>& gone) {
        if (gone && m_listsParts)
            return lookAfterAbort();
        reportRight(m_bedside, QStringLiteral("abort"), errorOf(gone));
        finish();
    });
}

// A store may grant what it takes for something else.
void RightsExam::lookAfterAbort()
{
    m_scratch.listParts(m_uploadId, [this](const Result<ListPartsPage>& page) {
        if (page) {
            m_scratch.distrustAbort();
            reportRight(m_bedside, QStringLiteral("abort"), "not-shown");
        } else {
            reportRight(m_bedside, QStringLiteral("abort"), "given");
        }
        finish();
    });
}

} // namespace partway
