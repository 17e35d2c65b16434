// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteupload.h"

#include <functional>

namespace partway {

// How much a survey asks for at the same time.
struct SurveyPace
{
    int buckets = 3;
    int parts = 8; // listings of parts
};

// What a survey tells, as it comes. Each may be empty but done, which is called once, at the end, with the
// first error; one bucket's error does not stop the others.
struct SurveyTold
{
    std::function<void(const QStringList& buckets)> buckets;
    std::function<void(const QList<IncompleteUpload>&)> found; // in the order of the listing, without parts
    std::function<void(const IncompleteUpload&)> counted;      // each once more; parts -1: not to be had
    std::function<void(const UploadRef&)> gone;                // ended while its parts were asked for
    std::function<void(const BucketReport&)> bucket;           // all of it has been found
    std::function<void(Result<void>)> done;
};

} // namespace partway
