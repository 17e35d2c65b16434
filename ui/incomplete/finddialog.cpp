// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/finddialog.h"

#include "format/errortext.h"
#include "format/numbers.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace partway {

FindDialog::FindDialog(StoreOffice& office, const QString& accountId, const IncompleteUpload& upload,
                       QWidget* parent)
    : QDialog(parent), m_accountId(accountId), m_upload(upload), m_look(office)
{
    setWindowTitle(tr("Which file is this?"));
    makeForm();
    setFolders({QStandardPaths::writableLocation(QStandardPaths::HomeLocation)});
    connect(&m_look, &LookDesk::looked, this,
            [this](const IncompleteUpload&, const PartsTally& tally, const Liveness&) { begin(tally); });
    connect(&m_look, &LookDesk::failed, this, [this](const IncompleteUpload&, const Error& error) {
        setRunning(false);
        m_status->setText(errorLine(error));
    });
    connect(&m_finder, &FileFinder::found, this, [this](const QString& path) {
        m_files->addItem(QDir::toNativeSeparators(path));
        if (m_files->count() == 1) {
            m_files->setCurrentRow(0);
            m_choose->setDefault(true);
        }
    });
    connect(&m_finder, &FileFinder::progress, this, [this](int seen, int compared, const QString& path) {
        m_status->setText(tr("%1 files seen, %2 compared. %3")
                              .arg(seen)
                              .arg(compared)
                              .arg(QFileInfo(path).fileName().left(60)));
    });
    connect(&m_finder, &FileFinder::ended, this, [this] {
        setRunning(false);
        m_status->setText(m_files->count() == 0 ? tr("No file in these folders has this part.")
                                                : tr("%n file(s) found.", nullptr, m_files->count()));
    });
}

void FindDialog::makeForm()
{
    auto* about =
        new QLabel(tr("Searches for files that begin with the very bytes of the first stored part. Files of "
                      "the same name are looked at first, and none that is smaller than what is stored."),
                   this);
    about->setWordWrap(true);
    m_folders = new QListWidget(this);
    m_folders->setMaximumHeight(90);
    m_folders->setAccessibleName(tr("Folders to search"));
    auto* add = new QPushButton(tr("&Add a folder…"), this);
    auto* remove = new QPushButton(tr("&Remove"), this);
    m_search = new QPushButton(tr("&Search"), this);
    m_search->setDefault(true);
    m_files = new QListWidget(this);
    m_files->setAccessibleName(tr("Files that were found"));
    m_status = new QLabel(this);
    m_status->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_choose = buttons->addButton(tr("&Use this file"), QDialogButtonBox::AcceptRole);
    m_choose->setEnabled(false);
    connect(add, &QPushButton::clicked, this, &FindDialog::addFolder);
    connect(remove, &QPushButton::clicked, this, [this] { delete m_folders->currentItem(); });
    connect(m_search, &QPushButton::clicked, this, &FindDialog::search);
    connect(m_files, &QListWidget::currentRowChanged, this,
            [this](int row) { m_choose->setEnabled(row >= 0); });
    connect(m_files, &QListWidget::itemActivated, this, &FindDialog::choose);
    connect(buttons, &QDialogButtonBox::accepted, this, &FindDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch(1);
    row->addWidget(m_search);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_folders);
    layout->addLayout(row);
    layout->addWidget(m_files, 1);
    layout->addWidget(m_status);
    layout->addWidget(buttons);
    resize(560, 420);
}

void FindDialog::setFolders(const QStringList& folders)
{
    m_folders->clear();
    for (const QString& folder : folders)
        m_folders->addItem(QDir::toNativeSeparators(folder));
    m_folders->setCurrentRow(0);
}

void FindDialog::addFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Search this folder"));
    if (!folder.isEmpty())
        m_folders->addItem(QDir::toNativeSeparators(folder));
}

void FindDialog::setRunning(bool running)
{
    m_running = running;
    m_search->setText(running ? tr("&Stop") : tr("&Search"));
}

void FindDialog::search()
{
    if (m_running) {
        m_look.stop();
        m_finder.stop();
        setRunning(false);
        m_status->setText(tr("Stopped."));
        return;
    }
    m_files->clear();
    m_search->setDefault(true);
    setRunning(true);
    m_status->setText(tr("Asking the store for the first part…"));
    m_look.start(m_accountId, {m_upload});
}

void FindDialog::begin(const PartsTally& tally)
{
    QStringList folders;
    for (int row = 0; row < m_folders->count(); ++row)
        folders.append(QDir::fromNativeSeparators(m_folders->item(row)->text()));
    const Result<FileWish> wish =
        FileFinder::wishFor(folders, m_upload.upload.key, tally.first.value_or(ListedPart()), tally.partSize,
                            tally.bytes, tally.checksum);
    if (wish) {
        m_finder.start(*wish);
        return;
    }
    setRunning(false);
    m_status->setText(errorLine(wish.error()));
}

void FindDialog::choose()
{
    if (!m_files->currentItem())
        return;
    Q_EMIT chosen(QDir::fromNativeSeparators(m_files->currentItem()->text()));
    accept();
}

} // namespace partway
