// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/reply.h"

#include "support/sandbox/failure.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace partway::sandbox {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

const QByteArray declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

QByteArray wrongEtag(QByteArray etag)
{
    for (char& c : etag) {
        if (!std::isxdigit(uchar(c)))
            continue;
        c = c == '0' ? '1' : '0';
        break;
    }
    return etag;
}

HeaderList withoutEtag(const HeaderList& headers)
{
    HeaderList rest;
    for (const auto& [name, value] : headers.all()) {
        if (name.toLower() != "etag")
            rest.add(name, value);
    }
    return rest;
}

void spoilDocument(QByteArray& document, bool missing)
{
    static const QRegularExpression element(QStringLiteral("<ETag>([^<]*)</ETag>"));
    QString text = QString::fromUtf8(document);
    qsizetype from = 0;
    for (auto match = element.match(text); match.hasMatch(); match = element.match(text, from)) {
        const QByteArray value = match.captured(1).toUtf8();
        const QString instead =
            missing ? QString() : QStringLiteral("<ETag>%1</ETag>").arg(QString::fromUtf8(wrongEtag(value)));
        text.replace(match.capturedStart(), match.capturedLength(), instead);
        from = match.capturedStart() + instead.size();
    }
    document = text.toUtf8();
}

} // namespace

void spoil(Answer& answer, const FaultPlan& faults)
{
    if (faults.etag != EtagFault::None) {
        const bool missing = faults.etag == EtagFault::Missing;
        if (missing)
            answer.headers = withoutEtag(answer.headers);
        else if (answer.headers.has("etag"))
            answer.headers.set("ETag", wrongEtag(answer.headers.value("etag")));
        spoilDocument(answer.body, missing);
    }
    if (faults.truncateAt && !answer.body.isEmpty())
        answer.body.truncate(*faults.truncateAt < 0 ? answer.body.size() / 2 : *faults.truncateAt);
}

Reply::Reply(Wire& wire, const Request& request, const FaultPlan& faults, QByteArray requestId)
    : m_wire(wire), m_request(request), m_faults(faults), m_requestId(std::move(requestId)),
      m_lastWord(steady_clock::now())
{
}

void Reply::write(const QByteArray& bytes)
{
    if (!m_wire.write(bytes))
        throw ConnectionLost();
}

void Reply::chunk(const QByteArray& bytes)
{
    write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

QByteArray Reply::head(const Answer& answer, qint64 length, bool keepAlive) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(m_faults.skew.count());
    QByteArray text =
        "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonOf(answer.status) + "\r\n";
    text += "Date: " + httpDate(now) + "\r\nServer: PartwaySandbox\r\n";
    text += "x-amz-request-id: " + m_requestId + "\r\nx-amz-id-2: partway-sandbox\r\n";
    for (const auto& [name, value] : answer.headers.all())
        text += name + ": " + value + "\r\n";
    if (length >= 0)
        text += "Content-Length: " + QByteArray::number(length) + "\r\n";
    else
        text += "Transfer-Encoding: chunked\r\n";
    if (!keepAlive)
        text += "Connection: close\r\n";
    return text + "\r\n";
}

void Reply::begin()
{
    write(head(Answer::xml({}), -1, true));
    chunk(declaration);
    m_begun = true;
}

void Reply::alive()
{
    if (steady_clock::now() - m_lastWord < 5s)
        return;
    if (!m_begun)
        begin();
    chunk(" ");
    m_lastWord = steady_clock::now();
}

void Reply::blanksFor(std::chrono::milliseconds duration)
{
    const auto end = steady_clock::now() + duration;
    if (!m_begun)
        begin();
    while (steady_clock::now() < end) {
        chunk(" ");
        if (!m_wire.sleep(std::min(duration, 200ms)))
            throw ConnectionLost();
    }
}

void Reply::sendFile(const Answer& answer)
{
    QByteArray buffer(256 * KiB, Qt::Uninitialized);
    answer.file->seek(answer.window.offset);
    qint64 left = answer.window.length;
    if (m_faults.cutAnswerAt)
        left = std::min(left, *m_faults.cutAnswerAt);
    while (left > 0) {
        const qint64 size = answer.file->read(buffer.data(), std::min<qint64>(buffer.size(), left));
        if (size <= 0 || !m_wire.write(buffer.constData(), size))
            throw ConnectionLost();
        left -= size;
    }
    if (m_faults.cutAnswerAt && answer.window.length > *m_faults.cutAnswerAt)
        throw ConnectionLost();
}

void Reply::send(Answer answer, bool keepAlive)
{
    spoil(answer, m_faults);
    if (m_faults.blanks > 0ms && answer.status == 200 && !m_request.isHead())
        blanksFor(m_faults.blanks);
    if (m_begun) {
        if (answer.body.startsWith(declaration))
            answer.body.remove(0, declaration.size());
        chunk(answer.body);
        write("0\r\n\r\n");
        return;
    }
    const bool bodiless = m_request.isHead() || answer.status == 204 || answer.status == 304;
    const qint64 length = answer.headLength >= 0 ? answer.headLength : answer.body.size();
    QByteArray text = head(answer, length, keepAlive);
    if (!bodiless && !answer.file) {
        text += m_faults.cutAnswerAt ? answer.body.left(*m_faults.cutAnswerAt) : answer.body;
        write(text);
        if (m_faults.cutAnswerAt && answer.body.size() > *m_faults.cutAnswerAt)
            throw ConnectionLost();
        return;
    }
    write(text);
    if (!bodiless)
        sendFile(answer);
}

} // namespace partway::sandbox
