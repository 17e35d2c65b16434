// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/uploadintake.h"

#include "dialogs/refuseddialog.h"
#include "format/errortext.h"
#include "widgets/destinationbox.h"
#include "widgets/noticebar.h"
#include "windows/dropintake.h"

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
                           DestinationBox& destination, NoticeBar& notice, QWidget& window)
    : QObject(&window), m_queue(queue), m_preferences(preferences), m_destination(destination),
      m_notice(notice), m_window(window), m_lastFolder(QDir::homePath())
{
    connect(&queue, &TransferQueue::refused, this,
            [this](int, const QList<RefusedPath>& refused) { addRefused(refused); });
    connect(&queue, &TransferQueue::addEnded, this, &UploadIntake::addEnded);
    connect(&queue, &TransferQueue::added, this,
            [this](const QList<TransferRow>& rows) { showAdding(static_cast<int>(rows.size())); });
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

void UploadIntake::addPaths(const QStringList& paths, const std::optional<Destination>& to)
{
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
