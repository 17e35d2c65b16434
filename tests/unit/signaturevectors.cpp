// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "signaturevectors.h"

#include "s3/endpoint.h"
#include "s3/hash.h"

using namespace partway;

namespace vectors {

const QByteArray uploadId = "VXBsb2FkIElE/x+y==";
const QByteArray token = "FwoGZXIvYXdzEXAMPLE//token+value==";
const QByteArray mediaHost = "media-bkt.s3.eu-central-1.amazonaws.com";
const QByteArray regionalHost = "s3.eu-central-1.amazonaws.com";
const QByteArray expressHost = "fastdata--euw1-az1--x-s3.s3express-euw1-az1.eu-west-1.amazonaws.com";

const QByteArray plainNames = "host;x-amz-content-sha256;x-amz-date";
const QByteArray completeBody =
    "<CompleteMultipartUpload "
    "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Part><PartNumber>1</PartNumber>"
    "<ETag>\"25f9e794323b453885f5181f1b624d0b\"</ETag></Part></CompleteMultipartUpload>";
const QByteArray lifecycleBody =
    "<LifecycleConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Rule>"
    "<ID>partway-abort-incomplete</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status>"
    "<AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation>"
    "</AbortIncompleteMultipartUpload></Rule></LifecycleConfiguration>";
const QByteArray assumeRoleBody =
    "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fuploader"
    "&RoleSessionName=partway&DurationSeconds=3600";

QByteArray sha256(const QByteArray& bytes)
{
    return hashOf(HashAlgorithm::Sha256, bytes).toHex();
}

Vector createVector()
{
    Vector v;
    v.method = "POST";
    v.host = mediaHost;
    v.path = encodePath("/photos/My Summer Trip (1).jpg");
    v.query = {{"uploads", ""}};
    v.headers = {{"Content-Type", "image/jpeg"},
                 {"x-amz-storage-class", "STANDARD_IA"},
                 {"x-amz-meta-note", "  two   spaces  "}};
    v.expectedQuery = "uploads=";
    v.expectedNames = "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-meta-note;x-amz-storage-class";
    v.canonicalSha256 = "cf983df8abd4461f00bb8c48dd2a48109ffe93f256f3ca9cdcdbf8ad29e9e000";
    v.signature = "170b9060e43ff23c2dd2d54d9e4029b19746b59285928389f8d1f078c53a2e12";
    return v;
}

Vector pathStylePartVector()
{
    Vector v;
    v.method = "PUT";
    v.host = "127.0.0.1:9000";
    v.path = encodePath(QStringLiteral("/bucket.with.dots/dir//a+b~c/ü€😀.bin").toUtf8());
    v.query = {{"uploadId", uploadId}, {"partNumber", "7"}};
    v.headers = {{"Content-MD5", hashOf(HashAlgorithm::Md5, "hello part").toBase64()}};
    v.payloadHash = sha256("hello part");
    v.scope.region = "us-east-1";
    v.expectedQuery = "partNumber=7&uploadId=VXBsb2FkIElE%2Fx%2By%3D%3D";
    v.expectedNames = "content-md5;host;x-amz-content-sha256;x-amz-date";
    v.canonicalSha256 = "bce7e6aefc37d527decaee16aa77b76ea861e0fcaabbe61c0abee89562fcd5bc";
    v.signature = "07c055fb1495396d8f78159b118b9d45914bce96cd3d86f83e097ee0cb3c0776";
    return v;
}

Vector tokenPartVector()
{
    Vector v;
    v.method = "PUT";
    v.host = mediaHost;
    v.path = "/a%20b.bin";
    v.query = {{"partNumber", "1"}, {"uploadId", "EXAMPLEUPLOADID"}};
    v.headers = {{"x-amz-checksum-crc64nvme", "rosUhgp5mIg="}};
    v.payloadHash = unsignedPayload;
    v.sessionToken = token;
    v.expectedQuery = "partNumber=1&uploadId=EXAMPLEUPLOADID";
    v.expectedNames = "host;x-amz-checksum-crc64nvme;x-amz-content-sha256;x-amz-date;x-amz-security-token";
    v.canonicalSha256 = "2e699c5753e599a4169e051467e90de257a9ac8720b1ac24b8c666aa57bad6f2";
    v.signature = "2bad01de5c443c3e81a7eecf2f7d81f62614cf2518b486ca3c7840a79f574d55";
    return v;
}

Vector completeVector()
{
    Vector v;
    v.method = "POST";
    v.host = mediaHost;
    v.path = "/a%20b.bin";
    v.query = {{"uploadId", "EXAMPLEUPLOADID"}};
    v.headers = {{"Content-Type", "application/xml"},
                 {"If-None-Match", "*"},
                 {"x-amz-mp-object-size", "9"},
                 {"x-amz-checksum-type", "FULL_OBJECT"},
                 {"x-amz-checksum-crc64nvme", "rosUhgp5mIg="}};
    v.payloadHash = sha256(completeBody);
    v.expectedQuery = "uploadId=EXAMPLEUPLOADID";
    v.expectedNames = "content-type;host;if-none-match;x-amz-checksum-crc64nvme;x-amz-checksum-type;"
                      "x-amz-content-sha256;x-amz-date;x-amz-mp-object-size";
    v.canonicalSha256 = "1b9de2ea7f838c3e42b6d7eb7b2fe7d4af04232394fbdf9f353b8eb20f817950";
    v.signature = "c2ecf7ce6131e2b9da9ab5077abf219eb524a5d54afce309772b8fb2df04dc5c";
    return v;
}

Vector listUploadsVector()
{
    Vector v;
    v.method = "GET";
    v.host = mediaHost;
    v.path = "/";
    v.query = {
        {"uploads", ""},          {"prefix", "a b/+\xC3\xBC"},           {"delimiter", "/"},
        {"encoding-type", "url"}, {"key-marker", "a b/+\xC3\xBC/x&y=z"}, {"upload-id-marker", uploadId},
        {"max-uploads", "1000"}};
    v.expectedQuery =
        "delimiter=%2F&encoding-type=url&key-marker=a%20b%2F%2B%C3%BC%2Fx%26y%3Dz&max-uploads=1000"
        "&prefix=a%20b%2F%2B%C3%BC&upload-id-marker=VXBsb2FkIElE%2Fx%2By%3D%3D&uploads=";
    v.expectedNames = plainNames;
    v.canonicalSha256 = "cee2512e4dffd23fd911080e352f9f8fb415c72aef8eb7a5e2c8ad08fb8b8fa8";
    v.signature = "e99cb5c3f18f66e76245e40414c665880bf0b9917caa81abb23e0a3ed3615cb8";
    return v;
}

Vector dotSegmentsVector()
{
    Vector v;
    v.method = "HEAD";
    v.host = regionalHost;
    v.path = "/media-bkt/./a/../b/./c//";
    v.expectedNames = plainNames;
    v.canonicalSha256 = "69796075899d20eeba7bd794e4d5a7811a8a299f8eae07f0567a76685c82cfc9";
    v.signature = "96ebbd130b64a753959e48b128f38b570926dace9d3dfe34d9a6dd545047ee5a";
    return v;
}

Vector lifecycleVector()
{
    Vector v;
    v.method = "PUT";
    v.host = mediaHost;
    v.path = "/";
    v.query = {{"lifecycle", ""}};
    v.headers = {{"content-md5", hashOf(HashAlgorithm::Md5, lifecycleBody).toBase64()},
                 {"content-type", "application/xml"}};
    v.payloadHash = sha256(lifecycleBody);
    v.expectedQuery = "lifecycle=";
    v.expectedNames = "content-md5;content-type;host;x-amz-content-sha256;x-amz-date";
    v.canonicalSha256 = "e9c915def68e020a0bfdb70bf74c38ae0f8103ca808b7fff47b810065e5d1217";
    v.signature = "67eaecf1897c063cc37f49696abf3861ee11a877c64dacce4c4138b6424ea712";
    return v;
}

Vector oddKeyVector()
{
    Vector v;
    v.method = "GET";
    v.host = regionalHost;
    v.path = encodePath("/media-bkt/~!@#$%^&*()_+`-={}[]|\\:\";'<>?,./ \xC3\xA9");
    v.query = {{"uploadId", uploadId}, {"part-number-marker", "0"}, {"max-parts", "1000"}};
    v.expectedQuery = "max-parts=1000&part-number-marker=0&uploadId=VXBsb2FkIElE%2Fx%2By%3D%3D";
    v.expectedNames = plainNames;
    v.canonicalSha256 = "25bd21e4d523884dc4aede04950f8e593b78d2ceaf5403eed53c8560af45cd2d";
    v.signature = "17e09fdedd3cb208460c634def7370aba457fbddbbaae5efb647dd8342584769";
    return v;
}

Vector createSessionVector()
{
    Vector v;
    v.method = "GET";
    v.host = expressHost;
    v.path = "/";
    v.query = {{"session", ""}};
    v.headers = {{"x-amz-create-session-mode", "ReadWrite"}};
    v.scope = {"eu-west-1", "s3express"};
    v.expectedQuery = "session=";
    v.expectedNames = "host;x-amz-content-sha256;x-amz-create-session-mode;x-amz-date";
    v.canonicalSha256 = "dab29323d570b5bb6cca8cce9686c886e69289f9a4ad2dad4987177062fb03cd";
    v.signature = "f76766a766981dbd9f37eede530c05da1bca63758c80275f1ed1853eec0acf43";
    return v;
}

Vector expressPartVector()
{
    Vector v;
    v.method = "PUT";
    v.host = expressHost;
    v.path = "/a%20b.bin";
    v.query = {{"partNumber", "1"}, {"uploadId", "EXAMPLEUPLOADID"}};
    v.headers = {{"x-amz-checksum-crc32", "y/Q5Jg=="}};
    v.payloadHash = unsignedPayload;
    v.scope = {"eu-west-1", "s3express"};
    v.sessionToken = "SESSIONTOKENEXAMPLE";
    v.tokenHeader = "x-amz-s3session-token";
    v.expectedQuery = "partNumber=1&uploadId=EXAMPLEUPLOADID";
    v.expectedNames = "host;x-amz-checksum-crc32;x-amz-content-sha256;x-amz-date;x-amz-s3session-token";
    v.canonicalSha256 = "fecb4b83129b382fb1908dfbaf903ea74fcfb3454e138ea2cde9cca63c454581";
    v.signature = "c7e556c7fbb0be27ca0b0092da8c01cffaac03abfa5249321c2f45e3f7c76e4a";
    return v;
}

Vector trailerVector()
{
    Vector v;
    v.method = "PUT";
    v.host = mediaHost;
    v.path = "/a%20b.bin";
    v.query = {{"partNumber", "1"}, {"uploadId", "EXAMPLEUPLOADID"}};
    v.headers = {{"content-encoding", "aws-chunked"},
                 {"x-amz-decoded-content-length", "27"},
                 {"x-amz-trailer", "x-amz-checksum-crc32"}};
    v.payloadHash = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    v.expectedQuery = "partNumber=1&uploadId=EXAMPLEUPLOADID";
    v.expectedNames = "content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;"
                      "x-amz-trailer";
    v.canonicalSha256 = "492d374aadb15e8141eab99cc2db751565397b269ca06e1391b987f83a47a731";
    v.signature = "b57307fdd75574b78c931f509783960b9e4f381f0aa44116f4baaa6a8e8d0c5d";
    return v;
}

Vector assumeRoleVector()
{
    Vector v;
    v.method = "POST";
    v.host = "sts.eu-central-1.amazonaws.com";
    v.path = "/";
    v.headers = {{"content-type", "application/x-www-form-urlencoded; charset=utf-8"}};
    v.payloadHash = sha256(assumeRoleBody);
    v.scope.service = "sts";
    v.expectedNames = "content-type;host;x-amz-date";
    v.canonicalSha256 = "3fa12b4c753765f5f689cc1bc4e75116abec53972d996085065a90a113837fbe";
    v.signature = "eb628b17d32bea99c803a958eccdc8b6ef5d95753c431b5b01fbac23e4c22222";
    return v;
}

} // namespace vectors
