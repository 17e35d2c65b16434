// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/failure.h"

#include "support/sandbox/xmlwriter.h"

namespace partway::sandbox {
namespace {

struct Row
{
    const char* code;
    int status;
    const char* message;
};

// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
constexpr Row table[] = {
    {"AccessDenied", 403, "Access Denied"},
    {"AuthorizationHeaderMalformed", 400, "The authorization header that you provided is not valid."},
    {"BadDigest", 400,
     "The Content-MD5 or checksum value that you specified did not match what the server received."},
    {"BucketAlreadyOwnedByYou", 409, "The bucket that you tried to create already exists, and you own it."},
    {"BucketNotEmpty", 409, "The bucket that you tried to delete is not empty."},
    {"ConditionalRequestConflict", 409, "A conflicting operation occurred during the request."},
    {"EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed object size."},
    {"EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size."},
    {"ExpiredToken", 400, "The provided token has expired."},
    {"IllegalLocationConstraintException", 400,
     "The specified location constraint is not valid for this endpoint."},
    {"IncompleteBody", 400,
     "You did not provide the number of bytes specified by the Content-Length HTTP header."},
    {"InternalError", 500, "We encountered an internal error. Please try again."},
    {"InvalidAccessKeyId", 403, "The AWS access key ID that you provided does not exist in our records."},
    {"InvalidArgument", 400, "Invalid Argument"},
    {"InvalidBucketName", 400, "The specified bucket is not valid."},
    {"InvalidDigest", 400, "The Content-MD5 or checksum value that you specified is not valid."},
    {"InvalidPart", 400,
     "One or more of the specified parts could not be found. The part might not have been uploaded, or the "
     "specified ETag might not have matched the uploaded part's ETag."},
    {"InvalidPartOrder", 400,
     "The list of parts was not in ascending order. The parts list must be specified in order by part "
     "number."},
    {"InvalidRange", 416, "The requested range is not satisfiable"},
    {"InvalidRequest", 400, "Invalid Request"},
    {"InvalidStorageClass", 400, "The storage class that you specified is not valid."},
    {"InvalidTag", 400, "Your request contains tag input that is not valid."},
    {"InvalidToken", 400, "The provided token is malformed or otherwise not valid."},
    {"InvalidURI", 400, "The specified URI couldn't be parsed."},
    {"KeyTooLongError", 400, "Your key is too long."},
    {"MalformedTrailerError", 400, "The request contained trailing data that was not well-formed."},
    {"MalformedXML", 400,
     "The XML that you provided was not well formed or did not validate against our published schema."},
    {"MaxMessageLengthExceeded", 400, "Your request was too large."},
    {"MetadataTooLarge", 400, "Your metadata headers exceed the maximum allowed metadata size."},
    {"MethodNotAllowed", 405, "The specified method is not allowed against this resource."},
    {"MissingContentLength", 411, "You must provide the Content-Length HTTP header."},
    {"NoSuchBucket", 404, "The specified bucket does not exist"},
    {"NoSuchKey", 404, "The specified key does not exist."},
    {"NoSuchLifecycleConfiguration", 404, "The lifecycle configuration does not exist"},
    {"NoSuchUpload", 404,
     "The specified multipart upload does not exist. The upload ID might not be valid, or the multipart "
     "upload "
     "might have been aborted or completed."},
    {"NoSuchVersion", 404, "The specified version does not exist."},
    {"NotImplemented", 501, "A header or query you provided implies functionality that is not implemented."},
    {"OperationAborted", 409, "A conflicting conditional operation is currently in progress. Try again."},
    {"PreconditionFailed", 412, "At least one of the preconditions that you specified did not hold"},
    {"RequestHeaderSectionTooLarge", 400,
     "Your request header and query parameters exceed the maximum size."},
    {"RequestTimeout", 400,
     "Your socket connection to the server was not read from or written to within the timeout period."},
    {"RequestTimeTooSkewed", 403,
     "The difference between the request time and the server's time is too large."},
    {"ServiceUnavailable", 503, "Service is unable to handle request."},
    {"SignatureDoesNotMatch", 403,
     "The request signature that the server calculated does not match the signature that you provided. Check "
     "your secret access key and signing method."},
    {"SlowDown", 503, "Please reduce your request rate."},
    {"TooManyBuckets", 400, "You have attempted to create more buckets than are allowed for an account."},
    {"TooManyRequests", 429, "Please reduce your request rate."},
    {"XAmzContentSHA256Mismatch", 400,
     "The provided 'x-amz-content-sha256' header does not match what was computed."},
};

const Row* rowOf(const QByteArray& code)
{
    for (const Row& row : table) {
        if (code == row.code)
            return &row;
    }
    return nullptr;
}

} // namespace

Failure failure(const QByteArray& code, const QByteArray& message)
{
    Failure made;
    made.code = code;
    const Row* row = rowOf(code);
    made.message = message.isEmpty() && row ? QByteArray(row->message) : message;
    return made;
}

int statusOf(const QByteArray& code)
{
    const Row* row = rowOf(code);
    return row ? row->status : 400;
}

QByteArray errorDocument(const Failure& failure, const QByteArray& resource, const QByteArray& requestId)
{
    XmlWriter xml;
    xml.open("Error");
    xml.text("Code", failure.code);
    xml.text("Message", failure.message);
    for (const auto& [name, value] : failure.details)
        xml.text(name, value);
    xml.text("Resource", resource);
    xml.text("RequestId", requestId);
    xml.text("HostId", "partway-sandbox");
    xml.close();
    return xml.document();
}

} // namespace partway::sandbox
