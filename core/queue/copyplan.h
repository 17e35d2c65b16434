// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "base/randomness.h"
#include "queue/transfer.h"

#include <functional>
#include <memory>
#include <optional>

namespace partway {

// One object to be copied to another place.
struct CopyRequest
{
    Account from;
    SourceObject source; // etag: filled in by what is seen; versionId: empty for the current version
    Account to;
    QString bucket;
    QByteArray key;
    std::optional<ObjectOptions>
        options;             // what the copy carries; unset: what the source does, as far as it may
    QByteArray storageClass; // of the copy; empty: the store's default, whatever the source's is
    qint64 partSize = 0;     // 0: automatic
    std::optional<ChecksumMode> checksum; // unset: the account's
    IfExists ifExists = IfExists::Replace;
    bool throughHere = false; // through this computer, also where the store could copy
};

// What the source's store tells of it.
struct CopyFacts
{
    ObjectInfo info;
    QMap<QString, QString> tags;
    bool pinsVersion = false; // its keys may read it by its version's id
    bool tagsUnread = false;  // it has some perhaps, and they cannot be read
};

// Tags that the source has, or may have, and its copy will not.
enum class TagLoss {
    None,
    NotThere, // objects have no tags where it goes
    Unread    // the keys may not read them, and nobody else carries them
};

// Whether one store can read what the other keeps: the same service. Its keys may still not be allowed to.
bool isSameService(const Account& from, const Account& to);

// The transfer to be added. Server-side parts are large, since no byte of them passes here. Errors (Refused):
// those of planParts and of a key, "copy-onto-itself", "copy-needs-this-computer" (throughHere would do).
Result<Transfer> planCopy(const CopyRequest& request, const CopyFacts& facts, Randomness& random,
                          const QDateTime& now);

// Of a transfer that planCopy() made. None where the request says itself what the copy carries.
TagLoss tagLossOf(const CopyRequest& request, const CopyFacts& facts, const Transfer& planned);
bool takesTags(const Account& to, const QString& bucket);

// Asks the source's store; ends once through `then`, never from inside. The request's checksum mode is the
// one of the copy. Not to be destroyed before; the store outlives it.
class CopyLook
{
public:
    using Then = std::function<void(Result<CopyFacts>)>;

    explicit CopyLook(std::shared_ptr<ObjectStore> source) : m_source(std::move(source)) {}
    void start(const CopyRequest& request, Then then);

private:
    void askVersion(const HeadObjectInput& input);
    void askTags();
    void end(const Result<CopyFacts>& facts);

    std::shared_ptr<ObjectStore> m_source;
    SourceObject m_object;
    CopyFacts m_facts;
    bool m_wantsTags = false;
    Then m_then;
};

// The text that a metadata value stands for: encoded words of RFC 2047 are decoded.
QString metadataText(const QByteArray& value);

} // namespace partway
