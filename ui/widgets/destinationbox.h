// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "queue/transfer.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSettings;

namespace partway {

// "To: account ▸ bucket/prefix": where the next files go. Remembers the last places of each account.
class DestinationBox final : public QWidget
{
    Q_OBJECT
public:
    explicit DestinationBox(const AccountList& accounts, QWidget* parent = nullptr);

    Result<Destination> destination() const; // errors of readPlace, or "account-none"
    Destination destinationSoFar() const;    // the account alone where the place cannot be read
    void setDestination(const Destination& destination);
    void reloadAccounts(); // the list changed
    void rememberPlace();  // files were added to it: it belongs into the history
    void focusPlace();
    QString accountId() const; // empty: there is none

    void saveState(QSettings& settings) const;
    void restoreState(const QSettings& settings);

Q_SIGNALS:
    void changed();
    void browseWanted(); // to choose the place from what the store holds

private:
    void showAccount();
    void showProblem();
    QStringList history(const QString& accountId) const { return m_history.value(accountId); }

    const AccountList& m_accounts;
    QComboBox* m_account = nullptr;
    QComboBox* m_place = nullptr;
    QHash<QString, QStringList> m_history; // by account; the last place first
};

} // namespace partway
