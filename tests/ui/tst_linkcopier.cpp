// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/s3store.h"
#include "support/manualclock.h"
#include "support/memorystore.h"
#include "support/scriptedtransport.h"
#include "ui/windowfixture.h"
#include "widgets/transferview.h"
#include "windows/linkcopier.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace partway;

namespace {

// Real S3 stores over a script that knows the bucket's region; "locked" has no keys.
class LinkProvider final : public StoreProvider
{
public:
    void open(const QString& accountId, Opened opened) override
    {
        if (accountId == QLatin1String("locked")) {
            QTimer::singleShot(0, [opened] {
                opened(Error{.kind = ErrorKind::SignIn, .code = QStringLiteral("keys-missing")});
            });
            return;
        }
        struct Open
        {
            ScriptedTransport transport;
            std::unique_ptr<ObjectStore> store;
        };
        auto open = std::make_shared<Open>();
        open->transport.setScript([](const HttpRequest&) {
            return ScriptedTransport::reply(200, {}, {{"x-amz-bucket-region", "eu-test-1"}});
        });
        S3ClientOptions options{.endpoint = *Endpoint::parse(QStringLiteral("https://s3.example.test")),
                                .addressing = Addressing::Path};
        auto client = std::make_unique<S3Client>(
            open->transport, options,
            []() -> Result<Credentials> {
                return Credentials{.accessKeyId = "AKIA", .secretKey = Secret("not a secret")};
            },
            m_clock);
        open->store = makeS3Store(std::move(client), MemoryStore::testProfile());
        QTimer::singleShot(0,
                           [opened, open] { opened(std::shared_ptr<ObjectStore>(open, open->store.get())); });
    }
    void forget(const QString&) override {}

private:
    ManualClock m_clock;
};

TransferRow row(qint64 id, const QString& name, const QString& account = QStringLiteral("account-1"))
{
    TransferRow row = someRow(id, name, Phase::Finished);
    row.accountId = account;
    return row;
}

} // namespace

class LinkCopierTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linksAreCopiedInOrder();
    void troubleIsSaid();
    void onlyOfFinishedRows();
};

void LinkCopierTest::linksAreCopiedInOrder()
{
    StoreOffice office(std::make_unique<LinkProvider>());
    LinkCopier copier(office);
    QSignalSpy said(&copier, &LinkCopier::said);
    copier.copy({row(1, QStringLiteral("b c.mov")), row(2, QStringLiteral("x"), QStringLiteral("account-2")),
                 row(3, QStringLiteral("a.mov"))},
                3'600);
    QTRY_COMPARE(said.size(), 1);
    const QStringList links = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(links.size(), 3);
    QVERIFY2(links.at(0).startsWith(QLatin1String("https://s3.example.test/media/raw/2026/b%20c.mov?")),
             qPrintable(links.at(0)));
    QVERIFY(links.at(1).contains(QLatin1String("/x?")));
    QVERIFY(links.at(2).contains(QLatin1String("/a.mov?")));
    for (const QString& link : links) {
        QVERIFY(link.contains(QLatin1String("X-Amz-Expires=3600")));
        QVERIFY(link.contains(QLatin1String("X-Amz-Signature=")));
    }
    QVERIFY(said.first().first().toString().startsWith(QLatin1String("3 link(s) copied.")));
}

void LinkCopierTest::troubleIsSaid()
{
    StoreOffice office(std::make_unique<LinkProvider>());
    LinkCopier copier(office);
    QSignalSpy said(&copier, &LinkCopier::said);
    QGuiApplication::clipboard()->setText(QStringLiteral("mine"));
    copier.copy({row(1, QStringLiteral("a"), QStringLiteral("locked"))}, 60);
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(!said.first().first().toString().contains(QLatin1String("copied")));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("mine"));
}

void LinkCopierTest::onlyOfFinishedRows()
{
    WindowFixture f;
    f.queue.addRows(
        {someRow(1, QStringLiteral("a"), Phase::Sending), someRow(2, QStringLiteral("b"), Phase::Finished)});
    auto* view = f.window->findChild<TransferView*>();
    QAction* day = f.action(QStringLiteral("Valid for a day"));
    view->select(TransferId{1});
    QVERIFY(!day->isEnabled());
    view->select(TransferId{2});
    QVERIFY(day->isEnabled());
}

QTEST_MAIN(LinkCopierTest)
#include "tst_linkcopier.moc"
