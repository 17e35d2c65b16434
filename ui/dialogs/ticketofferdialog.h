// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "queue/ticketoffer.h"
#include "queue/transfer.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace partway {

class Verdict;

// Makes an upload ticket: where one file of a known size shall go, and until when.
class TicketOfferDialog final : public QDialog
{
    Q_OBJECT
public:
    // All outlive it.
    struct Parts
    {
        const AccountList& accounts;
        CredentialDesk& desk;
        const Clock& clock;
    };

    TicketOfferDialog(const Parts& parts, const Destination& to, QWidget* parent);

    void likeFile(const QString& path); // takes over its size, and its name where there is none yet
    void make(const QString& path);     // of the ticket
    void reject() override;             // not while it is being made: an upload would stay behind

Q_SIGNALS:
    void made(const QString& path, const partway::UploadTicket& ticket, bool endsWithKeys);

private:
    void makeForm();
    QWidget* makeSizeLine();
    std::optional<qint64> size() const;
    QString key() const;
    QString missing() const; // in words; empty: nothing
    void look();
    void chooseLike();
    void choosePath();
    void ended(const QString& path, const Result<UploadTicket>& ticket);
    void setBusy(bool busy);

    const AccountList& m_accountList;
    CredentialDesk& m_desk;
    const Clock& m_clock;
    QString m_fileName; // of the file it is like
    QWidget* m_fields = nullptr;
    QComboBox* m_account = nullptr;
    QLineEdit* m_bucket = nullptr;
    QLineEdit* m_key = nullptr;
    QLineEdit* m_size = nullptr;
    QComboBox* m_goodFor = nullptr;
    Verdict* m_verdict = nullptr;
    QPushButton* m_make = nullptr;
    std::unique_ptr<TicketOffer> m_offer;
    bool m_busy = false;
};

} // namespace partway
