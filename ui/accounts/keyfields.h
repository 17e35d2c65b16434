// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/awsimport.h"
#include "dialogs/accountbook.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QWidget;

namespace partway {

// Where an account's keys come from, as rows of the account dialog's form: each source shows its own.
class KeyFields final : public QObject
{
    Q_OBJECT
public:
    KeyFields(QFormLayout& form, QWidget* dialog); // adds its rows at the end; lives as long as the dialog

    void fill(const Account& account, bool isNew);
    void setCompanion(bool companion); // a server that holds the keys: at most a header is wanted
    void apply(Account* account) const;
    TypedKeys typed() const;
    Result<void> check() const;                   // what only this computer knows: is the profile there?
    QWidget* fieldFor(const QString& code) const; // that an error is about; null: none of these
    void focusSecret() const;

Q_SIGNALS:
    void profileChosen(const partway::Account& found); // with region and endpoint of the profile

private:
    void makeSource();
    void makeProfile();
    void makeTyped();
    void makeRole();
    void makeSso();
    QLineEdit* addLine(const QString& label, const QString& hint = {});
    QLineEdit* addPassword(const QString& label);
    void fillSources();
    void fillRole(const RoleChoice& role);
    void fillSso(const SsoChoice& sso);
    void applyRole(Account* account) const;
    void applySso(Account* account) const;
    void applyCompanion(Account* account) const;
    SecretSource source() const;
    SecretSource base() const; // of a role's; else the source itself
    bool isTyped() const;
    void show(std::initializer_list<QWidget*> fields, bool visible);
    void showFields();
    void sayNote();
    QString note() const;
    const ImportableProfile* profile() const;

    QFormLayout& m_form;
    QWidget* const m_dialog;
    QList<ImportableProfile> m_profiles;
    Account m_account; // as it was
    bool m_isNew = false;
    bool m_companion = false;
    QComboBox* m_source = nullptr;
    QComboBox* m_base = nullptr;
    QComboBox* m_profile = nullptr;
    QLineEdit* m_process = nullptr;
    QLineEdit* m_accessKey = nullptr;
    QLineEdit* m_secret = nullptr;
    QLineEdit* m_token = nullptr;
    QLineEdit* m_roleArn = nullptr;
    QLineEdit* m_mfa = nullptr;
    QLineEdit* m_externalId = nullptr;
    QLineEdit* m_roleSession = nullptr;
    QSpinBox* m_duration = nullptr;
    QLineEdit* m_sts = nullptr;
    QLineEdit* m_ssoUrl = nullptr;
    QLineEdit* m_ssoRegion = nullptr;
    QLineEdit* m_ssoAccount = nullptr;
    QLineEdit* m_ssoRole = nullptr;
    QLineEdit* m_ssoSession = nullptr;
    QLineEdit* m_ssoService = nullptr;
    QCheckBox* m_ssoCache = nullptr;
    QLabel* m_note = nullptr;
};

} // namespace partway
