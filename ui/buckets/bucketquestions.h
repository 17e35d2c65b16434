// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "buckets/buckettree.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace partway {

// A name for a new bucket or folder, or of one that is there and not listed; what is wrong with it is said
// while it is typed.
class NameDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class What { Bucket, Folder, KnownBucket, KnownObject };
    NameDialog(What what, const QString& where, QWidget* parent);
    QString name() const;

private:
    void check();

    const What m_what;
    QLineEdit* m_name = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_ok = nullptr;
};

// Empty: a store would take it. Rules of AWS, which others share or are laxer than.
QString bucketNameProblem(const QString& name);
QString folderNameProblem(const QString& name);

// A link that lets anyone read one object for a while. Its address is a key: it is shown, copied, and kept
// nowhere.
class LinkDialog final : public QDialog
{
    Q_OBJECT
public:
    LinkDialog(StoreOffice& office, const QString& accountId, const BucketRow& row, QWidget* parent);

private:
    void ask();
    void show(const Result<QByteArray>& link);

    StoreOffice& m_office;
    const QString m_accountId;
    const BucketRow m_row;
    QComboBox* m_expiry = nullptr;
    QLineEdit* m_link = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_copy = nullptr;
};

// What is asked before objects are deleted: what is lost depends on whether the bucket keeps versions.
QString deletionQuestion(const QList<BucketRow>& rows, Versioning versioning);
QString deletionConsequence(Versioning versioning);

} // namespace partway
