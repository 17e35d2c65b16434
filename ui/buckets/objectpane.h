// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "buckets/buckettree.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;
class QTreeWidget;

namespace partway {

// Everything a store tells of one object: what it carries, the parts it was made of, its versions. Asked for
// when an object is shown; each answer adds to what is there, and what a store cannot tell is said in words.
class ObjectPane final : public QWidget
{
    Q_OBJECT
public:
    explicit ObjectPane(StoreOffice& office, QWidget* parent = nullptr);

    void show(const QString& accountId, const BucketRow& row); // no object: says what to do
    void reload();
    const BucketRow& row() const { return m_row; }

Q_SIGNALS:
    void versionDeletionWanted(const partway::ListedVersion& version);
    void versionCopyWanted(const partway::ListedVersion& version);

private:
    QTreeWidget* makeTable(const QStringList& head, const QString& name);
    QWidget* makeVersions();
    void addFact(const QString& name, const QString& value);
    void askHead();
    void askAttributes();
    void askTags();
    void askVersions();
    void showHead(const ObjectInfo& info);
    void showAttributes(const Result<ObjectAttributes>& attributes);
    void showVersions(const Result<ListVersionsPage>& page);
    const ListedVersion* chosenVersion() const;
    void showVersionButtons();

    StoreOffice& m_office;
    QString m_accountId;
    BucketRow m_row;
    quint64 m_asked = 0; // answers about an earlier object are void
    QList<ListedVersion> m_versions;
    QLabel* m_title = nullptr;
    QLabel* m_hint = nullptr; // where there is no object
    QTabWidget* m_tabs = nullptr;
    QTreeWidget* m_facts = nullptr;
    QTreeWidget* m_parts = nullptr;
    QLabel* m_partsNote = nullptr;
    QTreeWidget* m_versionTable = nullptr;
    QLabel* m_versionNote = nullptr;
    QPushButton* m_deleteVersion = nullptr;
    QPushButton* m_copyVersion = nullptr;
};

} // namespace partway
