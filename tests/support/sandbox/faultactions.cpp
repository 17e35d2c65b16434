// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/faultactions.h"

#include "base/byterange.h"

#include <QMap>

#include <functional>

namespace partway::sandbox {
namespace {

using std::chrono::milliseconds;
using Setter = std::function<bool(FaultPlan&, const QByteArray&)>; // false: the value makes no sense

Setter flag(bool FaultPlan::*field)
{
    return [field](FaultPlan& plan, const QByteArray& value) {
        plan.*field = true;
        return value.isEmpty() || value == "true";
    };
}

Setter size(std::optional<qint64> FaultPlan::*field)
{
    return [field](FaultPlan& plan, const QByteArray& value) {
        plan.*field = parseSize(value);
        return (plan.*field).has_value();
    };
}

Setter duration(milliseconds FaultPlan::*field)
{
    return [field](FaultPlan& plan, const QByteArray& value) {
        const auto parsed = parseDuration(value);
        plan.*field = parsed.value_or(milliseconds(0));
        return parsed.has_value();
    };
}

bool setStatus(FaultPlan& plan, const QByteArray& value)
{
    plan.status = value.toInt();
    return plan.status >= 300 && plan.status <= 599;
}

bool setEtag(FaultPlan& plan, const QByteArray& value)
{
    plan.etag = value == "wrong" ? EtagFault::Wrong : EtagFault::Missing;
    return value == "wrong" || value == "none";
}

bool setSkew(FaultPlan& plan, const QByteArray& value)
{
    const bool back = value.startsWith('-');
    const auto parsed = parseDuration(back ? value.mid(1) : value);
    if (!parsed)
        return false;
    plan.skew = std::chrono::duration_cast<std::chrono::seconds>(back ? -*parsed : *parsed);
    return true;
}

bool setHtml(FaultPlan& plan, const QByteArray& value)
{
    plan.html = value.isEmpty() || value == "true" ? 200 : value.toInt();
    return plan.html >= 200 && plan.html <= 599;
}

bool setTruncate(FaultPlan& plan, const QByteArray& value)
{
    plan.truncateAt = value.isEmpty() || value == "true" ? -1 : parseSize(value);
    return plan.truncateAt.has_value();
}

bool setCloseIdle(FaultPlan& plan, const QByteArray& value)
{
    plan.closeIdleAfter = value.isEmpty() || value == "true" ? milliseconds(0) : parseDuration(value);
    return plan.closeIdleAfter.has_value();
}

bool setRetryAfter(FaultPlan& plan, const QByteArray& value)
{
    bool ok = false;
    plan.retryAfterSeconds = value.toInt(&ok);
    return ok && plan.retryAfterSeconds >= 0;
}

bool setRate(FaultPlan& plan, const QByteArray& value)
{
    plan.bytesPerSecond = parseSize(value).value_or(0);
    return plan.bytesPerSecond > 0;
}

Setter word(QByteArray FaultPlan::*field)
{
    return [field](FaultPlan& plan, const QByteArray& value) {
        plan.*field = value;
        return !value.isEmpty();
    };
}

const QMap<QByteArray, Setter>& actions()
{
    static const QMap<QByteArray, Setter> all = {
        {"delay", duration(&FaultPlan::delay)},
        {"rate", setRate},
        {"cut-body", size(&FaultPlan::cutBodyAt)},
        {"cut-before", flag(&FaultPlan::cutBefore)},
        {"cut-after", flag(&FaultPlan::cutAfter)},
        {"cut-answer", size(&FaultPlan::cutAnswerAt)},
        {"status", setStatus},
        {"code", word(&FaultPlan::code)},
        {"empty", flag(&FaultPlan::emptyBody)},
        {"late", flag(&FaultPlan::late)},
        {"close", flag(&FaultPlan::close)},
        {"retry-after", setRetryAfter},
        {"error", word(&FaultPlan::errorInside)},
        {"blanks", duration(&FaultPlan::blanks)},
        {"etag", setEtag},
        {"skew", setSkew},
        {"expired-token", flag(&FaultPlan::expiredToken)},
        {"unconditional", flag(&FaultPlan::unconditional)},
        {"denied", flag(&FaultPlan::denied)},
        {"vanish", flag(&FaultPlan::vanish)},
        {"corrupt", flag(&FaultPlan::corrupt)},
        {"truncate", setTruncate},
        {"html", setHtml},
        {"close-idle", setCloseIdle},
    };
    return all;
}

template <typename T>
void take(T& field, const T& other)
{
    if (other != T{})
        field = other;
}

std::optional<double> parseScaled(const QByteArray& text, const QMap<QByteArray, double>& units)
{
    qsizetype digits = 0;
    while (digits < text.size() && (std::isdigit(uchar(text[digits])) || text[digits] == '.'))
        ++digits;
    const auto unit = units.constFind(text.mid(digits));
    bool ok = false;
    const double number = text.left(digits).toDouble(&ok);
    if (!ok || unit == units.cend())
        return std::nullopt;
    return number * *unit;
}

} // namespace

Result<void> addAction(FaultPlan& plan, const QByteArray& name, const QByteArray& value)
{
    const auto found = actions().constFind(name);
    if (found == actions().cend())
        return Error{.code = QStringLiteral("fault-action"),
                     .message = QStringLiteral("no action is called \"%1\"").arg(QString::fromUtf8(name))};
    if (!(*found)(plan, value))
        return Error{.code = QStringLiteral("fault-action"),
                     .message = QStringLiteral("\"%1\" is no value for %2")
                                    .arg(QString::fromUtf8(value), QString::fromUtf8(name))};
    return {};
}

bool isAction(const QByteArray& name)
{
    return actions().contains(name);
}

void overlay(FaultPlan& plan, const FaultPlan& other)
{
    take(plan.delay, other.delay);
    take(plan.bytesPerSecond, other.bytesPerSecond);
    take(plan.cutBodyAt, other.cutBodyAt);
    take(plan.cutBefore, other.cutBefore);
    take(plan.cutAfter, other.cutAfter);
    take(plan.cutAnswerAt, other.cutAnswerAt);
    take(plan.status, other.status);
    take(plan.code, other.code);
    take(plan.emptyBody, other.emptyBody);
    take(plan.late, other.late);
    take(plan.close, other.close);
    take(plan.retryAfterSeconds, other.retryAfterSeconds);
    take(plan.errorInside, other.errorInside);
    take(plan.blanks, other.blanks);
    take(plan.etag, other.etag);
    take(plan.skew, other.skew);
    take(plan.expiredToken, other.expiredToken);
    take(plan.unconditional, other.unconditional);
    take(plan.denied, other.denied);
    take(plan.vanish, other.vanish);
    take(plan.corrupt, other.corrupt);
    take(plan.truncateAt, other.truncateAt);
    take(plan.html, other.html);
    take(plan.closeIdleAfter, other.closeIdleAfter);
}

std::optional<milliseconds> parseDuration(const QByteArray& text)
{
    const auto value = parseScaled(text, {{"", 1000}, {"ms", 1}, {"s", 1000}, {"m", 60'000}});
    return value ? std::optional(milliseconds(qint64(*value))) : std::nullopt;
}

std::optional<qint64> parseSize(const QByteArray& text)
{
    const auto value = parseScaled(text, {{"", 1}, {"k", KiB}, {"M", MiB}, {"G", GiB}});
    return value ? std::optional(qint64(*value)) : std::nullopt;
}

} // namespace partway::sandbox
