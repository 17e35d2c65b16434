// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete/incompleteentry.h"
#include "incomplete/lookdesk.h"

#include <QDialog>
#include <QSet>

class QCheckBox;
class QLabel;
class QPushButton;

namespace partway {

// Asks before incomplete uploads are aborted: says what is deleted, which are ours, and looks meanwhile
// whether somebody is still sending parts.
class AbortQuestion final : public QDialog
{
    Q_OBJECT
public:
    AbortQuestion(StoreOffice& office, const QString& accountId, const QList<IncompleteEntry>& entries,
                  QWidget* parent = nullptr);

    // Valid once it was accepted: which, and how each is to be done.
    QList<IncompleteEntry> chosen() const;
    bool evenInUse(const UploadRef& upload) const; // it was seen in use, and is wanted gone all the same

private:
    void look(StoreOffice& office, const QString& accountId);
    void takeLook(const IncompleteUpload& upload, const Liveness& liveness);
    void showUse(bool ended);
    QString summary() const;
    QString list() const;

    QList<IncompleteEntry> m_entries;
    LookDesk* m_desk = nullptr;
    QSet<QString> m_inUse; // upload ids
    QStringList m_useWords;
    QLabel* m_use = nullptr;
    QCheckBox* m_even = nullptr;
    QPushButton* m_abort = nullptr;
};

} // namespace partway
