// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/uploadstate.h"

namespace partway {

// What an object of ours must look like, and what a look at it proves. Pure.

// The ETag S3 gives the object: from our MD5s, else from the parts' ETags where those are MD5s. Empty: cannot
// be told.
QByteArray expectedEtag(const UploadSpec& spec, const UploadState& state);

// The full-object checksum combined from the parts' CRCs; empty where the mode has none or a part lacks it.
QByteArray expectedChecksum(const UploadSpec& spec, const UploadState& state);

// The metadata name that carries UploadState::token (x-amz-meta-partway-upload).
extern const QByteArray tokenMetadata;

enum class Verdict {
    Ours,    // proven to be this upload's object
    Differs, // carries our token but is not the file: must never be called finished
    NotOurs, // somebody else's object
};

// Both are MD5s, and not the same one.
bool isAnotherMd5(const QByteArray& etag, const QByteArray& ourHex);

struct Judgement
{
    Verdict verdict = Verdict::NotOurs;
    Proof proof;
};

// Size and one of token, ETag, checksum (s3-reference §2.4 rule 4). An ETag that the store itself answered to
// our Complete counts as well when the object shows it, for stores that compute ETags their own way. Once the
// file was taken anew, the token says only that the object is of this transfer, not of which file.
Judgement judgeObject(const UploadSpec& spec, const UploadState& state, const ObjectInfo& info);

} // namespace partway
