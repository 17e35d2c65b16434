// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "buckets/bucketview.h"
#include "queue/transfer.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace partway {

// Chooses a bucket and folder from the tree of an account.
class PlaceDialog final : public QDialog
{
    Q_OBJECT
public:
    PlaceDialog(StoreOffice& office, const AccountList& accounts, const QString& title,
                const Destination& from, QWidget* parent);

    Destination destination() const;

private:
    void showAccount();
    void showState();
    void showPlace();

    const AccountList& m_accounts;
    QComboBox* m_account = nullptr;
    BucketTree* m_tree = nullptr;
    BucketFilter* m_filter = nullptr;
    BucketView* m_view = nullptr;
    QLabel* m_state = nullptr;
    QLineEdit* m_place = nullptr; // may be written by hand, too: a folder need not exist
    QPushButton* m_ok = nullptr;
};

} // namespace partway
