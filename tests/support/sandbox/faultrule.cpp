// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/faultrule.h"

#include "support/sandbox/faultactions.h"
#include "support/sandbox/operation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace partway::sandbox {
namespace {

Error wrong(const QString& text)
{
    return Error{.code = QStringLiteral("fault-rule"), .message = text};
}

Result<void> setOperations(FaultRule& rule, const QByteArray& text)
{
    if (text == "*")
        return {};
    for (const QByteArray& name : text.split('|')) {
        const std::optional<Operation> operation = operationFromName(name);
        if (!operation)
            return wrong(QStringLiteral("no operation is called \"%1\"").arg(QString::fromUtf8(name)));
        rule.operations.append(*operation);
    }
    return {};
}

// * any characters, also "/"; ? one character.
QRegularExpression globPattern(const QByteArray& glob)
{
    QString pattern;
    for (const QChar c : QString::fromUtf8(QByteArray::fromPercentEncoding(glob))) {
        if (c == u'*')
            pattern += QStringLiteral(".*");
        else if (c == u'?')
            pattern += u'.';
        else
            pattern += QRegularExpression::escape(c);
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

bool setParts(FaultRule& rule, const QByteArray& value)
{
    const QList<QByteArray> ends = value.split('-');
    rule.firstPart = ends.first().toInt();
    rule.lastPart = ends.last().toInt();
    return ends.size() <= 2 && rule.firstPart >= 1 && rule.lastPart >= rule.firstPart;
}

Result<void> setMatch(FaultRule& rule, const QByteArray& name, const QByteArray& value)
{
    bool ok = true;
    if (name == "key")
        rule.key = globPattern(value);
    else if (name == "part")
        ok = setParts(rule, value);
    else if (name == "with")
        ok = !(rule.header = value).isEmpty();
    else if (name == "nth")
        ok = (rule.nth = value.toLongLong()) >= 1;
    else if (name == "times")
        ok = (rule.times = value.toLongLong()) >= 1;
    else if (name == "chance")
        rule.chance = value.toDouble(&ok);
    else if (name == "seed")
        rule.seed = value.toUInt(&ok);
    else
        return wrong(QStringLiteral("requests cannot be told by \"%1\"").arg(QString::fromUtf8(name)));
    if (!ok)
        return wrong(QStringLiteral("\"%1\" is no value for %2")
                         .arg(QString::fromUtf8(value), QString::fromUtf8(name)));
    return {};
}

std::pair<QByteArray, QByteArray> nameAndValue(const QByteArray& word)
{
    const qsizetype equals = word.indexOf('=');
    return equals < 0 ? std::pair(word, QByteArray()) : std::pair(word.left(equals), word.mid(equals + 1));
}

Result<QByteArray> ruleText(const QJsonObject& object)
{
    QByteArray matches = object.value(u"operation").toString(QStringLiteral("*")).toUtf8();
    QByteArray effects;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"operation")
            continue;
        if (it.value().isBool() && !it.value().toBool())
            continue;
        const QByteArray name = it.key().toUtf8();
        QByteArray value = it.value().toVariant().toString().toUtf8();
        if (name == "key")
            value = value.toPercentEncoding("*?/");
        (isAction(name) ? effects : matches) += ' ' + name + '=' + value;
    }
    if (effects.isEmpty())
        return wrong(QStringLiteral("a rule without an action does nothing"));
    return QByteArray(matches + " :" + effects);
}

Result<FaultRule> parseValue(const QJsonValue& value)
{
    if (value.isString())
        return parseFaultRule(value.toString().toUtf8());
    const Result<QByteArray> text = ruleText(value.toObject());
    return text ? parseFaultRule(*text) : Result<FaultRule>(text.error());
}

Result<QList<FaultRule>> parseJson(const QByteArray& body)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (document.isNull())
        return wrong(problem.errorString());
    QList<FaultRule> rules;
    const QJsonArray values = document.isArray() ? document.array() : QJsonArray{document.object()};
    for (const QJsonValue& value : values) {
        Result<FaultRule> rule = parseValue(value);
        if (!rule)
            return rule.error();
        rules.append(*rule);
    }
    return rules;
}

} // namespace

bool FaultRule::matches(const Request& request) const
{
    if (!operations.isEmpty() && !operations.contains(request.operation))
        return false;
    if (key && !key->match(QString::fromUtf8(request.key)).hasMatch())
        return false;
    if (!header.isEmpty() && !request.headers.has(header))
        return false;
    const int part = request.partNumber();
    return firstPart == 0 || (part >= firstPart && part <= lastPart);
}

Result<FaultRule> parseFaultRule(const QByteArray& text)
{
    FaultRule rule;
    rule.text = text.simplified();
    const QByteArray spaced = QByteArray(text).replace(':', " : ");
    bool acting = false;
    bool any = false;
    for (const QByteArray& word : spaced.simplified().split(' ')) {
        if (word == ":") {
            acting = true;
            continue;
        }
        const auto [name, value] = nameAndValue(word);
        const bool isOperation = !acting && !word.contains('=');
        Result<void> done = isOperation ? setOperations(rule, word)
                            : acting    ? addAction(rule.plan, name, value)
                                        : setMatch(rule, name, value);
        if (!done)
            return done.error();
        any = any || acting;
    }
    if (!any)
        return wrong(QStringLiteral("a rule needs an action behind a colon"));
    return rule;
}

Result<QList<FaultRule>> parseFaultRules(const QByteArray& body)
{
    const QByteArray text = body.trimmed();
    if (text.startsWith('[') || text.startsWith('{'))
        return parseJson(text);
    QList<FaultRule> rules;
    for (const QByteArray& line : text.split('\n')) {
        if (line.trimmed().isEmpty() || line.trimmed().startsWith('#'))
            continue;
        Result<FaultRule> rule = parseFaultRule(line);
        if (!rule)
            return rule.error();
        rules.append(*rule);
    }
    return rules;
}

QString faultHelp()
{
    return QStringLiteral(R"(A RULE is  OPERATION [WHICH...] : ACTION...
  OPERATION  UploadPart, CompleteMultipartUpload, ... several with |, or * for every one
  WHICH      key=GLOB (percent-encode blanks and colons)  part=N or N-M
             with=HEADER (only requests that carry it)
             nth=N (begin with the Nth such request)  times=N (act N times, then never again)
             chance=P seed=N (act on a share of them, repeatably)
  ACTION     delay=2s  rate=64k (bytes a second)
             cut-before  cut-body=N (after N bytes of the body)  cut-after (work done, answer lost)  cut-answer=N
             status=503 [code=SlowDown] [empty] [retry-after=N] [late] [close]
             error=InternalError (inside a 200)  blanks=5s (before Complete's answer)
             etag=wrong|none  truncate[=N] (of the XML)  html[=STATUS]  corrupt (stores a wrong byte)
             skew=20m (the server's clock)  expired-token  vanish (deletes the upload first)
             unconditional (If-None-Match is ignored)
             denied (403 after a good signature: a user without this right)
             close-idle[=1s] (the kept connection dies silently after the answer)
Examples:  --fault "UploadPart part=3 times=1: cut-body=65536"
           --fault "* chance=0.05 seed=7: status=503 retry-after=1")");
}

} // namespace partway::sandbox
