// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sandbox/reply.h"
#include "support/sandbox/services.h"

#include <QSslConfiguration>
#include <QThread>

#include <optional>

namespace partway::sandbox {

// Serves one connection, request after request, in a thread of its own: everything in it may block.
class Connection : public QThread
{
public:
    Connection(qintptr descriptor, std::optional<QSslConfiguration> tls, Services& services);

protected:
    void run() override;

private:
    enum class Next { Keep, Close, Cut };

    Next serveOne(Wire& wire);
    Next serveControl(Wire& wire, const Request& request);
    Next serve(Wire& wire, const Request& request);
    Answer work(Wire& wire, const Request& request, const FaultPlan& faults, WireBody& body, Reply& reply);
    Next finish(Wire& wire, const FaultPlan& faults, WireBody& body);
    void note(const Request& request, int status) const;

    qintptr m_descriptor;
    std::optional<QSslConfiguration> m_tls;
    Services& m_services;
};

} // namespace partway::sandbox
