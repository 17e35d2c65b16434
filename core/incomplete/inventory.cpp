// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/inventory.h"

#include "incomplete/partswalk.h"
#include "incomplete/survey.h"
#include "incomplete/uploadabort.h"

namespace partway {

class Inventory::Private
{
public:
    Private(ObjectStore& store, Pace wanted)
        : pace(wanted), calls(std::make_shared<StoreCalls>(store, wanted.retry))
    {
    }

    const Pace pace;
    const std::shared_ptr<StoreCalls> calls; // shared so that late answers can see that it is gone
};

Inventory::Inventory(ObjectStore& store) : Inventory(store, Pace()) {}

Inventory::Inventory(ObjectStore& store, Pace pace) : d(std::make_unique<Private>(store, pace)) {}

Inventory::~Inventory() = default;

void Inventory::survey(const IncompleteWish& wish, SurveyTold told)
{
    std::make_shared<Survey>(*d->calls, wish, d->pace.survey, std::move(told))->start();
}

void Inventory::look(const UploadRef& upload, std::function<void(Result<PartsTally>)> done)
{
    std::make_shared<PartsWalk>(*d->calls, upload, std::move(done))->start();
}

void Inventory::abort(const UploadRef& upload, std::function<void(Result<void>)> done)
{
    std::make_shared<UploadAbort>(*d->calls, upload, d->pace.abort, std::move(done))->start();
}

} // namespace partway
