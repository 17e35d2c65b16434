// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/networksecrets.h"
#include "s3/s3client.h"
#include "store/uploadticket.h"

#include <QObject>
#include <QSaveFile>

#include <functional>
#include <memory>

namespace partway {

// What a ticket shall be for.
struct TicketWish
{
    QString bucket;
    QByteArray key;
    qint64 size = 0;        // exactly
    QString fileName;       // that is expected; empty: the end of the key
    QByteArray contentType; // empty: as the name says
    qint64 partSize = 0;    // 0: automatic
    int seconds = 3 * 24 * 3600;
};

constexpr int shortestTicketSeconds = 60;
constexpr int longestTicketSeconds = 7 * 24 * 3600; // Signature V4 allows no more

// Begins an upload and writes all that somebody without keys needs to finish it into a file. The upload is no
// row here. Main thread.
class TicketOffer final : public QObject
{
    Q_OBJECT
public:
    // An upload that was begun and whose ticket cannot be written is aborted before `done` hears of it.
    // Errors: the store's and the desk's; "companion-unsupported", "ticket-of-directory-bucket" (Refused);
    // "upload-ticket-not-written" (LocalFile; mostly told before anything is asked of the store).
    using Done = std::function<void(const Result<UploadTicket>&)>;

    TicketOffer(CredentialDesk& desk, const Clock& clock, QObject* parent = nullptr);
    ~TicketOffer() override;

    // Once per object. Replaces the file at `path`. `done` is called once, unless this goes before. Where an
    // upload may have stayed behind, the file is left, too: as an unfinished ticket that says where it is.
    void make(const Account& account, const TicketWish& wish, const QString& path, Done done);

    bool endsWithKeys() const { return m_endsWithKeys; } // the keys end before the time that was wished for

private:
    Result<void> begin();
    Result<void> openFile();
    Result<void> leaveWord();
    void open(const NetworkSecrets& network);
    void create();
    void sign(const CreateUploadOutput& made);
    Result<void> write(const QByteArray& bytes);
    void takeBack(const UploadTicket& ticket, const Error& why);
    Error notWritten() const;
    void end(const Result<UploadTicket>& result);

    CredentialDesk& m_desk;
    const Clock& m_clock;
    Account m_account;
    TicketWish m_wish;
    Done m_done;
    QSaveFile m_file;
    int m_partCount = 0;
    qint64 m_partSize = 0;
    bool m_endsWithKeys = false;
    bool m_word = false;    // an unfinished ticket lies there
    bool m_mayStay = false; // and its upload may be on the store
    QString m_token;
    Credentials m_keys;
    Endpoint m_endpoint;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<S3Client> m_client; // goes before the transport
};

} // namespace partway
