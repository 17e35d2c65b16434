// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/transferactions.h"

#include "format/numbers.h"
#include "paint/icons.h"

#include <QActionGroup>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <algorithm>

namespace partway {

namespace {

constexpr int wholeQueue = 1'000'000'000; // further than any row
constexpr qsizetype mostLinks = 1'000;    // more are no use on a clipboard

} // namespace

TransferActions::TransferActions(TransferQueue& queue, Selection selection, QWidget& window)
    : QObject(&window), m_queue(queue), m_selection(std::move(selection)), m_window(window)
{
    makeRow(RowAction::Pause, tr("&Pause"), "pause");
    makeRow(RowAction::Resume, tr("&Resume"), "resume");
    makeRow(RowAction::Retry, tr("Re&try"), "retry", QKeySequence(Qt::CTRL | Qt::Key_R));
    makeRow(RowAction::Replace, tr("Replace the &object"), "replace");
    makeRow(RowAction::KeepBoth, tr("Keep &both"), "copy");
    makeRow(RowAction::Skip, tr("S&kip"), "remove");
    makeRow(RowAction::ThroughHere, tr("Copy through this computer"), "start-over");
    makeRow(RowAction::Repair, tr("Check and r&epair"), "repair");
    makeRow(RowAction::StartOver, tr("&Start over"), "start-over");
    makeRow(RowAction::Follow, tr("&Follow while it is written"), "active");
    makeRow(RowAction::CloseSource, tr("The file is &complete"), "finished");
    makeRow(RowAction::SaveTicket, tr("Sa&ve a resume ticket…"), "ticket",
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    makeRow(RowAction::SignIn, tr("Sign &in…"), "sign-in");
    makeRow(RowAction::Abort, tr("&Abort…"), "abort", QKeySequence(Qt::SHIFT | Qt::Key_Delete));
    makeRow(RowAction::Remove, tr("Remove from the &list"), "remove", QKeySequence(Qt::Key_Delete));
    m_pauseOrResume = make(tr("Pause or resume"), "pause", QKeySequence(Qt::Key_Space));
    connect(m_pauseOrResume, &QAction::triggered, this, &TransferActions::togglePause);
    for (RowAction half : {RowAction::Pause, RowAction::Resume}) { // the key is that of both
        QAction* action = m_rowActions.value(half);
        action->setToolTip(
            tr("%1 (%2)", "what a button does, and its key")
                .arg(action->toolTip(), m_pauseOrResume->shortcut().toString(QKeySequence::NativeText)));
    }
    makePlaceActions();
    makeQueueActions();
    selectionChanged();
    totalsChanged(queue.totals());
}

// With its key, which nobody learns otherwise.
void TransferActions::setTip(QAction* action, const QString& tip)
{
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? tip : tr("%1 (%2)", "what a button does, and its key").arg(tip, key));
}

QAction* TransferActions::make(const QString& text, const char* icon, const QKeySequence& key)
{
    auto* action = new QAction(icon ? ownIcon(QLatin1String(icon)) : QIcon(), text, this);
    action->setShortcut(key);
    setTip(action, QString(text).remove(u'&').remove(u'…'));
    action->setStatusTip({});
    return action;
}

QAction* TransferActions::makeRow(RowAction kind, const QString& text, const char* icon,
                                  const QKeySequence& key)
{
    QAction* action = make(text, icon, key);
    connect(action, &QAction::triggered, this, [this, kind] { run(kind); });
    m_rowActions.insert(kind, action);
    return action;
}

QAction* TransferActions::makeMove(const QString& text, const char* icon, int key, int by)
{
    QAction* action = make(text, icon, QKeySequence(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(key)));
    connect(action, &QAction::triggered, this, [this, by] { m_queue.move(allowing(RowAction::Move), by); });
    return action;
}

void TransferActions::makePlaceActions()
{
    m_openFolder =
        make(tr("Open the &folder"), "open-folder", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    connect(m_openFolder, &QAction::triggered, this, &TransferActions::openFolder);
    m_copyAddress = make(tr("&Copy the object's address"), "copy", QKeySequence(QKeySequence::Copy));
    connect(m_copyAddress, &QAction::triggered, this, &TransferActions::copyAddresses);
    const QList<QPair<QString, int>> times{{tr("Valid for an &hour"), 3'600},
                                           {tr("Valid for a &day"), 86'400},
                                           {tr("Valid for a &week"), 604'800}};
    for (const auto& time : times) {
        const bool usual = time.second == 86'400;
        m_copyLinks.append(make(time.first, "link",
                                usual ? QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C) : QKeySequence()));
        if (usual)
            m_copyLinks.last()->setWhatsThis(tr("Copy a link to the object that is valid for a day"));
        connect(m_copyLinks.last(), &QAction::triggered, this,
                [this, seconds = time.second] { copyLinks(seconds); });
    }
    m_moveUp = makeMove(tr("Move &up"), "up", Qt::Key_Up, -1);
    m_moveDown = makeMove(tr("Move &down"), "down", Qt::Key_Down, 1);
    m_moveFirst = makeMove(tr("Move to the &top"), nullptr, Qt::Key_Home, -wholeQueue);
    m_moveLast = makeMove(tr("Move to the &end"), nullptr, Qt::Key_End, wholeQueue);
    auto* group = new QActionGroup(this);
    struct Level
    {
        QString text;
        int priority;
        Qt::Key key;
    };
    const QList<Level> levels{{tr("&High priority"), 1, Qt::Key_H},
                              {tr("&Normal priority"), 0, Qt::Key_N},
                              {tr("&Low priority"), -1, Qt::Key_L}};
    for (const Level& level : levels) {
        QAction* action = make(level.text, nullptr, QKeySequence(Qt::CTRL | Qt::SHIFT | level.key));
        action->setCheckable(true);
        action->setData(level.priority);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, priority = level.priority] {
            m_queue.setPriority(allowing(RowAction::Move), priority);
        });
        m_priorities.append(action);
    }
}

void TransferActions::makeQueueActions()
{
    m_pauseAll = make(tr("Pause a&ll"), "pause", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    setTip(m_pauseAll, tr("Pause all transfers; what is stored is kept"));
    connect(m_pauseAll, &QAction::triggered, this, [this] { m_queue.pauseAll(); });
    m_resumeAll = make(tr("Resu&me all"), "resume", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    setTip(m_resumeAll, tr("Resume all transfers"));
    connect(m_resumeAll, &QAction::triggered, this, [this] { m_queue.startAll(); });
    m_removeFinished = make(tr("Remove all that ha&ve ended"), "finished", {});
    connect(m_removeFinished, &QAction::triggered, this, &TransferActions::forgetFinished);
}

QList<TransferId> TransferActions::allowing(RowAction action) const
{
    QList<TransferId> ids;
    m_selection.visit([&ids, action](const TransferRow& row) {
        if (allowedActions(row).testFlag(action))
            ids.append(row.id);
        return true;
    });
    return ids;
}

void TransferActions::selectionChanged()
{
    RowActions allowed;
    int count = 0;
    std::optional<int> priority; // that all have
    bool onePriority = true;
    bool anyFinished = false;
    m_selection.visit([&](const TransferRow& row) {
        ++count;
        allowed |= allowedActions(row);
        onePriority = onePriority && priority.value_or(row.priority) == row.priority;
        priority = row.priority;
        anyFinished = anyFinished || row.phase == Phase::Finished;
        return true;
    });
    for (auto it = m_rowActions.cbegin(); it != m_rowActions.cend(); ++it)
        it.value()->setEnabled(allowed.testFlag(it.key()));
    using enum RowAction;
    for (RowAction seldom : {Replace, KeepBoth, Skip, ThroughHere, Repair, StartOver, Follow, CloseSource,
                             SignIn}) // shown only where they are an answer
        m_rowActions.value(seldom)->setVisible(allowed.testFlag(seldom));
    m_pauseOrResume->setEnabled(allowed & (Pause | Resume | Retry));
    m_openFolder->setEnabled(!m_selection.place().isEmpty());
    m_copyAddress->setEnabled(count > 0);
    for (QAction* link : std::as_const(m_copyLinks))
        link->setEnabled(anyFinished); // an object that is not there yet has no link
    for (QAction* move : {m_moveFirst, m_moveUp, m_moveDown, m_moveLast})
        move->setEnabled(allowed.testFlag(Move));
    for (QAction* level : std::as_const(m_priorities)) {
        level->setEnabled(allowed.testFlag(Move));
        level->setChecked(count > 0 && onePriority && priority == level->data().toInt());
    }
}

void TransferActions::totalsChanged(const QueueTotals& totals)
{
    m_pauseAll->setEnabled(totals.active + totals.waiting > 0);
    m_resumeAll->setEnabled(totals.paused + totals.waiting + totals.failed > 0);
    m_removeFinished->setEnabled(totals.all > totals.active + totals.waiting + totals.paused + totals.failed);
}

void TransferActions::run(RowAction action)
{
    const QList<TransferId> ids = allowing(action);
    if (ids.isEmpty())
        return;
    switch (action) {
    case RowAction::Pause:
        m_queue.pause(ids);
        return;
    case RowAction::Resume:
        m_queue.start(ids);
        return;
    case RowAction::Abort:
        abort();
        return;
    case RowAction::Retry:
        m_queue.retry(ids);
        return;
    case RowAction::Replace:
        m_queue.replace(ids);
        return;
    case RowAction::StartOver:
        m_queue.startOver(ids);
        return;
    case RowAction::KeepBoth:
        m_queue.keepBoth(ids);
        return;
    case RowAction::Skip:
        m_queue.skip(ids);
        return;
    case RowAction::ThroughHere:
        m_queue.throughHere(ids);
        return;
    case RowAction::Repair:
        m_queue.repair(ids);
        return;
    case RowAction::Follow:
        m_queue.follow(ids);
        return;
    case RowAction::CloseSource:
        m_queue.closeSource(ids);
        return;
    case RowAction::SaveTicket:
        if (const std::optional<TransferRow> row = m_queue.row(ids.first()))
            Q_EMIT ticketWanted(*row);
        return;
    case RowAction::Remove:
        Q_EMIT removalWanted(ids);
        return;
    case RowAction::SignIn:
        if (const std::optional<TransferRow> row = m_queue.row(ids.first()))
            Q_EMIT signInWanted(row->accountId);
        return;
    case RowAction::Move:
        return; // by its own actions
    }
}

// What was sent is lost for good: that is worth a question. A row of which nothing is stored is not.
void TransferActions::abort()
{
    const QList<TransferId> ids = allowing(RowAction::Abort);
    qint64 stored = 0;
    m_selection.visit([&stored](const TransferRow& row) {
        stored += allowedActions(row).testFlag(RowAction::Abort) ? row.storedBytes : 0;
        return true;
    });
    if (stored == 0 && ids.size() == 1) {
        m_queue.abort(ids);
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Abort"),
                                tr("Abort %n transfer(s)?", nullptr, static_cast<int>(ids.size())),
                                QMessageBox::NoButton, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        stored > 0
            ? tr("%1 that are stored on the server will be deleted there. The files on this computer stay as "
                 "they are.")
                  .arg(formatBytes(stored))
            : tr("Nothing of them is stored on the server yet. The files on this computer stay as they "
                 "are."));
    auto* abort =
        box->addButton(stored > 0 ? tr("&Abort and delete") : tr("&Abort"), QMessageBox::DestructiveRole);
    auto* keep = box->addButton(tr("&Keep"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(abort, &QAbstractButton::clicked, this, [this, ids] { m_queue.abort(ids); });
    box->open();
}

void TransferActions::togglePause()
{
    RowActions allowed;
    m_selection.visit([&allowed](const TransferRow& row) {
        allowed |= allowedActions(row);
        return !allowed.testFlag(RowAction::Pause);
    });
    if (allowed.testFlag(RowAction::Pause))
        run(RowAction::Pause);
    else if (allowed.testFlag(RowAction::Resume))
        run(RowAction::Resume);
    else if (allowed.testFlag(RowAction::Retry))
        run(RowAction::Retry);
}

void TransferActions::openFolder()
{
    if (const QString folder = m_selection.place(); !folder.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

void TransferActions::copyAddresses()
{
    QStringList lines;
    m_selection.visit([&lines](const TransferRow& row) {
        lines.append(
            QStringLiteral("s3://%1/%2").arg(row.objectBucket(), QString::fromUtf8(row.objectKey())));
        return true;
    });
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void TransferActions::copyLinks(int seconds)
{
    QList<TransferRow> rows;
    m_selection.visit([&rows](const TransferRow& row) {
        if (row.phase == Phase::Finished)
            rows.append(row);
        return rows.size() < mostLinks;
    });
    if (!rows.isEmpty())
        Q_EMIT linksWanted(rows, seconds);
}

void TransferActions::forgetFinished()
{
    QList<TransferRow> rows = m_queue.rows();
    Q_EMIT removalWanted(idsAllowing(rows, RowAction::Remove));
}

void TransferActions::fillMenu(QMenu& menu) const
{
    using enum RowAction;
    for (RowAction kind : {Pause, Resume, Retry, Replace, KeepBoth, Skip, ThroughHere, Repair, StartOver,
                           Follow, CloseSource, SignIn})
        menu.addAction(m_rowActions.value(kind));
    menu.addSeparator();
    menu.addActions({m_moveFirst, m_moveUp, m_moveDown, m_moveLast});
    QMenu* priority = menu.addMenu(tr("Priorit&y"));
    priority->addActions(m_priorities);
    menu.addSeparator();
    menu.addAction(m_openFolder);
    menu.addAction(m_copyAddress);
    QMenu* links = menu.addMenu(ownIcon(QStringLiteral("link")), tr("Copy a presigned li&nk"));
    links->addActions(m_copyLinks);
    menu.addAction(m_rowActions.value(SaveTicket));
    menu.addSeparator();
    menu.addAction(m_rowActions.value(Abort));
    menu.addAction(m_rowActions.value(Remove));
}

QList<QAction*> TransferActions::all() const
{
    QList<QAction*> actions = m_rowActions.values();
    actions << m_pauseOrResume << m_openFolder << m_copyAddress << m_moveFirst << m_moveUp << m_moveDown
            << m_moveLast << m_priorities << m_copyLinks;
    return actions;
}

} // namespace partway
