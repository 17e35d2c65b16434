// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/control.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/lifecycleoperations.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace partway::sandbox {
namespace {

Answer json(const QJsonDocument& document, int status = 200)
{
    Answer answer;
    answer.status = status;
    answer.headers.set("Content-Type", "application/json");
    answer.body = document.toJson();
    return answer;
}

Answer text(int status, const QByteArray& words)
{
    Answer answer;
    answer.status = status;
    answer.headers.set("Content-Type", "text/plain; charset=utf-8");
    answer.body = words + '\n';
    return answer;
}

Answer listFaults(const FaultBook& book)
{
    QJsonArray list;
    for (const FaultState& state : book.states())
        list.append(QJsonObject{{QStringLiteral("id"), state.id},
                                {QStringLiteral("rule"), QString::fromUtf8(state.text)},
                                {QStringLiteral("matched"), state.matched},
                                {QStringLiteral("acted"), state.acted}});
    return json(QJsonDocument(list));
}

// What rules do in their own time on a real store, done when it is asked for: as if it were ?now=…
Answer applyRules(const Request& request, Services& services)
{
    const QDateTime now = QDateTime::fromString(QString::fromUtf8(request.queryValue("now")), Qt::ISODate);
    if (!now.isValid())
        return text(400, "now=2026-01-31T00:00:00Z is missing");
    return json(QJsonDocument(applyAbortRules(services.depot, now)));
}

QByteArray readAll(WireBody& body)
{
    QByteArray all;
    char buffer[16 * 1024];
    while (const qint64 size = body.read(buffer, sizeof buffer))
        all.append(buffer, size);
    return all;
}

Answer faults(const Request& request, WireBody& body, FaultBook& book)
{
    if (request.method == "GET")
        return listFaults(book);
    if (request.method == "DELETE") {
        const QByteArray id = request.path.mid(controlPath.size() + QByteArray("/faults/").size());
        if (id.isEmpty())
            book.clear();
        if (!id.isEmpty() && !book.remove(id.toInt()))
            return text(404, "no such rule");
        return listFaults(book);
    }
    if (request.method != "PUT" && request.method != "POST")
        return text(405, "GET, PUT, POST or DELETE");
    const Result<QList<FaultRule>> rules = parseFaultRules(readAll(body));
    if (!rules)
        return text(400, rules.error().message.toUtf8());
    if (request.method == "PUT")
        book.replace(*rules);
    else
        book.add(*rules);
    return listFaults(book);
}

} // namespace

bool isControl(const Request& request)
{
    return request.path == controlPath || request.path.startsWith(controlPath + '/');
}

Answer control(const Request& request, WireBody& body, Services& services)
{
    const QByteArray place = request.path.mid(controlPath.size());
    if (place == "/faults" || place.startsWith("/faults/"))
        return faults(request, body, services.faults);
    body.drain();
    if (place == "/counters") {
        if (request.method == "DELETE")
            services.counters.reset();
        return json(QJsonDocument(services.counters.json()));
    }
    if (place == "/connections" && request.method == "DELETE") {
        ++services.idleGeneration;
        return text(200, "idle connections end within a moment");
    }
    if (place == "/lifecycle" && request.method == "POST")
        return applyRules(request, services);
    return text(404, "faults, counters, connections and lifecycle are here\n\n" + faultHelp().toUtf8());
}

} // namespace partway::sandbox
