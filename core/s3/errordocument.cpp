// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/errordocument.h"

#include "s3/xmlreader.h"

#include <QRegularExpression>

#include <algorithm>

namespace partway {

namespace {

constexpr qsizetype longestCode = 100;
constexpr qsizetype longestMessage = 2000;

// Swift looks at each part with a request of its own, and says InvalidRequest whatever the trouble with one
// was: "/bucket+segments/key/ID/3: 503 Service Unavailable". Names are percent-encoded there. Trouble with
// the object itself is in <Status>.
int statusOfPart(const QString& message)
{
    static const QRegularExpression part(QStringLiteral("(?:^|\\s)/\\S+: (408|429|499|5\\d\\d) "));
    return part.match(message).captured(1).toInt();
}

void readMessage(const QString& text, ErrorDocument& document)
{
    document.message = printable(text, longestMessage);
    if (const int status = statusOfPart(text); status > 0)
        document.innerStatus = status;
}

void readFields(XmlReader& xml, ErrorDocument& document)
{
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("Code"))
            document.code = printable(xml.text(), longestCode);
        else if (name == QLatin1String("Message"))
            readMessage(xml.text(), document);
        else if (name == QLatin1String("Status"))
            document.innerStatus =
                document.innerStatus > 0 ? document.innerStatus : xml.text().left(3).toInt();
        else if (name == QLatin1String("RequestId"))
            document.requestId = printable(xml.text(), 200);
        else if (name == QLatin1String("Region"))
            document.region = printable(xml.text(), 100);
        else if (name == QLatin1String("Endpoint"))
            document.endpoint = printable(xml.text(), 300);
        else if (name == QLatin1String("Key") || name == QLatin1String("Resource") ||
                 (name == QLatin1String("BucketName") && document.resource.isEmpty()))
            document.resource = printable(xml.text(), longestMessage);
    }
}

// Lower-case start of a body without blanks and a byte order mark.
QByteArray beginning(const QByteArray& body)
{
    QByteArray start = body.left(4096);
    if (start.startsWith("\xEF\xBB\xBF"))
        start.remove(0, 3);
    return start.trimmed().toLower();
}

// A store marks its answers; a page that stands in for it does not know how.
bool hasStoreMarks(const HttpReply& reply)
{
    const auto& fields = reply.headers.all();
    return std::any_of(fields.begin(), fields.end(),
                       [](const auto& field) { return field.first.toLower().startsWith("x-amz-"); });
}

// The answer to a HEAD has no body to judge by.
bool isPortalHead(const HttpReply& reply)
{
    return reply.body.isEmpty() && reply.headers.value("Content-Type").toLower().startsWith("text/html") &&
           !reply.headers.has("ETag") && !hasStoreMarks(reply);
}

} // namespace

ErrorDocument readErrorDocument(const QByteArray& body)
{
    ErrorDocument document;
    XmlReader xml(body);
    const QString root = xml.root();
    if (root == QLatin1String("Error")) {
        readFields(xml, document);
    } else if (root == QLatin1String("ErrorResponse")) {
        while (xml.nextChild()) {
            if (xml.name() == QLatin1String("Error")) {
                xml.enter();
                readFields(xml, document);
            } else if (xml.name() == QLatin1String("RequestId")) {
                document.requestId = printable(xml.text(), 200);
            }
        }
    }
    document.found = !document.code.isEmpty() || (root == QLatin1String("Error") && xml.finish());
    return document;
}

bool looksLikeHtml(const HttpReply& reply)
{
    const QByteArray start = beginning(reply.body);
    if (start.startsWith("<!doctype html") || start.startsWith("<html"))
        return true;
    if (start.startsWith("<?xml") || start.startsWith("<!--"))
        return start.contains("<html");
    return reply.headers.value("Content-Type").toLower().startsWith("text/html") && !start.isEmpty();
}

bool isPortal(const HttpReply& reply)
{
    constexpr int networkSignIn = 511; // RFC 6585
    if (reply.status == networkSignIn)
        return true;
    if (reply.status >= 200 && reply.status < 300)
        return looksLikeHtml(reply) || isPortalHead(reply);
    const bool elsewhere = reply.status == 302 || reply.status == 303 || reply.status == 307;
    return elsewhere && reply.headers.has("Location") && !hasStoreMarks(reply) &&
           !readErrorDocument(reply.body).found;
}

QString htmlTitle(const QByteArray& body)
{
    const QByteArray page = body.left(16 * 1024);
    const QByteArray lower = page.toLower();
    const qsizetype open = lower.indexOf("<title");
    const qsizetype begin = open < 0 ? -1 : lower.indexOf('>', open);
    const qsizetype end = begin < 0 ? -1 : lower.indexOf('<', begin);
    if (end < 0)
        return {};
    return printable(QString::fromUtf8(page.mid(begin + 1, end - begin - 1)), 200);
}

QString printable(const QString& text, qsizetype most)
{
    QString result;
    for (const QChar c : text.left(most))
        result += c.isPrint() || c.isSurrogate() ? c : QChar(u' ');
    return result.simplified();
}

QString xmlRootName(const QByteArray& body)
{
    XmlReader xml(body);
    const QString name = xml.root();
    return xml.finish() ? name : QString();
}

} // namespace partway
