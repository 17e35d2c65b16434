// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "store/companionerror.h"
#include "store/companionprotocol.h"
#include "store/objectstore.h"

#include <QObject>

#include <unordered_map>

namespace partway {

// The parts of a CompanionStore: gets addresses for them from the server (for all that wait at once in one
// request), sends the bytes there, and asks for another address when one has grown old or is refused: once
// for each part sent, which is no failure. Addresses are kept in memory only. Engine thread.
class CompanionParts final : public QObject
{
public:
    using CallId = ObjectStore::CallId;
    using Answer = ObjectStore::Answer<SendPartOutput>;
    using Progress = ObjectStore::Progress;

    CompanionParts(Transport& transport, const CompanionServer& server, const Clock& clock,
                   CompanionPatience& patience);
    ~CompanionParts() override;

    void send(CallId id, const SendPartInput& input, Answer answer, Progress progress);
    bool cancel(CallId id); // false: not one of these

private:
    enum class Step { Waiting, Asking, Sending };
    struct Call
    {
        SendPartInput input;
        Answer answer;
        Progress progress;
        Step step = Step::Waiting;
        Transport::CallId inner = 0; // while Sending
        bool renewed = false;
        bool cancelled = false;
        bool emptyChecksum = false;
    };
    struct KeptUrl
    {
        SignedUrl url;
        std::chrono::milliseconds since{0};
    };
    using Asked = QMap<int, CallId>; // part → the call that wants it

    static QByteArray nameOf(const SendPartInput& input);
    bool isFresh(const KeptUrl& kept) const;
    void lookSoon();
    void look();
    void ask(const UploadRef& upload, const Asked& asked);
    void signedUrls(const UploadRef& upload, const Asked& asked, const HttpReply& reply);
    void put(CallId id, const SignedUrl& url);
    void answered(CallId id, const HttpReply& reply);
    void finish(CallId id, const Result<SendPartOutput>& result);
    void endLater(CallId id, const Error& error);

    Transport& m_transport;
    const CompanionServer m_server;
    const Clock& m_clock;
    CompanionPatience& m_patience;
    std::unordered_map<CallId, Call> m_calls;
    QHash<QByteArray, KeptUrl> m_urls; // by upload and part; until the part is stored
    QList<Transport::CallId> m_asking;
    bool m_looksSoon = false;
    bool m_oneByOne = false; // the server has no batch
};

} // namespace partway
