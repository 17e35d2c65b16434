// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ticketdialog.h"
#include "models/allowedactions.h"
#include "queue/ticketfile.h"
#include "s3/checksum.h"
#include "ui/windowfixture.h"
#include "widgets/noticebar.h"
#include "widgets/transferview.h"
#include "windows/ticketdesk.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace partway;

namespace {

constexpr qint64 partSize = 1000;

QByteArray bytesOf(char what)
{
    return QByteArray(3 * partSize + 10, what);
}

} // namespace

// Tickets in the window: opened from a drop, compared with the file, and saved for a row.
class TicketsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void goesOnFromTheRightFile();
    void wrongFiles_data();
    void wrongFiles();
    void noAccountForItsStore();
    void anotherKind();
    void damaged();
    void savedForARow();

private:
    QString ticket(const QString& endpoint = QStringLiteral("https://s3.example.test"));
    TicketDialog* dialog() const { return f->window->findChild<TicketDialog*>(); }

    std::unique_ptr<WindowFixture> f;
};

void TicketsTest::init()
{
    f = std::make_unique<WindowFixture>();
}

// Of a film of four parts two are stored.
QString TicketsTest::ticket(const QString& endpoint)
{
    ResumeTicket ticket;
    ticket.endpoint = endpoint;
    ticket.spec.bucket = QStringLiteral("media");
    ticket.spec.key = "raw/film.mov";
    ticket.spec.plan = PartPlan{3 * partSize + 10, partSize, 4, false};
    ticket.uploadId = QStringLiteral("U1");
    ticket.token = QStringLiteral("token");
    ticket.fileName = QStringLiteral("film.mov");
    DigestPlan md5;
    md5.md5 = true;
    for (int number : {1, 3}) {
        const QByteArray part = bytesOf('a').mid((number - 1) * partSize, partSize);
        ticket.parts.insert(number, {"\"etag\"", digestOf(part, md5).md5, {}, false});
    }
    const QString path = f->folder.filePath(QStringLiteral("film.ticket"));
    if (!writeTicketFile(path, ticket))
        qFatal("no ticket");
    return path;
}

void TicketsTest::goesOnFromTheRightFile()
{
    f->window->addPaths({ticket()});
    QVERIFY(dialog());
    QVERIFY(f->queue.requests.isEmpty()); // it is no file to be uploaded
    QVERIFY(says(*dialog(), QStringLiteral("2 of 4 parts")));
    QPushButton* goOn = button(*dialog(), QStringLiteral("Go on with it"));
    QVERIFY(!goOn->isEnabled());
    const QString file = f->write(QStringLiteral("elsewhere.mov"), bytesOf('a'));
    dialog()->setFile(file);
    QTRY_VERIFY(goOn->isEnabled());
    goOn->click();
    QCOMPARE(f->queue.prepared.size(), 1);
    const Transfer& row = f->queue.prepared.first();
    QCOMPARE(row.sourcePath, file);
    QCOMPARE(row.accountId, QStringLiteral("account-1"));
    QCOMPARE(row.state.uploadId, QStringLiteral("U1"));
    QCOMPARE(row.state.unchecked.keys(), (QList<int>{1, 3}));
}

void TicketsTest::wrongFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("another size") << bytesOf('a').chopped(1) << QStringLiteral("another size");
    QTest::newRow("other bytes") << bytesOf('b') << QStringLiteral("Nothing of");
}

void TicketsTest::wrongFiles()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, words);
    f->window->addPaths({ticket()});
    dialog()->setFile(f->write(QStringLiteral("wrong.mov"), bytes));
    QTRY_VERIFY(says(*dialog(), words));
    QVERIFY(!button(*dialog(), QStringLiteral("Go on with it"))->isEnabled());
    dialog()->setFile(f->write(QStringLiteral("right.mov"), bytesOf('a'))); // and then the right one
    QTRY_VERIFY(button(*dialog(), QStringLiteral("Go on with it"))->isEnabled());
}

void TicketsTest::noAccountForItsStore()
{
    f->window->addPaths({ticket(QStringLiteral("https://other.example.test"))});
    QVERIFY(says(*dialog(), QStringLiteral("no account for this store")));
    dialog()->setFile(f->write(QStringLiteral("film.mov"), bytesOf('a')));
    QTRY_VERIFY(says(*dialog(), QStringLiteral("This is the file")));
    QVERIFY(!button(*dialog(), QStringLiteral("Go on with it"))->isEnabled());
}

void TicketsTest::anotherKind()
{
    QString opened;
    f->window->tickets().addKind(QStringLiteral("upload-ticket"),
                                 [&opened](const QString& path, const QString&) { opened = path; });
    const QString path =
        f->write(QStringLiteral("guest.ticket"), R"({"partway": "upload-ticket", "version": 1})");
    f->window->addPaths({path});
    QCOMPARE(opened, path);
    QVERIFY(!dialog());
    f->window->addPaths({f->write(QStringLiteral("new.ticket"), R"({"partway": "train-ticket"})")});
    QVERIFY(f->window->findChild<NoticeBar*>()->text().contains(QStringLiteral("train-ticket")));
}

void TicketsTest::damaged()
{
    f->window->tickets().open(
        f->write(QStringLiteral("bad.ticket"), R"({"partway": "resume-ticket", "version": 1})"));
    QVERIFY(!dialog());
    QVERIFY(f->window->findChild<NoticeBar*>()->text().contains(QStringLiteral("damaged")));
    f->window->addPaths(
        {f->write(QStringLiteral("train.ticket"), "one way")}); // a file that only has the name
    QCOMPARE(f->queue.requests.size(), 1);
}

void TicketsTest::savedForARow()
{
    TransferRow row = someRow(1, QStringLiteral("film.mov"), Phase::Paused, 160 * MiB, 40 * MiB);
    row.storedParts = 5;
    f->queue.addRows({row});
    f->window->findChild<TransferView*>()->select(row.id);
    QAction* save = f->action(QStringLiteral("Save a resume ticket…"));
    QVERIFY(save && save->isEnabled());
    save->trigger();
    auto* dialog = f->window->findChild<QFileDialog*>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(QStringLiteral("/tmp/film.ticket"));
    QVERIFY(f->queue.calls.contains(QStringLiteral("saveTicket /tmp/film.ticket 1")));
    Q_EMIT f->queue.ticketSaved(row.id, QStringLiteral("/tmp/film.ticket"));
    QVERIFY(f->window->findChild<NoticeBar*>()->text().contains(QStringLiteral("film.ticket")));
    row.openEnd = true; // it still grows: nothing to hand over
    row.source = SourceKind::Followed;
    QVERIFY(!allowedActions(row).testFlag(RowAction::SaveTicket));
}

QTEST_MAIN(TicketsTest)
#include "tst_tickets.moc"
