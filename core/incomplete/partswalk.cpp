// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/partswalk.h"

#include <algorithm>

namespace partway {

void PartsWalk::ask(int afterPart)
{
    m_calls.ask<ListPartsPage>(
        [&store = m_calls.store(), input = ListPartsInput{.upload = m_upload, .afterPart = afterPart}](
            const auto& answer) { return store.listParts(input, answer); },
        [self = shared_from_this(), afterPart](const Result<ListPartsPage>& page) {
            self->take(afterPart, page);
        });
}

void PartsWalk::take(int afterPart, const Result<ListPartsPage>& page)
{
    if (!page) {
        m_done(page.error());
        return;
    }
    for (const ListedPart& part : page->parts) {
        add(part);
        if (m_each)
            m_each(part);
    }
    m_tally.abortDate = page->abortDate;
    if (page->checksum != ChecksumMode::None)
        m_tally.checksum = page->checksum;
    m_tally.abortRule = page->abortRule;
    m_tally.storageClass = page->storageClass;
    if (page->truncated && page->nextMarker > afterPart)
        ask(page->nextMarker);
    else
        m_done(m_tally);
}

void PartsWalk::add(const ListedPart& part)
{
    constexpr int recentSeconds = 600;
    constexpr qsizetype mostRecent = 1000;
    ++m_tally.parts;
    m_tally.bytes += part.size;
    m_tally.partSize = std::max(m_tally.partSize, part.size);
    if (!m_tally.first)
        m_tally.first = part;
    if (!part.modified.isValid())
        return;
    if (!m_tally.newest.isValid() || part.modified > m_tally.newest) {
        m_tally.newest = part.modified;
        m_tally.recent.removeIf(
            [&](const QDateTime& at) { return at.secsTo(m_tally.newest) > recentSeconds; });
    }
    if (part.modified.secsTo(m_tally.newest) <= recentSeconds && m_tally.recent.size() < mostRecent)
        m_tally.recent.append(part.modified);
}

} // namespace partway
