// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "s3/operations.h"

#include <QMap>

namespace partway {

// The content of one part, as a number: equal numbers are equal bytes.
using Content = quint64;

// A store of one bucket and one key, without bytes: strict about what makes an upload right or wrong.
class ModelStore
{
public:
    struct Part
    {
        Content content = 0;
        qint64 size = 0;
    };
    struct Upload
    {
        QByteArray token;
        qint64 initiatedMs = 0;
        bool ours = true;
        QMap<int, Part> parts;
    };
    struct Object
    {
        QByteArray token;
        QList<Content> contents;
        qint64 size = 0;
        QByteArray etag;
    };

    static QByteArray md5Of(Content content); // 16 raw bytes that stand for it

    Result<CreateUploadOutput> create(const QByteArray& token, qint64 nowMs, bool ours = true);
    Result<SendPartOutput> sendPart(const QString& id, int number, Content content, Content promised,
                                    qint64 size);
    Result<CompleteUploadOutput> complete(const QString& id, const QList<CompletedPart>& parts,
                                          bool ifAbsent);
    Result<void> abort(const QString& id);
    Result<ListPartsPage> listParts(const QString& id, int after, int pageSize) const;
    ListUploadsPage listUploads(const QByteArray& key) const;
    Result<ObjectInfo> head() const;
    Result<PutObjectOutput> put(const QByteArray& token, Content content, Content promised, qint64 size,
                                bool ifAbsent);

    QMap<QString, Upload> uploads;
    std::optional<Object> object;

private:
    int m_next = 1;
};

} // namespace partway
