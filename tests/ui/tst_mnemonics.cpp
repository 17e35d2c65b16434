// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/exchangelog.h"
#include "incomplete/incompletepage.h"
#include "ui/windowfixture.h"
#include "widgets/errorcard.h"
#include "widgets/transferview.h"
#include "windows/accountsplace.h"
#include "windows/bucketsplace.h"

#include <QAbstractButton>
#include <QGroupBox>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QTest>

using namespace partway;

namespace {

// Alt and a letter, of all that can be seen: the key, and what answers to it.
QMap<QString, QStringList> mnemonics(const QWidget& window)
{
    QMap<QString, QStringList> found;
    const auto note = [&found](const QString& text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty())
            found[key.toString()].append(text);
    };
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            note(button->text());
        else if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->buddy())
            note(label->text());
        else if (const auto* box = qobject_cast<const QGroupBox*>(widget))
            note(box->title());
        else if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            for (int tab = 0; tab < tabs->count(); ++tab)
                note(tabs->tabText(tab));
        else if (const auto* menus = qobject_cast<const QMenuBar*>(widget))
            for (const QAction* menu : menus->actions())
                note(menu->text());
    }
    return found;
}

QString clashes(const QWidget& window)
{
    QStringList words;
    const QMap<QString, QStringList> found = mnemonics(window);
    for (auto key = found.cbegin(); key != found.cend(); ++key) {
        if (key->size() > 1)
            words.append(key.key() + QStringLiteral(": ") + key->join(QStringLiteral(" | ")));
    }
    return words.join(u'\n');
}

// One row for each card.
QList<TransferRow> troubledRows()
{
    QList<TransferRow> rows;
    const auto add = [&rows](Phase phase) -> TransferRow& {
        rows.append(someRow(rows.size() + 1, QStringLiteral("a%1").arg(rows.size()), phase));
        rows.last().error = Error{.kind = ErrorKind::Refused,
                                  .code = QStringLiteral("AccessDenied"),
                                  .requestId = QStringLiteral("R1")};
        return rows.last();
    };
    add(Phase::Failed);
    for (Attention attention : {Attention::SourceChanged, Attention::SourceMissing, Attention::ObjectExists,
                                Attention::SignIn, Attention::OutcomeUnknown, Attention::CannotCopy})
        add(Phase::NeedsAttention).attention = attention;
    TransferRow& written = add(Phase::NeedsAttention);
    written.attention = Attention::SourceChanged;
    written.beingWritten = true;
    TransferRow& followed = add(Phase::Sending);
    followed.source = SourceKind::Followed;
    followed.openEnd = followed.waitsForSource = true;
    return rows;
}

} // namespace

// No letter is given twice among what can be seen at the same time.
class MnemonicsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void places_data();
    void places();
    void errorCards();
    void settings();
};

void MnemonicsTest::places_data()
{
    QTest::addColumn<bool>("withAccount");
    QTest::newRow("no account") << false;
    QTest::newRow("an account") << true;
}

void MnemonicsTest::places()
{
    QFETCH(bool, withAccount);
    WindowFixture f(withAccount);
    const WindowParts parts{f.queue, f.book, f.preferences, f.rate, f.office, f.folder.path()};
    addBucketsPlace(*f.window, parts);
    addAccountsPlace(*f.window, f.book, f.queue);
    auto* incomplete = new IncompletePage({f.office, f.book, f.queue, f.folder.path(), f.folder.path()});
    f.window->addPlace(QStringLiteral("incomplete"), QStringLiteral("&Incomplete uploads"),
                       QStringLiteral("incomplete"), incomplete);
    QVERIFY(mnemonics(*f.window).size() >= 5); // the menus at least: it is not blind
    for (const char* place : {"transfers", "incomplete", "buckets", "accounts"}) {
        f.window->showPlace(QLatin1String(place));
        QCOMPARE(clashes(*f.window), QString());
        for (auto* stack : f.window->findChildren<QStackedWidget*>()) {
            if (!stack->isVisible() || stack->isAncestorOf(incomplete)) // the one of the places themselves
                continue;
            const int before = stack->currentIndex();
            for (int page = 0; page < stack->count(); ++page) {
                stack->setCurrentIndex(page);
                QVERIFY2(clashes(*f.window).isEmpty(),
                         qPrintable(QStringLiteral("%1, page %2: ").arg(QLatin1String(place)).arg(page) +
                                    clashes(*f.window)));
            }
            stack->setCurrentIndex(before);
        }
    }
}

void MnemonicsTest::errorCards()
{
    WindowFixture f;
    HttpReply reply;
    reply.status = 403;
    reply.headers.set("x-amz-request-id", "R1");
    f.exchanges.note(recordOf({}, reply, QDateTime::currentDateTimeUtc()));
    const QList<TransferRow> rows = troubledRows();
    f.queue.addRows(rows);
    for (const TransferRow& row : rows) {
        f.window->findChild<TransferView*>()->select(row.id);
        QVERIFY2(f.window->findChild<ErrorCard*>()->isVisible(), qPrintable(row.name()));
        QVERIFY2(clashes(*f.window).isEmpty(), qPrintable(clashes(*f.window)));
    }
}

void MnemonicsTest::settings()
{
    WindowFixture f;
    f.window->openSettings();
    QWidget* settings = nullptr;
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && window != f.window.get() && window->parentWidget() == f.window.get())
            settings = window;
    }
    QVERIFY(settings);
    auto* stack = settings->findChild<QStackedWidget*>();
    QVERIFY(stack && stack->count() > 3);
    for (int page = 0; page < stack->count(); ++page) {
        stack->setCurrentIndex(page);
        QVERIFY2(clashes(*settings).isEmpty(),
                 qPrintable(QStringLiteral("page %1: ").arg(page) + clashes(*settings)));
    }
}

QTEST_MAIN(MnemonicsTest)
#include "tst_mnemonics.moc"
