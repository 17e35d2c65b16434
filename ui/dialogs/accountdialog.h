// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/accountbook.h"
#include "doctor/finding.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace partway {

class KeyFields;
class NetworkFields;
class ObjectFields;

// One account: where the store is and with which keys. Saves by itself through the AccountBook and stays
// open, saying why, when that does not work.
class AccountDialog final : public QDialog
{
    Q_OBJECT
public:
    AccountDialog(AccountBook& book, const Account& account, bool isNew, QWidget* parent);

    Account account() const; // as it is written in the fields
    QString problem() const; // what the dialog complains about; empty: nothing
    void focusSecret();

    void accept() override;

private:
    void makePlaceFields(QFormLayout& form);
    void makeDestinationFields(QFormLayout& form);
    void fill(const Account& account);
    void providerChosen();
    void regionEdited();
    void showFieldsOf(const QString& provider);
    void test();
    void save();
    void testEnded(const QList<Finding>& findings);
    bool check(const Account& account);
    bool checkPlace(const Account& account);
    void profileChosen(const Account& found);
    void suggestEndpoint(const QString& endpoint);
    void showProblem(const Error& error);
    void showWords(const QString& words);
    QWidget* fieldFor(const QString& code) const;
    void setBusy(bool busy);
    void awaitKeychain(bool waits);
    void tellOfKeychain();

    AccountBook& m_book;
    Account m_account;
    QFormLayout* m_form = nullptr;
    bool m_isNew = false;
    QString m_suggestedEndpoint; // replaced by the next suggestion, unless it was edited
    QString m_suggestedName;     // the same
    QLineEdit* m_name = nullptr;
    QLabel* m_whereKeys = nullptr; // the provider's own page
    QComboBox* m_provider = nullptr;
    QLineEdit* m_endpoint = nullptr;
    QLineEdit* m_region = nullptr;
    QComboBox* m_addressing = nullptr;
    KeyFields* m_keys = nullptr;
    QLineEdit* m_bucket = nullptr;
    QLineEdit* m_prefix = nullptr;
    NetworkFields* m_network = nullptr;
    ObjectFields* m_objects = nullptr;
    QTabWidget* m_tabs = nullptr;
    QPushButton* m_test = nullptr;
    Account m_tested;          // as it was when it was tested
    QList<Finding> m_findings; // of that test
    QLabel* m_problem = nullptr;
    bool m_awaitsKeychain = false; // what it does now may need it
    QWidget* m_fields = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace partway
