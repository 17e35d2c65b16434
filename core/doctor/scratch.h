// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/bedside.h"

#include <QSet>

namespace partway {

// The scratch key on the store: makes uploads and objects under it, knows what is there, and takes all of it
// away again. Whatever it deletes it has made itself: the name is random and nobody else's.
class Scratch final
{
public:
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    explicit Scratch(Bedside& bedside) : m_bedside(bedside) {}

    void create(ChecksumMode mode, Answer<QString> answer); // the upload id
    // Part `number` with the scratch content; headers: an integrity header, right or wrong.
    void sendPart(const QString& uploadId, int number, const HeaderList& headers,
                  Answer<SendPartOutput> answer);
    void copyPart(const QString& uploadId, int number,
                  Answer<QByteArray> answer); // from the object; its ETag
    void listParts(const QString& uploadId, Answer<ListPartsPage> answer);
    void listUploads(Answer<ListUploadsPage> answer); // of the key
    void complete(const QString& uploadId, const QByteArray& etag, ChecksumMode mode,
                  WriteCondition condition, Answer<CompleteUploadOutput> answer);
    void abort(const QString& uploadId, Answer<void> answer);
    void put(WriteCondition condition, Answer<PutObjectOutput> answer);
    void head(Addressing style, Answer<ObjectInfo> answer);
    void remove(Answer<void> answer); // the object, every version that we know to have made

    // Gives up an upload: aborts it, or, where that does not work, completes it, so that the object can go.
    void end(const QString& uploadId, std::function<void()> done);

    // Everything. What could not be taken away is named ("object", "upload"); empty: nothing is left.
    void clean(std::function<void(QStringList left)> done);

    bool objectIsThere() const { return m_object; }
    void distrustAbort() { m_abortsTrusted = false; } // an upload stood after its abort was granted
    bool somethingIsThere() const { return m_object || m_maybe || !m_uploads.isEmpty(); }
    bool somethingWasThere() const { return m_wrote; } // since the beginning

private:
    struct Upload
    {
        ChecksumMode mode = ChecksumMode::None;
        QByteArray lastEtag = {}; // of part 1
    };
    void cleanUploads(std::function<void()> done);
    void findLost(std::function<void()> done);
    void completeToEnd(const QString& uploadId, std::function<void()> done);
    S3Request removal(const QString& version) const;

    Bedside& m_bedside;
    QMap<QString, Upload> m_uploads;
    QSet<QString> m_stuck;  // could be neither aborted nor completed
    QStringList m_versions; // of the object, as the store named them
    bool m_object = false;
    bool m_abortsTrusted = true;
    bool m_wrote = false;
    bool m_maybe = false; // a Create was asked whose answer is not known
};

// What the store said to a request, as T or an Error.
template <typename T>
Result<T> readReply(const HttpReply& reply, Result<T> (*read)(const HttpReply&))
{
    return reply.failure ? Result<T>(*reply.failure) : read(reply);
}

} // namespace partway
