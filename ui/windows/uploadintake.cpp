// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/uploadintake.h"

#include "dialogs/refuseddialog.h"
#include "format/errortext.h"
#include "widgets/destinationbox.h"
#include "widgets/noticebar.h"
#include "windows/dropintake.h"
#include "windows/ticketdesk.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

#include <utility>

namespace partway {

namespace {

constexpr int slowAfterMs = 700; // a scan that takes longer is told of, and can be cancelled

} // namespace

UploadIntake::UploadIntake(TransferQueue& queue, const PreferenceBook& preferences,
                           DestinationBox& destination, NoticeBar& notice, TicketDesk& tickets,
                           QWidget& window)
    : QObject(&window), m_queue(queue), m_preferences(preferences), m_destination(destination),
      m_notice(notice), m_tickets(tickets), m_window(window), m_lastFolder(QDir::homePath())
{
    connect(&queue, &TransferQueue::refused, this,
            [this](int, const QList<RefusedPath>& refused) { addRefused(refused); });
    connect(&queue, &TransferQueue::addEnded, this, &UploadIntake::addEnded);
    connect(&queue, &TransferQueue::added, this, [this](const QList<TransferRow>& rows) {
        showAdding(static_cast<int>(rows.size()));
        offerToFollow(rows);
    });
}

void UploadIntake::chooseFiles()
{
    auto* dialog = new QFileDialog(&m_window, tr("Add files"), m_lastFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        if (!paths.isEmpty())
            m_lastFolder = QFileInfo(paths.first()).absolutePath();
        addPaths(paths);
    });
    dialog->open();
}

void UploadIntake::chooseFolder()
{
    auto* dialog = new QFileDialog(&m_window, tr("Add a folder"), m_lastFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_lastFolder = QFileInfo(path).absolutePath();
        addPaths({path});
    });
    dialog->open();
}

void UploadIntake::paste()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (!data || !take(*data))
        m_notice.show(tr(
            "There are no files on the clipboard. Copy files in your file manager, then paste them here."));
}

bool UploadIntake::take(const QMimeData& data)
{
    const DropIntake intake = readDrop(data);
    if (!intake.refused.isEmpty())
        addRefused(intake.refused);
    if (!intake.paths.isEmpty())
        addPaths(intake.paths);
    return !intake.isEmpty();
}

// A ticket is opened, whichever way it came in; more than one would be one dialog over the other. One file
// beside it is the one it is for.
QStringList UploadIntake::withoutTickets(const QStringList& paths)
{
    QStringList files, tickets;
    for (const QString& path : paths)
        (m_tickets.isTicket(path) ? tickets : files).append(path);
    const bool pair = tickets.size() == 1 && files.size() == 1 && QFileInfo(files.first()).isFile();
    if (!tickets.isEmpty())
        m_tickets.open(tickets.first(), pair ? files.takeFirst() : QString());
    if (tickets.size() > 1)
        m_notice.show(tr("One ticket at a time: %1 was opened.").arg(QFileInfo(tickets.first()).fileName()));
    return files;
}

void UploadIntake::addPaths(const QStringList& given, const std::optional<Destination>& to)
{
    const QStringList paths = withoutTickets(given);
    if (paths.isEmpty())
        return;
    const Result<Destination> shown = m_destination.destination();
    if (!to && !shown) {
        m_notice.show(tr("Nothing was added. %1").arg(errorLine(shown.error())));
        m_destination.focusPlace();
        return;
    }
    AddRequest request;
    request.paths = paths;
    request.to = to ? *to : *shown;
    const Preferences& wishes = m_preferences.now();
    request.ifExists = wishes.ifExists;
    request.partSize = wishes.partSize;
    request.checksum = wishes.checksum;
    request.followLinks = wishes.followLinks;
    if (!to)
        m_destination.rememberPlace();
    if (m_running.isEmpty()) {
        m_since.start();
        m_rows = 0;
        m_progressShown = false;
        if (m_notice.isHidden())
            m_refused.clear(); // seen and closed
    }
    m_running.append(m_queue.add(request));
}

void UploadIntake::showAdding(int rows)
{
    m_rows += rows;
    if (m_running.isEmpty() || m_since.elapsed() < slowAfterMs)
        return;
    m_progressShown = true;
    m_notice.show(tr("Adding files: %n so far …", nullptr, m_rows), tr("&Cancel"), [this] {
        for (int request : std::as_const(m_running))
            m_queue.cancelAdd(request);
    });
}

// What was sent as it was in that moment is sent once more, to its end.
void UploadIntake::followOne(TransferId id)
{
    const std::optional<TransferRow> row = m_queue.row(id);
    if (!row || !isEnded(row->phase)) {
        m_queue.follow({id});
        return;
    }
    AddRequest again;
    again.paths = {row->sourcePath};
    again.to = {row->accountId, row->bucket, {}};
    again.keyOverride = row->key;
    again.partSize = m_preferences.now().partSize;
    again.checksum = m_preferences.now().checksum;
    again.followLinks = true;
    again.follow = true;
    m_running.append(m_queue.add(again));
}

// They stop when the file changes, or end before it does.
void UploadIntake::offerToFollow(const QList<TransferRow>& rows)
{
    QList<TransferId> ids;
    QString name;
    for (const TransferRow& row : rows) {
        if (row.beingWritten && row.source == SourceKind::File) {
            ids.append(row.id);
            name = row.name();
        }
    }
    if (ids.isEmpty() || m_running.isEmpty())
        return;
    const QString text = ids.size() == 1
                             ? tr("A program is still writing to “%1”.").arg(name)
                             : tr("Programs are still writing to %n of the files.", nullptr, int(ids.size()));
    m_notice.show(text, tr("&Follow while it is written"), [this, ids] {
        for (TransferId id : ids)
            followOne(id);
        m_notice.hide();
    });
}

void UploadIntake::addRefused(const QList<RefusedPath>& refused)
{
    m_refused.append(refused);
    showRefused();
}

void UploadIntake::showRefused()
{
    if (m_refused.isEmpty())
        return;
    const QString text = m_refused.size() == 1 ? errorLine(m_refused.first().error)
                                               : tr("%n item(s) could not be taken.", nullptr,
                                                    static_cast<int>(m_refused.size()));
    m_notice.show(text, tr("Show &them…"),
                  [this] { (new RefusedDialog(std::exchange(m_refused, {}), &m_window))->open(); });
}

void UploadIntake::addEnded(int request, int taken)
{
    const bool mine = m_running.removeOne(request);
    if (!mine || !m_running.isEmpty())
        return;
    if (!m_refused.isEmpty())
        showRefused();
    else if (taken == 0)
        m_notice.show(tr("Nothing was added: there is no file in it."));
    else if (m_progressShown)
        m_notice.hide();
}

} // namespace partway
