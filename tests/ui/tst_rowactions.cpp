// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/allowedactions.h"
#include "ui/windowfixture.h"
#include "widgets/noticebar.h"
#include "widgets/transferview.h"

#include <QAction>
#include <QPushButton>
#include <QTest>

using namespace partway;

// What may be done with a row, and what its card says.
class RowActionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowed_data();
    void allowed();
    void growing();
    void offersToFollow();
    void cards_data();
    void cards();
};

void RowActionsTest::allowed_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<Attention>("attention");
    QTest::addColumn<RowActions>("wanted");
    using enum RowAction;
    const auto row = [](const char* name, Phase phase, RowActions wanted,
                        Attention attention = Attention::None) {
        QTest::newRow(name) << phase << attention << wanted;
    };
    row("waiting", Phase::Waiting, Resume | Abort | Move);
    row("sending", Phase::Sending, Pause | Abort | Move);
    row("completing", Phase::Completing, Pause | Abort | Move);
    row("paused", Phase::Paused, Resume | Abort | Move);
    row("failed", Phase::Failed, Retry | StartOver | Abort);
    row("changed", Phase::NeedsAttention, Repair | StartOver | Retry | Abort | Follow,
        Attention::SourceChanged);
    row("exists", Phase::NeedsAttention, Replace | KeepBoth | Skip | Retry | Abort, Attention::ObjectExists);
    row("sign-in", Phase::NeedsAttention, SignIn | Retry | Abort, Attention::SignIn);
    row("aborting", Phase::Aborting, {});
    row("aborted", Phase::Aborted, Remove);
    row("finished", Phase::Finished, Remove);
    row("skipped", Phase::Skipped, Remove);
}

void RowActionsTest::allowed()
{
    QFETCH(Phase, phase);
    QFETCH(Attention, attention);
    QFETCH(RowActions, wanted);
    WindowFixture f;
    TransferRow row = someRow(1, QStringLiteral("a"), phase);
    row.attention = attention;
    QCOMPARE(allowedActions(row), wanted);
    f.queue.addRows({row});
    f.window->findChild<TransferView*>()->select(row.id);
    const QList<QPair<RowAction, QString>> names{{RowAction::Pause, QStringLiteral("Pause")},
                                                 {RowAction::Resume, QStringLiteral("Resume")},
                                                 {RowAction::Retry, QStringLiteral("Retry")},
                                                 {RowAction::Repair, QStringLiteral("Check and repair")},
                                                 {RowAction::StartOver, QStringLiteral("Start over")},
                                                 {RowAction::Replace, QStringLiteral("Replace the object")},
                                                 {RowAction::SignIn, QStringLiteral("Sign in…")},
                                                 {RowAction::Abort, QStringLiteral("Abort…")},
                                                 {RowAction::Remove, QStringLiteral("Remove from the list")}};
    for (const auto& [action, name] : names) {
        QVERIFY2(f.action(name), qPrintable(name));
        QCOMPARE(f.action(name)->isEnabled(), wanted.testFlag(action));
    }
}

// What is still written can be said to be complete; what came through a pipe cannot go on from here.
void RowActionsTest::growing()
{
    using enum RowAction;
    WindowFixture f;
    TransferRow row = someRow(1, QStringLiteral("film.mov"), Phase::Sending);
    row.source = SourceKind::Followed;
    row.openEnd = true;
    QCOMPARE(allowedActions(row), Pause | Abort | Move | CloseSource);
    QCOMPARE(cardFor(row)->buttons, RowActions(CloseSource));
    QVERIFY(cardFor(row)->calm);
    f.queue.addRows({row});
    f.window->findChild<TransferView*>()->select(row.id);
    f.action(QStringLiteral("The file is complete"))->trigger();
    QVERIFY(f.queue.calls.contains(QStringLiteral("closeSource 1")));
    row.closeAsked = true;
    QVERIFY(!allowedActions(row).testFlag(CloseSource));

    row.source = SourceKind::Stream;
    row.phase = Phase::Waiting;
    QVERIFY(!allowedActions(row).testFlag(Resume));
    row.phase = Phase::NeedsAttention;
    row.attention = Attention::SourceMissing;
    QVERIFY(!allowedActions(row).testFlag(Retry));
}

void RowActionsTest::offersToFollow()
{
    WindowFixture f;
    f.window->addPaths({QStringLiteral("/data/film.mov")});
    TransferRow row = someRow(1, QStringLiteral("film.mov"), Phase::Waiting);
    row.beingWritten = true;
    QVERIFY(allowedActions(row).testFlag(RowAction::Follow));
    f.queue.addRows({row});
    auto* notice = f.window->findChild<NoticeBar*>();
    QVERIFY(notice->isVisible() && notice->text().contains(QStringLiteral("film.mov")));
    for (QPushButton* button : notice->findChildren<QPushButton*>()) {
        if (button->isVisible())
            button->click();
    }
    QVERIFY(f.queue.calls.contains(QStringLiteral("follow 1")));
    QVERIFY(!notice->isVisible());

    f.window->addPaths({QStringLiteral("/data/quick.mov")}); // it was done before anybody answered
    TransferRow quick = someRow(2, QStringLiteral("quick.mov"), Phase::Waiting);
    quick.beingWritten = true;
    f.queue.addRows({quick});
    quick.phase = Phase::Finished;
    f.queue.changeRows({quick});
    for (QPushButton* button : notice->findChildren<QPushButton*>()) {
        if (button->isVisible())
            button->click();
    }
    QVERIFY(f.queue.requests.last().follow);
    QCOMPARE(f.queue.requests.last().keyOverride, quick.key);
}

void RowActionsTest::cards_data()
{
    QTest::addColumn<TransferRow>("row");
    QTest::addColumn<bool>("shown");
    QTest::addColumn<RowActions>("buttons");
    using enum RowAction;
    TransferRow row = someRow(1, QStringLiteral("a"), Phase::Sending);
    QTest::newRow("nothing to say") << row << false << RowActions();
    row.hold = Hold::Network;
    QTest::newRow("goes on by itself") << row << true << RowActions();
    row.hold = Hold::SignIn;
    QTest::newRow("waits for keys") << row << true << RowActions(SignIn);
    row = someRow(1, QStringLiteral("a"), Phase::Failed);
    row.error = Error{.kind = ErrorKind::Refused, .httpStatus = 403, .code = QStringLiteral("AccessDenied")};
    QTest::newRow("failed") << row << true << (Retry | StartOver | Abort);
    row = someRow(1, QStringLiteral("a"), Phase::NeedsAttention);
    row.attention = Attention::ObjectExists;
    QTest::newRow("exists") << row << true << (Replace | KeepBoth | Skip);
    row.attention = Attention::SourceChanged;
    QTest::newRow("changed") << row << true << (Repair | StartOver | Follow | Abort);
}

void RowActionsTest::cards()
{
    QFETCH(TransferRow, row);
    QFETCH(bool, shown);
    const std::optional<CardText> card = cardFor(row);
    QCOMPARE(card.has_value(), shown);
    if (!card)
        return;
    QTEST(card->buttons, "buttons");
    QVERIFY(card->sentence.endsWith(u'.'));
}

QTEST_MAIN(RowActionsTest)
#include "tst_rowactions.moc"
