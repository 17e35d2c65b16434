// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/allowedactions.h"
#include "ui/windowfixture.h"
#include "widgets/transferview.h"

#include <QAction>
#include <QTest>

using namespace partway;

// What may be done with a row, and what its card says.
class RowActionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowed_data();
    void allowed();
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
    row("changed", Phase::NeedsAttention, Repair | StartOver | Retry | Abort, Attention::SourceChanged);
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
    QTest::newRow("changed") << row << true << (Repair | StartOver | Abort);
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
