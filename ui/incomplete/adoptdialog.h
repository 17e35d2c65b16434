// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeoffice.h"
#include "incomplete/incompleteentry.h"
#include "queue/transferqueue.h"
#include "upload/adoption.h"

#include <QDialog>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace partway {

class MatchMap;

// "Resume with a file": compares a local file with what is stored of an upload that anybody began, shows it
// part by part before anything is sent, and then hands it to the queue.
class AdoptDialog final : public QDialog
{
    Q_OBJECT
public:
    AdoptDialog(StoreOffice& office, TransferQueue& queue, const QString& accountId,
                const IncompleteEntry& entry, QWidget* parent = nullptr);
    ~AdoptDialog() override;

    void setFile(const QString& path); // and compares it

Q_SIGNALS:
    void adopted(const partway::UploadRef& upload); // it is a row of the queue now

private:
    struct Agent;
    void makeForm();
    QHBoxLayout* makeFileRow();
    QHBoxLayout* makeLegend();
    void browse();
    void find();
    void compare();
    void takeProgress(qint64 compared, qint64 total);
    void take(const Result<Adoption>& adoption);
    void showResult();
    void finish();

    StoreOffice& m_office;
    TransferQueue& m_queue;
    const QString m_accountId;
    const IncompleteEntry m_entry;
    std::shared_ptr<Agent> m_agent;
    std::optional<Adoption> m_adoption;
    QString m_compared; // the path that m_adoption is about
    int m_request = 0;
    QLineEdit* m_path = nullptr;
    QProgressBar* m_progress = nullptr;
    MatchMap* m_map = nullptr;
    QList<QLabel*> m_counts; // by PartMatch
    QLabel* m_result = nullptr;
    QCheckBox* m_anyway = nullptr;
    QPushButton* m_finish = nullptr;
};

} // namespace partway
