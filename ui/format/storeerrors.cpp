// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errorentry.h"

#include <QCoreApplication>

namespace partway {

namespace {

const ErrorEntry entries[]{
    {"InternalError InternalErrors", QT_TRANSLATE_NOOP("ErrorText", "The server has trouble of its own."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "Partway tries again by itself.")},
    {"ServiceUnavailable SlowDown SlowDownRead SlowDownWrite ServerBusy Throttling ThrottlingException "
     "ThrottledException RequestThrottled RequestThrottledException RequestLimitExceeded "
     "BandwidthLimitExceeded "
     "TooManyRequests TooManyRequestsException",
     QT_TRANSLATE_NOOP("ErrorText", "The server asks us to slow down."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Partway sends fewer parts at once and goes on by itself.")},
    {"RequestTimeout", QT_TRANSLATE_NOOP("ErrorText", "The server waited too long for the next bytes."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The line is too slow for so many parts at once. Partway tries with fewer.")},
    {"IncompleteBody BadDigest XAmzContentSHA256Mismatch XAmzContentChecksumMismatch InvalidDigest",
     QT_TRANSLATE_NOOP("ErrorText", "What arrived on the server is not what was sent."), nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Data was damaged on the way, or the file changed while it was being read. Retry sends those "
         "parts again.")},
    {"RequestTimeTooSkewed", QT_TRANSLATE_NOOP("ErrorText", "The clock of this computer is wrong."), nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The server accepts a difference of 15 minutes. Partway allows for it; better set the clock.")},
    {"ExpiredToken TokenRefreshRequired InvalidToken RequestExpired",
     QT_TRANSLATE_NOOP("ErrorText", "The sign-in has expired."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Sign in again; the transfer goes on from what is stored.")},
    {"AuthorizationHeaderMalformed PermanentRedirect TemporaryRedirect Redirect "
     "IllegalLocationConstraintException "
     "InvalidLocationConstraint IncorrectEndpoint",
     QT_TRANSLATE_NOOP("ErrorText", "The bucket is in another region than the account says."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Check the region and the endpoint of the account.")},
    {"SignatureDoesNotMatch", QT_TRANSLATE_NOOP("ErrorText", "The server does not accept the signature."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "The secret key of the account is most likely wrong. Enter it again.")},
    {"InvalidAccessKeyId", QT_TRANSLATE_NOOP("ErrorText", "The server does not know the access key."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "It is misspelt, was deleted, or belongs to another store. Check the account.")},
    {"NotSignedUp AccountProblem InvalidSecurity",
     QT_TRANSLATE_NOOP("ErrorText", "The store has closed this account."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Ask the provider; often a payment or a confirmation is missing.")},
    {"AccessDenied AllAccessDisabled UnauthorizedAccess Unauthorized Forbidden",
     QT_TRANSLATE_NOOP("ErrorText", "The server does not allow this."),
     QT_TRANSLATE_NOOP("ErrorText", "The server does not allow this for “%1”."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Uploading needs the right s3:PutObject for this bucket and prefix; aborting and resuming also "
         "s3:AbortMultipartUpload and s3:ListMultipartUploadParts. The bucket's name may be wrong, too.")},
    {"NoSuchBucket", QT_TRANSLATE_NOOP("ErrorText", "The bucket does not exist."),
     QT_TRANSLATE_NOOP("ErrorText", "The bucket of “%1” does not exist."),
     QT_TRANSLATE_NOOP("ErrorText", "Check its spelling and the account, or create it on the store.")},
    {"InvalidBucketName", QT_TRANSLATE_NOOP("ErrorText", "The bucket's name is not valid."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Names have 3 to 63 lower-case letters, digits and dashes. Check the destination.")},
    {"NoSuchUpload", QT_TRANSLATE_NOOP("ErrorText", "The upload is no longer on the server."), nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText", "It was completed or aborted elsewhere, or a clean-up rule of the bucket deleted it.")},
    {"NoSuchKey NotFound", QT_TRANSLATE_NOOP("ErrorText", "The object is not on the server."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is not on the server."), nullptr},
    {"InvalidPart InvalidPartOrder",
     QT_TRANSLATE_NOOP("ErrorText", "The server no longer accepts some stored parts."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Retry compares with the server and sends what is missing.")},
    {"EntityTooSmall", QT_TRANSLATE_NOOP("ErrorText", "The parts are too small for this store."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Start over with a larger part size.")},
    {"EntityTooLarge MaxMessageLengthExceeded",
     QT_TRANSLATE_NOOP("ErrorText", "This is too large for the server."), nullptr,
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The store or a proxy in between limits the size of a request. Try a smaller part size.")},
    {"PreconditionFailed ConditionalRequestConflict",
     QT_TRANSLATE_NOOP("ErrorText", "An object of this name is already there."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is already there."),
     QT_TRANSLATE_NOOP("ErrorText", "It was to be kept. Replace it, or choose another place.")},
    {"OperationAborted", QT_TRANSLATE_NOOP("ErrorText", "The server was busy with the same object."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Partway tries again by itself.")},
    {"KeyTooLongError KeyTooLong", QT_TRANSLATE_NOOP("ErrorText", "The name of the object is too long."),
     QT_TRANSLATE_NOOP("ErrorText", "The name “%1” is too long."),
     QT_TRANSLATE_NOOP("ErrorText", "Choose a shorter prefix or rename the file.")},
    {"MetadataTooLarge", QT_TRANSLATE_NOOP("ErrorText", "The metadata is larger than the store takes."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "Stores take about 2 KB of it.")},
    {"InvalidStorageClass", QT_TRANSLATE_NOOP("ErrorText", "The store does not know this storage class."),
     nullptr, QT_TRANSLATE_NOOP("ErrorText", "Choose another one, or none.")},
    {"InvalidEncryptionAlgorithmError",
     QT_TRANSLATE_NOOP("ErrorText", "The store does not know this encryption."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Choose another one, or none.")},
    {"AccessControlListNotSupported",
     QT_TRANSLATE_NOOP("ErrorText", "The bucket does not take access control lists."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Leave the access control list out.")},
    {"InvalidArgument InvalidRequest MalformedXML MissingContentLength InvalidURI MissingContentMD5",
     QT_TRANSLATE_NOOP("ErrorText", "The server does not understand the request."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "A setting of this transfer is most likely one that this store lacks.")},
    {"NotImplemented", QT_TRANSLATE_NOOP("ErrorText", "The store lacks something that this transfer needs."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "Leave out storage class, encryption or another checksum, and retry.")},
    {"MethodNotAllowed", QT_TRANSLATE_NOOP("ErrorText", "The server does not allow this operation here."),
     nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The endpoint may be a web site or read-only. Check the account's endpoint.")},
    {"InvalidObjectState", QT_TRANSLATE_NOOP("ErrorText", "The object is archived or locked."),
     QT_TRANSLATE_NOOP("ErrorText", "“%1” is archived or locked."), nullptr},
    {"XMinioStorageFull XMinioAdminBucketQuotaExceeded QuotaExceeded InsufficientStorage cap_exceeded",
     QT_TRANSLATE_NOOP("ErrorText", "The store is full."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText",
                       "Free some space or raise the quota, then retry; what is stored is kept.")},
    {"XAmzContentSHA256NotSupported AuthorizationQueryParametersError",
     QT_TRANSLATE_NOOP("ErrorText", "The server does not accept this kind of signature."), nullptr,
     QT_TRANSLATE_NOOP("ErrorText", "This is probably not an S3 store that knows Signature Version 4.")},
};

} // namespace

std::span<const ErrorEntry> storeErrors()
{
    return entries;
}

} // namespace partway
