// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace partway {

// What all new objects of an account get: storage class, encryption, headers.
class ObjectFields final : public QWidget
{
    Q_OBJECT
public:
    explicit ObjectFields(QWidget* parent = nullptr);

    void fill(const ObjectOptions& uploads);
    // Errors: those of readHeaderLines() and checkEncryption().
    Result<ObjectOptions> uploads() const;
    QWidget* fieldFor(const QString& code) const; // that an error is about; null: none of these

private:
    void showFields();

    QComboBox* m_class = nullptr;
    QComboBox* m_encryption = nullptr;
    QLineEdit* m_kmsKey = nullptr;
    QPlainTextEdit* m_headers = nullptr;
};

} // namespace partway
