// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/bucketwalk.h"
#include "incomplete/surveytold.h"

#include <QList>
#include <QQueue>

#include <optional>

namespace partway {

// One look at the incomplete uploads of one bucket or all: some buckets and some listings of parts at a time.
// What is found is told at once, its parts later. Engine thread.
class Survey final : public std::enable_shared_from_this<Survey>
{
public:
    Survey(StoreCalls& calls, const IncompleteWish& wish, SurveyPace pace, SurveyTold told);
    void start();

private:
    void takeBuckets(const QStringList& buckets);
    void more();
    void walk(const QString& bucket);
    void found(const QList<IncompleteUpload>& uploads);
    void count(const IncompleteUpload& upload);
    void counted(IncompleteUpload upload, const Result<PartsTally>& tally);
    void endIfDone();

    StoreCalls& m_calls;
    IncompleteWish m_wish;
    SurveyPace m_pace;
    SurveyTold m_told;
    QStringList m_buckets; // still to be walked
    QQueue<IncompleteUpload> m_uncounted;
    int m_walking = 0;
    int m_counting = 0;
    bool m_ended = false;
    std::optional<Error> m_error; // the first
};

} // namespace partway
