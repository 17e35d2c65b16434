// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/liveness.h"
#include "incomplete/surveytold.h"
#include "store/objectstore.h"

#include <chrono>
#include <functional>
#include <memory>

namespace partway {

// Incomplete uploads of one store: finds them, looks at one, ends one. Engine thread. Each call ends exactly
// once, never from inside it; destroying the inventory cancels, and then nobody is told. Requests that time
// can cure are repeated a few times. Errors beside the store's: Refused "listing-unsupported",
// "abort-unsupported"; Transient "abort-incomplete" (the store still keeps parts).
class Inventory
{
public:
    struct Pace
    {
        std::chrono::milliseconds retry{500};  // before the second try; doubles
        std::chrono::milliseconds abort{1000}; // before the second round; doubles
        SurveyPace survey{};
    };

    explicit Inventory(ObjectStore& store);
    Inventory(ObjectStore& store, Pace pace);
    ~Inventory();

    void survey(const IncompleteWish& wish, SurveyTold told);

    // A fresh look at the parts of one.
    void look(const UploadRef& upload, std::function<void(Result<PartsTally>)> done);

    // Aborts one and lists its parts until the store says it is gone (5 rounds more, 31 s).
    void abort(const UploadRef& upload, std::function<void(Result<void>)> done);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace partway
