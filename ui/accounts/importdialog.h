// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/awsimport.h"
#include "dialogs/accountbook.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace partway {

// Profiles of the AWS files as accounts: what there is, what each would become, and which to take. Shows
// nothing secret. Saves one after the other and stays open with what could not be saved.
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(AccountBook& book, QWidget* parent);

    void accept() override;

Q_SIGNALS:
    void imported(int accounts);

private:
    void makeList();
    void fill();
    void tell(); // the button's number, and what happens to keys
    QString plan(const ImportableProfile& profile) const;
    bool canTake(const ImportableProfile& profile) const;
    QList<int> ticked() const;
    void next();
    void taken(const Account& account, const Result<void>& saved);

    AccountBook& m_book;
    const QProcessEnvironment m_environment;
    const AwsFiles m_files;
    const QList<ImportableProfile> m_profiles;
    QTreeWidget* m_list = nullptr;
    QCheckBox* m_copy = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_import = nullptr;
    QList<int> m_left; // to be saved
    QStringList m_problems;
    int m_done = 0;
};

} // namespace partway
