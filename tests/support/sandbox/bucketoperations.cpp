// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/bucketoperations.h"

#include "support/sandbox/documents.h"
#include "support/sandbox/failure.h"
#include "support/sandbox/intake.h"
#include "support/sandbox/objectmeta.h"
#include "support/sandbox/owner.h"

#include <QRegularExpression>

namespace partway::sandbox {
namespace {

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
bool isBucketName(const QByteArray& name)
{
    static const QRegularExpression form(QStringLiteral("^(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!xn--)(?!.*\\.\\.)"
                                                        "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"));
    return form.match(QString::fromUtf8(name)).hasMatch();
}

} // namespace

Answer listBuckets(Exchange& exchange)
{
    const QByteArray prefix = exchange.request.queryValue("prefix");
    XmlWriter xml;
    xml.open("ListAllMyBucketsResult", s3Namespace);
    writeOwner(xml, "Owner");
    xml.open("Buckets");
    for (const auto& bucket : exchange.depot.buckets()) {
        if (!bucket->name().startsWith(prefix))
            continue;
        xml.open("Bucket");
        xml.text("Name", bucket->name());
        xml.time("CreationDate", bucket->created());
        // S3 says the region only to those who ask for something.
        if (!exchange.request.query.isEmpty())
            xml.text("BucketRegion", exchange.region);
        xml.close();
    }
    xml.close();
    xml.close();
    return Answer::xml(xml.document());
}

Answer createBucket(Exchange& exchange)
{
    refuseUnsupported(exchange.request);
    const QByteArray& name = exchange.request.bucket;
    const QByteArray wanted = parseLocationConstraint(takeDocument(exchange));
    if (!isBucketName(name))
        throw failure("InvalidBucketName");
    const QByteArray region = wanted.isEmpty() ? QByteArray("us-east-1") : wanted;
    if (region != exchange.region)
        throw failure("IllegalLocationConstraintException",
                      "The " + (wanted.isEmpty() ? QByteArray("unspecified") : wanted) +
                          " location constraint is incompatible for the region specific endpoint this "
                          "request was sent to.");
    exchange.depot.create(name);
    Answer answer;
    answer.headers.set("Location", '/' + name);
    return answer;
}

Answer headBucket(Exchange& exchange)
{
    Answer answer;
    answer.headers.set("x-amz-bucket-region", exchange.region);
    answer.headers.set("Content-Type", "application/xml");
    return answer;
}

Answer deleteBucket(Exchange& exchange)
{
    exchange.depot.remove(exchange.request.bucket);
    Answer answer;
    answer.status = 204;
    return answer;
}

Answer getBucketLocation(Exchange& exchange)
{
    XmlWriter xml;
    xml.open("LocationConstraint", s3Namespace);
    xml.close();
    QByteArray document = xml.document();
    const QByteArray region = exchange.region == "us-east-1" ? QByteArray() : exchange.region;
    document.insert(document.indexOf("</LocationConstraint>"), region);
    return Answer::xml(document);
}

} // namespace partway::sandbox
