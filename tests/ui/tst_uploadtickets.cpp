// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ticketdialog.h"
#include "dialogs/ticketofferdialog.h"
#include "dialogs/uploadticketdialog.h"
#include "ui/windowfixture.h"
#include "widgets/noticebar.h"
#include "windows/ticketdesk.h"
#include "windows/uploadtickets.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace partway;

namespace {

constexpr qint64 partSize = 1000;

QByteArray bytesOf(char what)
{
    return QByteArray(3 * partSize + 10, what);
}

} // namespace

// Upload tickets in the window: used by somebody without keys, and made.
class UploadTicketsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void takesTheRightFile();
    void comesWithItsFile();
    void goesOnWithItsRow();
    void notGood_data();
    void notGood();
    void takesDrops();
    void accountsAreNobodys();
    void offerAsksForWhatIsMissing();
    void offerComesFromTheMenu();
    void offerTellsTrouble();

private:
    QString ticket(qint64 size = 3 * partSize + 10, const QString& signedAt = {});
    void makeUploadTickets();
    UploadTicketDialog* dialog() const { return f->window->findChild<UploadTicketDialog*>(); }
    QString notice() const { return f->window->findChild<NoticeBar*>()->text(); }

    std::unique_ptr<WindowFixture> f;
    int m_accountsChanged = 0;
};

void UploadTicketsTest::init()
{
    f = std::make_unique<WindowFixture>();
    makeUploadTickets();
}

// As the holder of the keys signs it, for a store that is not asked here.
QString UploadTicketsTest::ticket(qint64 size, const QString& signedAt)
{
    UploadTicket ticket;
    ticket.bucket = QStringLiteral("in");
    ticket.key = "box/film.mov";
    ticket.uploadId = QStringLiteral("U7");
    ticket.fileName = QStringLiteral("film.mov");
    ticket.size = size;
    ticket.partSize = partSize;
    const TicketSigning signing{.endpoint = *Endpoint::parse(QStringLiteral("https://s3.example.test")),
                                .region = QStringLiteral("eu-west-1"),
                                .addressing = Addressing::Path,
                                .keys = {"AKIAEXAMPLE", Secret("not a secret"), {}, {}},
                                .at = signedAt.isEmpty() ? QDateTime::currentDateTimeUtc()
                                                         : QDateTime::fromString(signedAt, Qt::ISODate),
                                .seconds = 3600};
    signTicket(signing, int((size + partSize - 1) / partSize), &ticket);
    return f->write(QStringLiteral("film.upload-ticket"), uploadTicketJson(ticket));
}

void UploadTicketsTest::makeUploadTickets()
{
    m_accountsChanged = 0;
    new UploadTickets(*f->window, {.accounts = f->accounts,
                                   .desk = f->desk,
                                   .queue = f->queue,
                                   .clock = f->clock,
                                   .accountsChanged = [this] { ++m_accountsChanged; }});
}

void UploadTicketsTest::takesTheRightFile()
{
    f->window->addPaths({ticket()});
    QVERIFY(dialog());
    QVERIFY(f->queue.requests.isEmpty());
    QVERIFY(says(*dialog(), QStringLiteral("film.mov, exactly 2.9 KiB (3,010 bytes)")));
    QVERIFY(says(*dialog(), QStringLiteral("s3://in/box/film.mov")));
    QVERIFY(says(*dialog(), QStringLiteral("https://s3.example.test")));
    QPushButton* send = button(*dialog(), QStringLiteral("Send it"));
    QVERIFY(!send->isEnabled());
    dialog()->setFile(f->write(QStringLiteral("short.mov"), bytesOf('a').chopped(1)));
    QVERIFY(says(*dialog(), QStringLiteral("not of the size")));
    QVERIFY(says(*dialog(), QStringLiteral("3,009 bytes")));
    QVERIFY(!send->isEnabled());
    const QString file = f->write(QStringLiteral("other name.mov"), bytesOf('a'));
    dialog()->setFile(file);
    QVERIFY(says(*dialog(), QStringLiteral("another than the one that is expected")));
    QVERIFY(send->isEnabled());
    send->click();
    QCOMPARE(f->queue.prepared.size(), 1);
    const Transfer& row = f->queue.prepared.first();
    QCOMPARE(row.sourcePath, file);
    QCOMPARE(row.state.uploadId, QStringLiteral("U7"));
    QCOMPARE(row.spec.plan.count, 4);
    // The account that stands for the ticket is known before the row that needs it, and keeps no signature.
    QCOMPARE(m_accountsChanged, 1);
    QVERIFY(f->accounts.byId(row.accountId));
    QFile kept(f->folder.filePath(QStringLiteral("accounts.json")));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(!kept.readAll().contains("X-Amz-"));
    // It goes with its upload.
    TransferRow done = someRow(9, QStringLiteral("film.mov"), Phase::Sending);
    done.accountId = row.accountId;
    f->queue.addRows({done});
    Q_EMIT f->queue.ended(done);
    QVERIFY(f->accounts.byId(row.accountId));
    done.phase = Phase::Finished;
    f->queue.changeRows({done});
    Q_EMIT f->queue.ended(done);
    QVERIFY(!f->accounts.byId(row.accountId));
}

void UploadTicketsTest::comesWithItsFile()
{
    const QString file = f->write(QStringLiteral("film.mov"), bytesOf('a'));
    f->window->addPaths({file, ticket()}); // dropped together
    QVERIFY(f->queue.requests.isEmpty());
    QVERIFY(dialog() && button(*dialog(), QStringLiteral("Send it"))->isEnabled());
    button(*dialog(), QStringLiteral("Send it"))->click();
    QCOMPARE(f->queue.prepared.value(0).sourcePath, file);
    QTRY_VERIFY(!dialog());
    const QString another = f->write(QStringLiteral("notes.txt"), "notes"); // two: nobody knows which it is
    f->window->addPaths({file, another, ticket()});
    QVERIFY(!button(*dialog(), QStringLiteral("Send it"))->isEnabled());
    QCOMPARE(f->queue.requests.value(0).paths, (QStringList{file, another}));
}

void UploadTicketsTest::goesOnWithItsRow()
{
    const QString file = f->write(QStringLiteral("film.mov"), bytesOf('a'));
    f->window->addPaths({file, ticket()});
    button(*dialog(), QStringLiteral("Send it"))->click();
    QTRY_VERIFY(!dialog());
    TransferRow row = someRow(9, QStringLiteral("film.mov"), Phase::Paused);
    row.accountId = f->queue.prepared.first().accountId;
    row.sourcePath = file;
    f->queue.addRows({row});
    f->window->addPaths({file, ticket()});
    button(*dialog(), QStringLiteral("Send it"))->click();
    QCOMPARE(f->queue.prepared.size(), 1); // no second row for one upload
    QVERIFY(f->queue.calls.contains(QStringLiteral("start 9")));
}

void UploadTicketsTest::notGood_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    QTest::newRow("damaged") << QStringLiteral(R"({"partway": "upload-ticket", "version": 1})")
                             << QStringLiteral("damaged");
    QTest::newRow("newer") << QStringLiteral(R"({"partway": "upload-ticket", "version": 99})")
                           << QStringLiteral("later Partway");
    QTest::newRow("over") << QString() << QStringLiteral("expired");
}

void UploadTicketsTest::notGood()
{
    QFETCH(const QString, path);
    QFETCH(const QString, words);
    makeUploadTickets();
    f->window->addPaths({path.isEmpty() ? ticket(10, QStringLiteral("2020-01-01T00:00:00Z"))
                                        : f->write(QStringLiteral("x.upload-ticket"), path.toUtf8())});
    QVERIFY(!dialog());
    QVERIFY2(notice().contains(words), qPrintable(notice()));
}

void UploadTicketsTest::takesDrops()
{
    f->window->addPaths({ticket()});
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(f->write(QStringLiteral("film.mov"), bytesOf('a')))});
    QDragEnterEvent enter({20, 20}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({20, 20}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog(), &drop);
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
    QVERIFY(button(*dialog(), QStringLiteral("Send it"))->isEnabled());
    data.setUrls({QUrl::fromLocalFile(f->folder.path())}); // a folder is no file
    QDragEnterEvent folder({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    folder.ignore();
    QApplication::sendEvent(dialog(), &folder);
    QVERIFY(!folder.isAccepted());
}

// Whoever only uses tickets is still asked to add an account, and nobody is offered a ticket's.
void UploadTicketsTest::accountsAreNobodys()
{
    f = std::make_unique<WindowFixture>(false);
    makeUploadTickets();
    makeUploadTickets();
    const QString file = f->write(QStringLiteral("film.mov"), bytesOf('a'));
    f->window->addPaths({file, ticket()});
    button(*dialog(), QStringLiteral("Send it"))->click();
    QCOMPARE(f->accounts.all().size(), 1);
    QVERIFY(f->accounts.own().isEmpty());
    f->makeWindow();
    QVERIFY(f->window->chosenAccount().isEmpty());
    QVERIFY(says(*f->window, QStringLiteral("Add an account to begin")));
    ResumeTicket other; // of the same store: the upload ticket's account is no way to it
    other.endpoint = QStringLiteral("https://s3.example.test");
    const TicketDialog resume(other, f->accounts, f->window.get());
    QVERIFY(says(resume, QStringLiteral("no account for this store")));
}

void UploadTicketsTest::offerAsksForWhatIsMissing()
{
    const TicketOfferDialog::Parts parts{.accounts = f->accounts, .desk = f->desk, .clock = f->clock};
    TicketOfferDialog offer(parts, {QStringLiteral("account-1"), {}, QStringLiteral("in/")}, f->window.get());
    QPushButton* make = button(offer, QStringLiteral("Make the ticket…"));
    const QList<QLineEdit*> fields = offer.findChildren<QLineEdit*>(); // bucket, object, size
    QVERIFY(says(offer, QStringLiteral("Say the bucket")));
    fields.at(0)->setText(QStringLiteral("media"));
    QVERIFY(says(offer, QStringLiteral("whole name")));
    fields.at(1)->setText(QStringLiteral("in/film.mov"));
    QVERIFY(says(offer, QStringLiteral("how many bytes")));
    for (const char* no : {"12 MiB", "-1", "many", "1.5"}) {
        fields.at(2)->setText(QLatin1String(no));
        QVERIFY2(says(offer, QStringLiteral("is a number of bytes")), no);
        QVERIFY(!make->isEnabled());
    }
    for (const char* yes : {"0", "3010", "3,010", " 3 010"}) {
        fields.at(2)->setText(QLatin1String(yes));
        QVERIFY2(make->isEnabled(), yes);
    }
    fields.at(1)->setText(QStringLiteral("in/"));
    offer.likeFile(f->write(QStringLiteral("film.mov"), bytesOf('a')));
    QCOMPARE(fields.at(1)->text(), QStringLiteral("in/film.mov"));
    QCOMPARE(fields.at(2)->text(), QStringLiteral("3010"));
    QVERIFY(make->isEnabled());
}

void UploadTicketsTest::offerComesFromTheMenu()
{
    f->action(QStringLiteral("Make an upload ticket…"))->trigger();
    const auto* offer = f->window->findChild<TicketOfferDialog*>();
    QVERIFY(offer);
    const QList<QLineEdit*> fields = offer->findChildren<QLineEdit*>();
    QCOMPARE(fields.at(0)->text(), QStringLiteral("media")); // where new files go
    QCOMPARE(fields.at(1)->text(), QStringLiteral("raw/2026/"));
}

// Nothing is asked of the store if the ticket cannot be written where it shall go.
void UploadTicketsTest::offerTellsTrouble()
{
    const TicketOfferDialog::Parts parts{.accounts = f->accounts, .desk = f->desk, .clock = f->clock};
    auto* offer = new TicketOfferDialog(parts, {QStringLiteral("account-1"), QStringLiteral("media"), {}},
                                        f->window.get());
    offer->show();
    offer->likeFile(f->write(QStringLiteral("film.mov"), bytesOf('a')));
    offer->make(f->folder.filePath(QStringLiteral("no/such/folder.upload-ticket")));
    offer->reject(); // not while it is out
    QVERIFY(offer->isVisible());
    QTRY_VERIFY(says(*offer, QStringLiteral("could not be written")));
    QVERIFY(button(*offer, QStringLiteral("Make the ticket…"))->isEnabled());
    offer->reject();
    QVERIFY(!offer->isVisible());
}

QTEST_MAIN(UploadTicketsTest)
#include "tst_uploadtickets.moc"
