// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/uploadoptions.h"

#include <QtTest>

using namespace partway;

class UploadOptionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everything();
    void defaults();
    void wrong_data();
    void wrong();
    void destination();
};

namespace {

OrComplaint<UploadOptions> read(const QStringList& arguments)
{
    QCommandLineParser parser;
    describeUploadOptions(parser);
    describeStoreOptions(parser);
    describeDriveOptions(parser);
    if (!parser.parse(QStringList{QStringLiteral("partway-cli")} + arguments))
        return Complaint{.sentence = parser.errorText()};
    return uploadOptionsOf(parser);
}

} // namespace

void UploadOptionsTest::everything()
{
    const auto options = read({"--to",
                               "s3://media/raw",
                               "--part-size",
                               "16MiB",
                               "--parallel",
                               "8",
                               "--limit-rate",
                               "10M/s",
                               "--checksum",
                               "crc64nvme",
                               "--if-exists",
                               "rename",
                               "--storage-class",
                               "STANDARD_IA",
                               "--content-type",
                               "video/quicktime",
                               "--metadata",
                               "Camera=A",
                               "--metadata",
                               "take=3",
                               "--tag",
                               "shoot=day 1",
                               "--sse",
                               "aws:kms",
                               "--sse-kms-key-id",
                               "alias/x",
                               "--acl",
                               "private",
                               "--follow-links",
                               "--dry-run",
                               "--wait",
                               "--name",
                               "clip.mov",
                               "--account",
                               "Work",
                               "day1.mov"});
    QVERIFY2(!complaintOf(options), complaintOf(options) ? qPrintable(complaintOf(options)->sentence) : "");
    const UploadOptions& o = std::get<UploadOptions>(options);
    QCOMPARE(o.request.to.bucket, QStringLiteral("media"));
    QCOMPARE(o.request.to.prefix, QStringLiteral("raw/"));
    QCOMPARE(o.request.partSize, 16 * MiB);
    QCOMPARE(o.drive.parallel, 8);
    QCOMPARE(o.drive.rate, 10 * MiB);
    QVERIFY(o.drive.patient);
    QCOMPARE(o.request.checksum, std::optional(ChecksumMode::Crc64Nvme));
    QCOMPARE(o.request.ifExists, IfExists::Rename);
    QCOMPARE(o.request.object.storageClass, QByteArray("STANDARD_IA"));
    QCOMPARE(o.request.object.contentType, QByteArray("video/quicktime"));
    QCOMPARE(o.request.object.metadata.value("camera"), QStringLiteral("A"));
    QCOMPARE(o.request.object.metadata.size(), 2);
    QCOMPARE(o.request.object.tags.value(QStringLiteral("shoot")), QStringLiteral("day 1"));
    QCOMPARE(o.request.object.encryption, QByteArray("aws:kms"));
    QCOMPARE(o.request.object.kmsKeyId, QByteArray("alias/x"));
    QCOMPARE(o.request.object.acl, QByteArray("private"));
    QVERIFY(o.request.followLinks);
    QVERIFY(o.dryRun);
    QCOMPARE(o.store.account, QStringLiteral("Work"));
    QCOMPARE(o.request.paths, QStringList{QDir::current().absoluteFilePath(QStringLiteral("day1.mov"))});
}

void UploadOptionsTest::defaults()
{
    const auto options = read({"a.bin", "b.bin"});
    QVERIFY(!complaintOf(options));
    const UploadOptions& o = std::get<UploadOptions>(options);
    QCOMPARE(o.request.partSize, 0);
    QCOMPARE(o.request.ifExists, IfExists::Replace);
    QVERIFY(!o.request.checksum);
    QVERIFY(o.request.to.bucket.isEmpty());
    QCOMPARE(o.request.paths.size(), 2);
    QCOMPARE(o.drive.parallel, 0);
    QVERIFY(!o.dryRun);
}

void UploadOptionsTest::wrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names"); // what the sentence must name
    QTest::newRow("nothing") << QStringList() << "file";
    QTest::newRow("unknown option") << QStringList{"--sideways", "a"} << "sideways";
    QTest::newRow("standard input") << QStringList{"-"} << "standard input";
    QTest::newRow("part size") << QStringList{"--part-size", "many", "a"} << "--part-size";
    QTest::newRow("part size of nothing") << QStringList{"--part-size", "0", "a"} << "part size";
    QTest::newRow("parallel") << QStringList{"--parallel", "0", "a"} << "--parallel";
    QTest::newRow("parallel beyond") << QStringList{"--parallel", "65", "a"} << "--parallel";
    QTest::newRow("rate") << QStringList{"--limit-rate", "fast", "a"} << "--limit-rate";
    QTest::newRow("checksum") << QStringList{"--checksum", "sha3", "a"} << "--checksum";
    QTest::newRow("if-exists") << QStringList{"--if-exists", "ask", "a"} << "--if-exists";
    QTest::newRow("destination") << QStringList{"--to", "https://x/y", "a"} << "--to";
    QTest::newRow("empty destination") << QStringList{"--to", "s3://", "a"} << "--to";
    QTest::newRow("metadata") << QStringList{"--metadata", "camera", "a"} << "--metadata";
    QTest::newRow("metadata name") << QStringList{"--metadata", "a b=c", "a"} << "a b";
    QTest::newRow("our metadata") << QStringList{"--metadata", "Partway-Upload=c", "a"} << "Partway";
    QTest::newRow("tag") << QStringList{"--tag", "=x", "a"} << "--tag";
    QTest::newRow("encryption") << QStringList{"--sse", "rot13", "a"} << "--sse";
    QTest::newRow("key without kms") << QStringList{"--sse", "AES256", "--sse-kms-key-id", "k", "a"}
                                     << "--sse-kms-key-id";
    QTest::newRow("name for two") << QStringList{"--name", "x", "a", "b"} << "--name";
    QTest::newRow("name for a folder") << QStringList{"--name", "x", "/"} << "--name";
    QStringList tags{"a"};
    for (int i = 0; i < 11; ++i)
        tags << QStringLiteral("--tag") << QStringLiteral("t%1=1").arg(i);
    QTest::newRow("eleven tags") << tags << "10";
}

void UploadOptionsTest::wrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);
    const auto options = read(arguments);
    QVERIFY(complaintOf(options));
    QCOMPARE(complaintOf(options)->code, ExitCode::WrongUse);
    QVERIFY2(complaintOf(options)->sentence.contains(names), qPrintable(complaintOf(options)->sentence));
}

void UploadOptionsTest::destination()
{
    Account account;
    account.id = QStringLiteral("a");
    account.name = QStringLiteral("Work");

    QVERIFY(complaintOf(requestFor({}, account)));
    account.bucket = QStringLiteral("usual");
    account.prefix = QStringLiteral("raw");
    auto request = std::get<AddRequest>(requestFor({}, account));
    QVERIFY((request.to == Destination{.accountId = "a", .bucket = "usual", .prefix = "raw/"}));

    UploadOptions options;
    options.request.to.bucket = QStringLiteral("said");
    options.name = QStringLiteral("u\u0308.bin"); // decomposed
    request = std::get<AddRequest>(requestFor(options, account));
    QVERIFY((request.to == Destination{.accountId = "a", .bucket = "said", .prefix = ""}));
    QCOMPARE(request.keyOverride, QByteArray("\xc3\xbc.bin"));
}

QTEST_GUILESS_MAIN(UploadOptionsTest)
#include "tst_uploadoptions.moc"
