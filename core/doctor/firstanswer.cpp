// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/firstanswer.h"

#include "s3/lessons.h"
#include "s3/s3error.h"

#include <cstdlib>

namespace partway {

namespace {

constexpr qint64 worthTellingSeconds = 60;

// Auto as the store's own default would be.
Addressing firstStyle(const Patient& patient)
{
    if (patient.addressing != Addressing::Auto)
        return patient.addressing;
    const Address address = resolveAddress(patient.endpoint, Addressing::Auto, patient.bucket, {});
    return address.origin.host == patient.endpoint.origin.host ? Addressing::Path : Addressing::Virtual;
}

// What a request looks like that reached the server, but not the bucket that was meant.
bool mayBeAddressing(const Error& error)
{
    static const QStringList codes{QStringLiteral("host-not-found"),
                                   QStringLiteral("tls-wrong-host"),
                                   QStringLiteral("not-s3"),
                                   QStringLiteral("answer-invalid"),
                                   QStringLiteral("NoSuchBucket"),
                                   QStringLiteral("InvalidBucketName"),
                                   QStringLiteral("NoSuchKey"),
                                   QStringLiteral("SecondLevelDomainForbidden"),
                                   QStringLiteral("PathStyleDomainForbidden")};
    return codes.contains(error.code) || (error.httpStatus == 404 && error.code.isEmpty());
}

Finding finding(const char* step, Outcome outcome, const char* verdict)
{
    return {.step = QLatin1String(step), .outcome = outcome, .verdict = QLatin1String(verdict), .facts = {}};
}

Finding failed(const char* step, const char* verdict, const std::optional<Error>& error)
{
    Finding told = finding(step, Outcome::Fail, verdict);
    told.error = error;
    return told;
}

} // namespace

void FirstAnswer::start(Done done)
{
    m_done = std::move(done);
    m_bedside.addressing = firstStyle(m_bedside.patient());
    ask();
}

void FirstAnswer::ask()
{
    const Patient& patient = m_bedside.patient();
    const S3Request request =
        patient.bucket.isEmpty()
            ? listBucketsRequest()
            : listUploadsRequest({.bucket = patient.bucket, .prefix = m_bedside.key(), .maxUploads = 1});
    m_bedside.ask(request, [this](const HttpReply& reply) { answered(reply); });
}

bool FirstAnswer::canTryOther() const
{
    const Patient& patient = m_bedside.patient();
    return !m_second && !patient.bucket.isEmpty() &&
           (m_bedside.addressing == Addressing::Virtual || canBeVirtual(patient.endpoint, patient.bucket));
}

void FirstAnswer::answered(const HttpReply& reply)
{
    std::optional<Error> error;
    if (reply.failure)
        error = *reply.failure;
    else if (m_bedside.patient().bucket.isEmpty())
        error = [&] {
            const auto read = listBucketsReply(reply);
            return read ? std::nullopt : std::optional(read.error());
        }();
    else if (const auto read = listUploadsReply(reply); !read)
        error = read.error();
    if (error && mayBeAddressing(*error) && canTryOther()) {
        m_second = true;
        m_bedside.addressing =
            m_bedside.addressing == Addressing::Path ? Addressing::Virtual : Addressing::Path;
        return ask();
    }
    m_done(judge(reply, error));
}

bool FirstAnswer::judge(const HttpReply& reply, const std::optional<Error>& error)
{
    return tellAnswer(error) && tellClock(reply, error) && tellRegion(error) && tellSignature(error) &&
           tellBucket(error);
}

bool FirstAnswer::tellAnswer(const std::optional<Error>& error)
{
    const QString code = error ? error->code : QString();
    if (code == QLatin1String("captive-portal"))
        m_bedside.report(failed("answer", "portal", error));
    else if (code == QLatin1String("not-s3") || code == QLatin1String("answer-invalid") ||
             code == QLatin1String("reply-too-long"))
        m_bedside.report(failed("answer", "not-s3", error));
    else if (error && error->httpStatus == 0)
        m_bedside.report(failed("answer", "failed", error));
    else if (error && error->httpStatus >= 500 && error->httpStatus != 501)
        m_bedside.report(failed("answer", "failed", error));
    else {
        m_bedside.report(finding("answer", Outcome::Ok, "s3"));
        return true;
    }
    return false;
}

bool FirstAnswer::tellSignature(const std::optional<Error>& error)
{
    const bool refused = error && error->kind == ErrorKind::SignIn;
    m_bedside.report(refused ? failed("signature", "refused", error)
                             : finding("signature", Outcome::Ok, "accepted"));
    return !refused;
}

// The client has signed again for a clock that is off; a store that refuses then does so for good.
bool FirstAnswer::tellClock(const HttpReply& reply, const std::optional<Error>& error)
{
    if (error && error->kind == ErrorKind::Clock) {
        m_bedside.report(failed("clock", "refused", error));
        return false;
    }
    const qint64 offset = m_bedside.clockOffsetSeconds();
    const bool off = std::llabs(offset) > worthTellingSeconds;
    Finding told = finding("clock", off ? Outcome::Warn : Outcome::Ok, off ? "off" : "right");
    if (!clockOffsetFrom(reply))
        told = finding("clock", Outcome::Skipped, "unknown");
    told.facts.insert(QStringLiteral("seconds"), QString::number(offset));
    m_bedside.report(told);
    return true;
}

bool FirstAnswer::tellRegion(const std::optional<Error>& error)
{
    const QString set = m_bedside.patient().region;
    if (error && error->kind == ErrorKind::Redirect) {
        Finding told = failed("region", "refused", error);
        told.facts.insert(QStringLiteral("set"), set);
        m_bedside.report(told);
        return false;
    }
    const bool other = m_bedside.region() != set;
    Finding told = finding("region", other ? Outcome::Warn : Outcome::Ok, other ? "other" : "as-set");
    told.facts.insert(QStringLiteral("set"), set);
    told.facts.insert(QStringLiteral("region"), m_bedside.region());
    m_bedside.report(told);
    return true;
}

bool FirstAnswer::tellBucket(const std::optional<Error>& error)
{
    const QString bucket = m_bedside.patient().bucket;
    const bool missing = error && error->kind == ErrorKind::NotFound;
    Finding told = missing ? failed("bucket", "missing", error) : finding("bucket", Outcome::Ok, "there");
    if (bucket.isEmpty())
        told = finding("bucket", Outcome::Skipped, "none");
    told.facts.insert(QStringLiteral("bucket"), bucket);
    m_bedside.report(told);
    return !missing && !bucket.isEmpty();
}

} // namespace partway
