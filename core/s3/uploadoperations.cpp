// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// CreateMultipartUpload, UploadPart, CompleteMultipartUpload, AbortMultipartUpload.
#include "s3/checksumheaders.h"
#include "s3/errordocument.h"
#include "s3/objectheaders.h"
#include "s3/operations.h"
#include "s3/replyreading.h"
#include "s3/s3error.h"
#include "s3/s3time.h"
#include "s3/xmlreader.h"

namespace partway {

namespace {

// What an element's text cannot hold as it is. Quotes can, and ETags have them.
QByteArray escaped(const QByteArray& text)
{
    QByteArray result;
    for (const char c : text) {
        if (c == '&')
            result += "&amp;";
        else if (c == '<')
            result += "&lt;";
        else if (c == '>')
            result += "&gt;";
        else if (c == '\r')
            result += "&#xD;";
        else if (c == '\n')
            result += "&#xA;";
        else
            result += c;
    }
    return result;
}

QByteArray completeBody(const CompleteUploadInput& input)
{
    const QByteArray element = checksumElement(input.checksum);
    QByteArray body = "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";
    for (const CompletedPart& part : input.parts) {
        body += "<Part><PartNumber>" + QByteArray::number(part.number) + "</PartNumber><ETag>" +
                escaped(part.etag) + "</ETag>";
        if (!element.isEmpty() && !part.checksum.isEmpty())
            body += '<' + element + '>' + part.checksum.toBase64() + "</" + element + '>';
        body += "</Part>";
    }
    return body + "</CompleteMultipartUpload>";
}

S3Request uploadRequest(const QByteArray& method, const QString& bucket, const QByteArray& key,
                        const QString& uploadId)
{
    S3Request request;
    request.method = method;
    request.bucket = bucket;
    request.key = key;
    request.query = {{"uploadId", uploadId.toUtf8()}};
    return request;
}

// Anything but the result and <Error> is like no answer at all: the object may be there.
Error lostCompleteAnswer(const HttpReply& reply)
{
    Error error = wrongDocument(reply, "CompleteMultipartUploadResult", true);
    if (error.code == QLatin1String("not-s3") || error.code == QLatin1String("answer-invalid"))
        error.kind = ErrorKind::Transient;
    return error;
}

} // namespace

S3Request createUploadRequest(const CreateUploadInput& input)
{
    S3Request request;
    request.method = "POST";
    request.bucket = input.bucket;
    request.key = input.key;
    request.query = {{"uploads", {}}};
    request.repeatable = false; // each one makes another upload
    addObjectHeaders(request.headers, input.object);
    const QByteArray algorithm = checksumAlgorithm(input.checksum);
    if (!algorithm.isEmpty()) {
        request.headers.set("x-amz-checksum-algorithm", algorithm);
        request.headers.set("x-amz-checksum-type",
                            checksumIsFullObject(input.checksum) ? "FULL_OBJECT" : "COMPOSITE");
    }
    return request;
}

Result<CreateUploadOutput> createUploadReply(const HttpReply& reply)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    XmlReader xml(reply.body);
    if (xml.root() != QLatin1String("InitiateMultipartUploadResult"))
        return wrongDocument(reply, "InitiateMultipartUploadResult", true);
    CreateUploadOutput output;
    while (xml.nextChild()) {
        if (xml.name() == QLatin1String("UploadId"))
            output.uploadId = xml.text();
    }
    if (!xml.finish())
        return wrongDocument(reply, "InitiateMultipartUploadResult", true);
    if (output.uploadId.isEmpty())
        return replyError(reply, ErrorKind::Bug, "missing-upload-id", true);
    output.abortDate = timeFromHeader(reply.headers.value("x-amz-abort-date"));
    output.abortRule = headerText(reply, "x-amz-abort-rule-id");
    output.encryptedWithKms = hidesMd5(reply);
    return output;
}

S3Request sendPartRequest(const SendPartInput& input)
{
    S3Request request = uploadRequest("PUT", input.bucket, input.key, input.uploadId);
    request.query.prepend({"partNumber", QByteArray::number(input.partNumber)});
    request.body = input.body;
    addChecksumHeaders(request, input.checksum, input.digests);
    return request;
}

Result<SendPartOutput> sendPartReply(const HttpReply& reply, ChecksumMode checksum)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    SendPartOutput output;
    output.etag = reply.headers.value("ETag");
    output.checksum = checksumOf(reply, checksum);
    output.requestId = requestIdOf(reply);
    output.encryptedWithKms = hidesMd5(reply);
    if (bareEtag(output.etag).isEmpty())
        return missingEtag(reply);
    return output;
}

S3Request completeUploadRequest(const CompleteUploadInput& input)
{
    S3Request request = uploadRequest("POST", input.bucket, input.key, input.uploadId);
    request.body.bytes = completeBody(input);
    request.headers.set("Content-Type", "application/xml");
    if (input.condition == WriteCondition::IfNoneMatch)
        request.headers.set("If-None-Match", "*");
    if (checksumIsFullObject(input.checksum)) {
        request.headers.set("x-amz-mp-object-size", QByteArray::number(input.objectSize));
        if (!input.objectChecksum.isEmpty()) {
            request.headers.set(checksumHeader(input.checksum), input.objectChecksum.toBase64());
            request.headers.set("x-amz-checksum-type", "FULL_OBJECT");
        }
    }
    request.repeatable = false;
    request.errorInSuccess = true;
    // Some stores say nothing until they are done, which takes time for each part; AWS sends blanks
    // meanwhile.
    request.stallTimeout = std::chrono::minutes(2) + std::chrono::milliseconds(100) * input.parts.size();
    return request;
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html: a 200 may hold an error.
Result<CompleteUploadOutput> completeUploadReply(const HttpReply& reply, ChecksumMode checksum)
{
    if (!isSuccess(reply))
        return errorFromReply(reply);
    XmlReader xml(reply.body);
    if (xml.root() != QLatin1String("CompleteMultipartUploadResult"))
        return lostCompleteAnswer(reply);
    CompleteUploadOutput output;
    const QString element = QString::fromLatin1(checksumElement(checksum));
    while (xml.nextChild()) {
        const QString name = xml.name();
        if (name == QLatin1String("ETag"))
            output.etag = xml.bytes().trimmed();
        else if (name == QLatin1String("Location"))
            output.location = xml.text();
        else if (!element.isEmpty() && name == element)
            output.checksum = rawChecksum(xml.bytes(), checksum);
    }
    if (!xml.finish())
        return lostCompleteAnswer(reply);
    if (bareEtag(output.etag).isEmpty())
        return missingEtag(reply);
    output.versionId = headerText(reply, "x-amz-version-id");
    output.requestId = requestIdOf(reply);
    return output;
}

S3Request abortUploadRequest(const UploadRef& upload)
{
    return uploadRequest("DELETE", upload.bucket, upload.key, upload.uploadId);
}

Result<void> abortUploadReply(const HttpReply& reply)
{
    if (isSuccess(reply) && isPortal(reply))
        return portalPage(reply); // or the parts would be left there
    if (isSuccess(reply))
        return {};
    const Error error = errorFromReply(reply);
    if (error.httpStatus == 404 && error.code == QLatin1String("NoSuchUpload"))
        return {}; // gone already: what was asked for
    return error;
}

} // namespace partway
