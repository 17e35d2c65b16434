// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeoffice.h"
#include "incomplete/lookdesk.h"
#include "upload/filefinder.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace partway {

// "Which file is this?": searches folders for the file that an upload was begun from, by its first part.
class FindDialog final : public QDialog
{
    Q_OBJECT
public:
    FindDialog(StoreOffice& office, const QString& accountId, const IncompleteUpload& upload,
               QWidget* parent = nullptr);

    void setFolders(const QStringList& folders);

Q_SIGNALS:
    void chosen(const QString& path);

private:
    void makeForm();
    void addFolder();
    void search();
    void begin(const PartsTally& tally);
    void choose();
    void setRunning(bool running);

    const QString m_accountId;
    const IncompleteUpload m_upload;
    LookDesk m_look;
    FileFinder m_finder;
    QListWidget* m_folders = nullptr;
    QListWidget* m_files = nullptr;
    QLabel* m_status = nullptr;
    QPushButton* m_search = nullptr;
    QPushButton* m_choose = nullptr;
    bool m_running = false;
};

} // namespace partway
