// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "http/bodydevice.h"
#include "http/largepieces.h"
#include "http/networkfailure.h"
#include "http/sockettuning.h"
#include "http/transport.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QUrl>

#include <optional>

namespace partway {

// What all calls of one transport share.
struct CallSurroundings
{
    const Clock& clock;
    RateLimit* limit = nullptr;
    std::optional<QSslConfiguration> tls; // set when there are additional authorities
    SocketTuner tuner;
    LargePieces pieces = LargePieces::Off;
    std::chrono::milliseconds longestConnect{15'000}; // with the handshake
};

// One request inside a QNetworkAccessManager, from start to its one end. `ended` may be called from within
// the reply's signals: the call is to be deleted later, not there.
class NetworkCall final : public QObject
{
public:
    using Ended = std::function<void(HttpReply)>;

    NetworkCall(HttpRequest request, QUrl url, Transport::Progress progress, Ended ended,
                CallSurroundings& surroundings);
    ~NetworkCall() override;

    void start(QNetworkAccessManager& manager);
    void cancel();
    void checkStall();
    bool usedLargePieces() const { return m_piecesHandedOver > 0; }
    void suspect(); // its connection may be dead: it has seconds to show that it is not
    bool isOverdue() const;
    std::chrono::milliseconds idle() const { return m_surroundings.clock.monotonic() - m_movedAt; }
    qint64 bodySize() const { return m_request.body.size(); }
    qint64 bytesSent() const { return m_body ? m_body->handedOut() : 0; }
    std::chrono::milliseconds startedAt() const { return m_startedAt; }
    // When it began to open a connection of its own; nullopt: one that was open carried it.
    std::optional<std::chrono::milliseconds> openedAt() const { return m_openedAt; }
    bool lostConnection() const { return m_lost; } // it ended since others cut its connection on the way

private:
    bool wantsLargePieces() const;
    QNetworkRequest networkRequest() const;
    QNetworkReply* post(QNetworkAccessManager& manager, const QNetworkRequest& request);
    void handOver(qint64 sent);
    void listen();
    void moved() { m_movedAt = m_surroundings.clock.monotonic(); }
    void noteConnecting();
    void noteSent();
    void noteProgress(qint64 sent);
    void readMore();
    void onFinished();
    bool isAnswer() const;
    bool isCutShort() const;
    bool maySent(const Error& error) const;
    HttpReply answer() const;
    void fail(Error error);
    void end(HttpReply reply);
    void silence();

    HttpRequest m_request;
    QUrl m_url;
    Transport::Progress m_progress;
    Ended m_ended;
    CallSurroundings& m_surroundings;
    BodyDevice* m_body = nullptr; // child of the reply
    QNetworkReply* m_reply = nullptr;
    QMetaMethod m_pieceSignal; // valid: the body goes in large pieces
    int m_piecesHandedOver = 0;
    QByteArray m_replyBody;
    QList<QSslError> m_tlsErrors;
    std::chrono::milliseconds m_movedAt{0};
    std::chrono::milliseconds m_startedAt{0};
    std::optional<std::chrono::milliseconds> m_openedAt;
    bool m_lost = false;
    std::optional<std::chrono::milliseconds> m_suspectedAt;
    Reached m_reached = Reached::Unknown;
};

} // namespace partway
