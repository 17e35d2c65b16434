// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "accounts/networksecrets.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace partway {

// The way to an account's store: proxy, authorities, client certificate, patience.
class NetworkFields final : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkFields(QWidget* parent = nullptr);

    void fill(const Account& account, bool isNew);
    void apply(Account* account) const;
    NetworkSecrets typed() const;                 // passwords; empty where nothing was typed
    QWidget* fieldFor(const QString& code) const; // that an error is about; null: none of these

private:
    QLineEdit* addFile(QFormLayout& form, const QString& label, const QString& name, const QString& hint,
                       const QString& filter);
    QLineEdit* addPassword(QFormLayout& form, const QString& label);
    void showFields();

    QFormLayout* m_form = nullptr;
    QComboBox* m_proxy = nullptr;
    QLineEdit* m_proxyUrl = nullptr;
    QLineEdit* m_proxyUser = nullptr;
    QLineEdit* m_proxyPassword = nullptr;
    QLineEdit* m_caFile = nullptr;
    QLineEdit* m_certificate = nullptr;
    QLineEdit* m_key = nullptr;
    QLineEdit* m_keyPassword = nullptr;
    QSpinBox* m_timeout = nullptr;
};

} // namespace partway
