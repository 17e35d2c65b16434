// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "base/randomness.h"
#include "queue/folderscan.h"
#include "queue/transferqueue.h"

namespace partway {

// One found file as a transfer to be added: key, plan, content type, token. Reads the file's beginning where
// its name does not tell its type; pool function. Errors (Refused): those of planParts, "key-empty",
// "key-too-long", "path-cannot-be-sent" (as the transport would say, but before anything is queued), those of
// Endpoint.
Result<Transfer> planTransfer(const ScannedFile& file, const AddRequest& request, const Account& account,
                              Randomness& random, const QDateTime& now);

// The same for a stream: the request's own key, an open plan, no file.
Result<Transfer> planStream(const AddRequest& request, const Account& account, Randomness& random,
                            const QDateTime& now);

// How a growing source is cut for this request. Errors: those of openPlan.
Result<PartPlan> planGrowing(const AddRequest& request, const StoreLimits& limits);
// Whether an object of that name can be at the account's store: "key-empty", "key-too-long",
// "path-cannot-be-sent" and those of Endpoint.
Result<void> checkKey(const QByteArray& key, const QString& bucket, const Account& account,
                      const StoreLimits& limits);

} // namespace partway
