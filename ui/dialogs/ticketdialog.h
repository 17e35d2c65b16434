// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "queue/resumeticket.h"

#include <QDialog>

#include <atomic>
#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QThread;

namespace partway {

class FileChooser;
class Verdict;

// Goes on with the transfer of a resume ticket: which file it is on this computer, and which account reaches
// its store. The file is compared with the ticket before anything can be sent.
class TicketDialog final : public QDialog
{
    Q_OBJECT
public:
    TicketDialog(const ResumeTicket& ticket, const AccountList& accounts, QWidget* parent);
    ~TicketDialog() override;

    void setFile(const QString& path); // compares it

Q_SIGNALS:
    void goesOn(const partway::Transfer& transfer);

private:
    void makeForm();
    void fillAccounts(const AccountList& accounts);
    void compare(const QString& path);
    void checked(const Result<SourceFingerprint>& source);
    void updateButtons();
    void goOn();
    void stopChecking();

    const ResumeTicket m_ticket;
    QComboBox* m_accounts = nullptr;
    QLabel* m_noAccount = nullptr;
    FileChooser* m_file = nullptr;
    Verdict* m_verdict = nullptr;
    QPushButton* m_goOn = nullptr;
    std::unique_ptr<QThread> m_check; // reads up to three parts
    std::atomic<bool> m_stop{false};
    std::optional<SourceFingerprint> m_source; // of the file that is the ticket's
};

} // namespace partway
