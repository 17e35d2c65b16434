// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "buckets/copyintake.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace partway {

class CarriedFields;

// Where chosen objects and folders are to be copied, and how.
class CopyDialog final : public QDialog
{
    Q_OBJECT
public:
    CopyDialog(StoreOffice& office, const AccountList& accounts, const CopyIntake::Wish& wish,
               QWidget* parent);

    CopyIntake::Wish wish() const;

private:
    QWidget* makeFields(bool one);
    void browse();
    void check();
    QString noteFor(bool same) const;
    std::optional<Account> target() const;
    bool isSameServiceChosen() const;

    StoreOffice& m_office;
    const AccountList& m_accounts;
    const CopyIntake::Wish m_wish;
    QComboBox* m_account = nullptr;
    QLineEdit* m_place = nullptr;
    QLineEdit* m_name = nullptr; // of one object
    QComboBox* m_exists = nullptr;
    CarriedFields* m_carried = nullptr;
    QCheckBox* m_throughHere = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_ok = nullptr;
};

} // namespace partway
