// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "s3/operations.h"
#include "simulation/modelfile.h"

#include <QMap>
#include <QSet>

namespace partway {

// How a store may differ from the best one.
struct StoreTraits
{
    enum class Conditions { Honoured, Ignored, Unsupported };

    bool mayListParts = true; // rights of the account
    bool mayListUploads = true;
    bool mayHead = true;
    bool mayAbort = true;
    bool opaqueEtags = false; // encrypted with KMS, and it says so
    Conditions conditions = Conditions::Honoured;
    qint64 listingLagMs = 0;    // listings show the store as it was so long ago
    bool recordsLinger = false; // Complete may fail at its very end: object and upload are both there
    qint64 latePartsForMs = 0;  // a part that was on its way when its upload was aborted brings it back

    bool hasAllRights() const { return mayListParts && mayListUploads && mayHead && mayAbort; }
};

// A part, or a small file, as it arrives.
struct ArrivingBody
{
    Content content = 0;
    Content promised = 0; // what its checksum was computed over
    bool checked = true;  // carries a checksum
    qint64 size = 0;
    qint64 leftMs = 0; // when it was sent
};

// A store of one bucket, without bytes: strict about what makes an upload right or wrong.
class ModelStore
{
public:
    struct Part
    {
        Content content = 0;
        qint64 size = 0;
        QByteArray etag;
        qint64 storedMs = 0;
    };
    struct Upload
    {
        QByteArray key;
        QByteArray token;
        qint64 initiatedMs = 0;
        bool ours = true;
        QMap<int, Part> parts;
        qint64 goneMs = 0; // 0: it is there
        bool aborted = false;
        bool lingers = false; // it was completed, and its record stays
    };
    struct Object
    {
        QByteArray token;
        QList<Content> contents;
        qint64 size = 0;
        QByteArray etag;
        QByteArray crc;
        QString upload = {}; // whose parts it is made of; those of one that is done are its own
    };

    static QByteArray md5Of(Content content); // 16 raw bytes that stand for it
    static QByteArray crcOf(Content content); // 8 raw bytes

    Result<CreateUploadOutput> create(const QByteArray& key, const QByteArray& token, qint64 nowMs,
                                      bool ours);
    Result<SendPartOutput> sendPart(const UploadRef& ref, int number, const ArrivingBody& body, qint64 nowMs);
    Result<CompleteUploadOutput> complete(const UploadRef& ref, const QList<CompletedPart>& parts,
                                          bool ifAbsent, qint64 nowMs);
    Result<void> abort(const UploadRef& ref, qint64 nowMs);
    Result<ListPartsPage> listParts(const UploadRef& ref, int after, int pageSize, qint64 nowMs) const;
    Result<ListUploadsPage> listUploads(const QByteArray& key, qint64 nowMs) const;
    Result<ObjectInfo> head(const QByteArray& key) const;
    Result<PutObjectOutput> put(const QByteArray& key, const QByteArray& token, const ArrivingBody& body,
                                bool ifAbsent);

    bool isThere(const UploadRef& ref) const
    {
        return isThere(ref.uploadId) && uploads[ref.uploadId].key == ref.key;
    }
    bool isThere(const QString& id) const { return uploads.contains(id) && uploads[id].goneMs == 0; }
    void letLinger(const QString& id);
    void remove(const QString& id, qint64 nowMs, bool aborted);
    QByteArray freshEtag();

    StoreTraits traits;
    bool crcMode = false;          // keeps CRC64s of parts and objects
    QMap<QString, Upload> uploads; // gone ones too
    QMap<QByteArray, Object> objects;
    QSet<QByteArray> givenEtags; // of parts

private:
    std::optional<Error> refuses(const QByteArray& key, bool ifAbsent) const;

    int m_next = 0;
};

} // namespace partway
