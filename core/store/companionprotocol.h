// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "s3/operations.h"
#include "store/companionserver.h"
#include "store/signedurl.h"

namespace partway {

// The S3 multipart endpoints of Uppy's Companion, each as two pure functions (s3-reference §7.1). Replies are
// hostile. The server chooses bucket and key: CreateUploadOutput has them.

// Wishes that Companion has no way to pass on: Refused "companion-setting", named in `resource`.
Result<void> companionTakes(const ObjectOptions& object);

HttpRequest companionCreateRequest(const CompanionServer& server, const CreateUploadInput& input);
Result<CreateUploadOutput> companionCreateReply(const HttpReply& reply);

// One part, or several at once.
HttpRequest companionSignRequest(const CompanionServer& server, const UploadRef& upload,
                                 const QList<int>& parts);
// What was asked for and can be used; a part that the server left out, or whose address is none, is missing
// or has its error.
Result<QMap<int, Result<SignedUrl>>> companionSignReply(const HttpReply& reply, const QList<int>& parts,
                                                        bool mustBeTls);

HttpRequest companionListRequest(const CompanionServer& server, const UploadRef& upload);
Result<ListPartsPage> companionListReply(const HttpReply& reply); // all parts: the server reads the pages

HttpRequest companionCompleteRequest(const CompanionServer& server, const CompleteUploadInput& input);
Result<CompleteUploadOutput> companionCompleteReply(const HttpReply& reply);

HttpRequest companionAbortRequest(const CompanionServer& server, const UploadRef& upload);
Result<void> companionAbortReply(const HttpReply& reply);

} // namespace partway
