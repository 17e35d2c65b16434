// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/endpoint.h"

#include <QTest>

using namespace partway;

namespace {

QString asText(const Address& address)
{
    return Endpoint{address.origin, address.path}.text();
}

} // namespace

class EndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void neverEchoesPasswords();
    void encoding_data();
    void encoding();
    void virtualNames_data();
    void virtualNames();
    void addresses_data();
    void addresses();
    void regions_data();
    void regions();
    void awsHosts_data();
    void awsHosts();
    void addressingNames();
};

void EndpointTest::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QString>("again");
    const auto row = [](const char* text, const char* scheme, const char* host, int port, const char* prefix,
                        const char* again) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(scheme)
                            << QString::fromUtf8(host) << port << QByteArray(prefix)
                            << QString::fromUtf8(again);
    };
    row("https://s3.example.com", "https", "s3.example.com", 0, "", "https://s3.example.com");
    row("  s3.example.com/ ", "https", "s3.example.com", 0, "", "https://s3.example.com");
    row("HTTPS://S3.Example.COM:443/", "https", "s3.example.com", 0, "", "https://s3.example.com");
    row("http://127.0.0.1:9000", "http", "127.0.0.1", 9000, "", "http://127.0.0.1:9000");
    row("http://host:80", "http", "host", 0, "", "http://host");
    row("http://host:443", "http", "host", 443, "", "http://host:443");
    row("localhost:9000", "https", "localhost", 9000, "", "https://localhost:9000");
    row("http://[::1]:9000", "http", "::1", 9000, "", "http://[::1]:9000");
    row("https://[2001:db8::2]", "https", "2001:db8::2", 0, "", "https://[2001:db8::2]");
    row("https://host/storage", "https", "host", 0, "/storage", "https://host/storage");
    row("https://host/a%20b%2B//", "https", "host", 0, "/a%20b%2B", "https://host/a%20b%2B");
    row("https://b\xC3\xBC"
        "cher.example",
        "https", "xn--bcher-kva.example", 0, "", "https://xn--bcher-kva.example");
    row("http://my_minio:9000", "http", "my_minio", 9000, "", "http://my_minio:9000");
}

void EndpointTest::parses()
{
    QFETCH(QString, text);
    const Result<Endpoint> endpoint = Endpoint::parse(text);
    QVERIFY(endpoint.ok());
    QTEST(endpoint->origin.scheme, "scheme");
    QTEST(endpoint->origin.host, "host");
    QTEST(endpoint->origin.port, "port");
    QTEST(endpoint->pathPrefix, "prefix");
    QTEST(endpoint->text(), "again");
    QCOMPARE(*Endpoint::parse(endpoint->text()), *endpoint);
}

void EndpointTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* text, const char* code) {
        QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text) << QString::fromLatin1(code);
    };
    row("", "endpoint-empty");
    row("   ", "endpoint-empty");
    row("ftp://host", "endpoint-scheme");
    row("s3://bucket", "endpoint-scheme");
    row("://host", "endpoint-scheme");
    row("https://", "endpoint-invalid");
    row("https:host", "endpoint-invalid");
    row("http:/host", "endpoint-invalid");
    row("https://host:0", "endpoint-invalid");
    row("https://host:70000", "endpoint-invalid");
    row("https://host:port", "endpoint-invalid");
    row("https://ho st", "endpoint-invalid");
    row("https://host/?x=1", "endpoint-invalid");
    row("https://host/#top", "endpoint-invalid");
    row("https://host/a/../b", "endpoint-invalid");
    row("https://host/%2E%2E/b", "endpoint-invalid");
    row("https://host//b", "endpoint-invalid");
    row("https://[::1", "endpoint-invalid");
    row("https://host/a b", "endpoint-invalid");
}

void EndpointTest::refuses()
{
    QFETCH(QString, text);
    const Result<Endpoint> endpoint = Endpoint::parse(text);
    QVERIFY(!endpoint.ok());
    QCOMPARE(endpoint.error().kind, ErrorKind::Refused);
    QTEST(endpoint.error().code, "code");
}

void EndpointTest::neverEchoesPasswords()
{
    const Result<Endpoint> endpoint = Endpoint::parse(QStringLiteral("https://me:hunter2@host"));
    QVERIFY(!endpoint.ok());
    QCOMPARE(endpoint.error().code, QStringLiteral("endpoint-invalid"));
    QVERIFY(!(endpoint.error().message + endpoint.error().resource).contains(QLatin1String("hunter2")));
}

void EndpointTest::encoding_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    const auto row = [](const char* name, const QByteArray& plain, const char* path, const char* query) {
        QTest::newRow(name) << plain << QByteArray(path) << QByteArray(query);
    };
    row("unreserved", "AZaz09-._~", "AZaz09-._~", "AZaz09-._~");
    row("slash", "a/b//c/", "a/b//c/", "a%2Fb%2F%2Fc%2F");
    row("blank and plus", " +", "%20%2B", "%20%2B");
    row("sub-delims", "!*'()", "%21%2A%27%28%29", "%21%2A%27%28%29");
    row("percent is encoded once", "%20", "%2520", "%2520");
    row("utf-8", "\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80", "%C3%BC%E2%82%AC%F0%9F%98%80",
        "%C3%BC%E2%82%AC%F0%9F%98%80");
    row("control", QByteArray("\0\n\x7F", 3), "%00%0A%7F", "%00%0A%7F");
    row("empty", "", "", "");
}

void EndpointTest::encoding()
{
    QFETCH(QByteArray, plain);
    QTEST(encodePath(plain), "path");
    QTEST(encodeQuery(plain), "query");
}

void EndpointTest::virtualNames_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<bool>("can");
    const auto row = [](const char* endpoint, const char* bucket, bool can) {
        QTest::addRow("%s on %s", bucket, endpoint)
            << QString::fromLatin1(endpoint) << QString::fromLatin1(bucket) << can;
    };
    row("https://s3.example.com", "media-bkt", true);
    row("https://s3.example.com", "abc", true);
    row("https://s3.example.com", "ab", false);
    row("https://s3.example.com", "with.dots", false);
    row("http://s3.example.com", "with.dots", true);
    row("http://s3.example.com", "with..dots", false);
    row("http://s3.example.com", "with.-dots", false);
    row("http://s3.example.com", "192.168.1.1", false);
    row("https://s3.example.com", "Upper", false);
    row("https://s3.example.com", "under_score", false);
    row("https://s3.example.com", "-start", false);
    row("https://s3.example.com", "end-", false);
    row("https://s3.example.com", "", false);
    row("https://s3.example.com", "a123456789012345678901234567890123456789012345678901234567890123", false);
    row("http://localhost:9000", "media-bkt", false);
    row("http://127.0.0.1:9000", "media-bkt", false);
    row("http://[::1]:9000", "media-bkt", false);
}

void EndpointTest::virtualNames()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, bucket);
    QTEST(canBeVirtual(*Endpoint::parse(endpoint), bucket), "can");
}

void EndpointTest::addresses_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<Addressing>("addressing");
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("address");
    const auto row = [](const char* name, const char* endpoint, Addressing addressing, const char* bucket,
                        const char* key, const char* address) {
        QTest::newRow(name) << QString::fromLatin1(endpoint) << addressing << QString::fromLatin1(bucket)
                            << QByteArray(key) << QString::fromLatin1(address);
    };
    const char* aws = "https://s3.eu-west-1.amazonaws.com";
    row("aws, auto", aws, Addressing::Auto, "media", "a b", "https://media.s3.eu-west-1.amazonaws.com/a%20b");
    row("aws, path", aws, Addressing::Path, "media", "k", "https://s3.eu-west-1.amazonaws.com/media/k");
    row("aws, bucket", aws, Addressing::Auto, "media", "", "https://media.s3.eu-west-1.amazonaws.com/");
    row("aws, bucket by path", aws, Addressing::Path, "media", "",
        "https://s3.eu-west-1.amazonaws.com/media");
    row("aws, service", aws, Addressing::Auto, "", "", "https://s3.eu-west-1.amazonaws.com/");
    row("aws, dots", aws, Addressing::Auto, "a.dotted.one", "k",
        "https://s3.eu-west-1.amazonaws.com/a.dotted.one/k");
    row("aws, old name", aws, Addressing::Virtual, "Old_Name", "k",
        "https://s3.eu-west-1.amazonaws.com/Old_Name/k");
    row("leading slash goes by path", aws, Addressing::Virtual, "media", "/lead/x",
        "https://s3.eu-west-1.amazonaws.com/media//lead/x");
    row("inner slashes stay", aws, Addressing::Auto, "media", "a//b/",
        "https://media.s3.eu-west-1.amazonaws.com/a//b/");
    row("directory control plane", "https://s3express-control.eu-west-1.amazonaws.com", Addressing::Auto,
        "media", "", "https://s3express-control.eu-west-1.amazonaws.com/media");
    row("other store, auto", "https://s3.example.com", Addressing::Auto, "media", "k",
        "https://s3.example.com/media/k");
    row("other store, virtual", "https://s3.example.com:8443", Addressing::Virtual, "media", "k",
        "https://media.s3.example.com:8443/k");
    row("alibaba only takes virtual", "https://s3.oss-cn-hangzhou.aliyuncs.com", Addressing::Auto, "media",
        "k", "https://media.s3.oss-cn-hangzhou.aliyuncs.com/k");
    row("tencent only takes virtual", "https://cos.ap-guangzhou.myqcloud.com", Addressing::Auto,
        "media-1250000", "k", "https://media-1250000.cos.ap-guangzhou.myqcloud.com/k");
    row("address", "http://127.0.0.1:9000", Addressing::Virtual, "media", "k",
        "http://127.0.0.1:9000/media/k");
    row("ipv6", "http://[::1]:9000", Addressing::Auto, "media", "k", "http://[::1]:9000/media/k");
    row("prefix", "https://host/storage", Addressing::Path, "media", "k", "https://host/storage/media/k");
    row("prefix, virtual", "https://host.example/storage", Addressing::Virtual, "media", "k",
        "https://media.host.example/storage/k");
    row("prefix, service", "https://host/storage", Addressing::Auto, "", "", "https://host/storage/");
    row("key without a bucket is no key", "https://host", Addressing::Auto, "", "k", "https://host/");
}

void EndpointTest::addresses()
{
    QFETCH(QString, endpoint);
    QFETCH(Addressing, addressing);
    QFETCH(QString, bucket);
    QFETCH(QByteArray, key);
    QTEST(asText(resolveAddress(*Endpoint::parse(endpoint), addressing, bucket, key)), "address");
}

void EndpointTest::regions_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("result");
    const auto row = [](const char* endpoint, const char* region, const char* result) {
        QTest::addRow("%s to %s", endpoint, region)
            << QString::fromLatin1(endpoint) << QString::fromLatin1(region) << QString::fromLatin1(result);
    };
    row("https://s3.eu-west-1.amazonaws.com", "eu-central-1", "https://s3.eu-central-1.amazonaws.com");
    row("https://s3.eu-west-1.amazonaws.com", "eu-west-1", "https://s3.eu-west-1.amazonaws.com");
    row("https://s3.amazonaws.com", "eu-west-1", "https://s3.eu-west-1.amazonaws.com");
    row("https://s3.amazonaws.com", "us-east-1", "https://s3.amazonaws.com");
    row("https://s3-us-west-2.amazonaws.com", "us-east-1", "https://s3.us-east-1.amazonaws.com");
    row("https://s3-us-west-2.amazonaws.com", "us-west-2", "https://s3-us-west-2.amazonaws.com");
    row("https://s3.dualstack.eu-west-1.amazonaws.com", "eu-north-1",
        "https://s3.dualstack.eu-north-1.amazonaws.com");
    row("https://s3-fips.us-east-1.amazonaws.com", "us-west-1", "https://s3-fips.us-west-1.amazonaws.com");
    row("https://s3-fips.dualstack.us-east-1.amazonaws.com", "us-west-1",
        "https://s3-fips.dualstack.us-west-1.amazonaws.com");
    row("https://s3.cn-north-1.amazonaws.com.cn", "cn-northwest-1",
        "https://s3.cn-northwest-1.amazonaws.com.cn");
    row("https://s3-accelerate.amazonaws.com", "eu-west-1", "https://s3-accelerate.amazonaws.com");
    row("https://s3express-control.eu-west-1.amazonaws.com", "eu-west-2",
        "https://s3express-control.eu-west-1.amazonaws.com");
    row("https://bucket.vpce-1.s3.eu-west-1.vpce.amazonaws.com", "eu-west-2",
        "https://bucket.vpce-1.s3.eu-west-1.vpce.amazonaws.com");
    row("https://s3.example.com", "eu-west-2", "https://s3.example.com");
    row("http://127.0.0.1:9000", "eu-west-2", "http://127.0.0.1:9000");
    // A reply may name anything as the region: it must not become another host.
    row("https://s3.eu-west-1.amazonaws.com", "evil.example/", "https://s3.eu-west-1.amazonaws.com");
    row("https://s3.eu-west-1.amazonaws.com", "x@evil.example#", "https://s3.eu-west-1.amazonaws.com");
    row("https://s3.eu-west-1.amazonaws.com", "", "https://s3.eu-west-1.amazonaws.com");
}

void EndpointTest::regions()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, region);
    QTEST(endpointForRegion(*Endpoint::parse(endpoint), region).text(), "result");
}

void EndpointTest::awsHosts_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<bool>("aws");
    QTest::newRow("aws") << QStringLiteral("https://s3.amazonaws.com") << true;
    QTest::newRow("china") << QStringLiteral("https://s3.cn-north-1.amazonaws.com.cn") << true;
    QTest::newRow("sovereign") << QStringLiteral("https://s3.eusc-de-east-1.amazonaws.eu") << true;
    QTest::newRow("lookalike") << QStringLiteral("https://s3.evilamazonaws.com") << false;
    QTest::newRow("suffixed") << QStringLiteral("https://amazonaws.com.example") << false;
    QTest::newRow("other") << QStringLiteral("https://gateway.storjshare.io") << false;
}

void EndpointTest::awsHosts()
{
    QFETCH(QString, endpoint);
    QTEST(isAws(*Endpoint::parse(endpoint)), "aws");
}

void EndpointTest::addressingNames()
{
    for (const Addressing addressing : {Addressing::Auto, Addressing::Path, Addressing::Virtual})
        QCOMPARE(addressingFromName(addressingName(addressing)), addressing);
    QCOMPARE(addressingFromName(QStringLiteral("sideways")), Addressing::Auto);
}

QTEST_GUILESS_MAIN(EndpointTest)
#include "tst_endpoint.moc"
