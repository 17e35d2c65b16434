// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "buckets/objectpane.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "paint/icons.h"
#include "paint/isolateddelegate.h"
#include "queue/copyplan.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace partway {

namespace {

QLabel* noteLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMargin(6);
    return label;
}

QString exactTime(const QDateTime& at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : QString();
}

QTreeWidgetItem* addRow(QTreeWidget* table, const QStringList& cells)
{
    auto* item = new QTreeWidgetItem(table, cells);
    for (int column = 0; column < int(cells.size()); ++column)
        item->setToolTip(column, cells.at(column));
    return item;
}

} // namespace

ObjectPane::ObjectPane(StoreOffice& office, QWidget* parent) : QWidget(parent), m_office(office)
{
    m_title = new QLabel(this);
    m_title->setWordWrap(true);
    m_title->setMargin(4);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_hint = noteLabel(this);
    m_hint->setText(tr("Choose an object to see what the server keeps of it."));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("About the object"));
    m_facts = makeTable({tr("What"), tr("Value")}, tr("Details of the object"));
    auto* parts = new QWidget(m_tabs);
    m_partsNote = noteLabel(parts);
    m_parts = makeTable({tr("Part"), tr("Size"), tr("Checksum")}, tr("Parts of the object"));
    auto* partsLayout = new QVBoxLayout(parts);
    partsLayout->setContentsMargins(0, 0, 0, 0);
    partsLayout->addWidget(m_partsNote);
    partsLayout->addWidget(m_parts, 1);
    m_tabs->addTab(m_facts, tr("Details"));
    m_tabs->addTab(parts, tr("Parts"));
    m_tabs->addTab(makeVersions(), tr("Versions"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_tabs, 1);
    show({}, {});
}

QTreeWidget* ObjectPane::makeTable(const QStringList& head, const QString& name)
{
    auto* table = new QTreeWidget(m_tabs);
    table->setColumnCount(int(head.size()));
    table->setHeaderLabels(head);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setItemDelegate(new IsolatedDelegate(table));
    table->setAlternatingRowColors(true);
    table->setFrameShape(QFrame::NoFrame);
    table->setAccessibleName(name);
    table->header()->setStretchLastSection(true);
    return table;
}

QWidget* ObjectPane::makeVersions()
{
    auto* versions = new QWidget(m_tabs);
    m_versionNote = noteLabel(versions);
    m_versionTable =
        makeTable({tr("Changed"), tr("Size"), tr("Version"), tr("State")}, tr("Versions of the object"));
    connect(m_versionTable, &QTreeWidget::itemSelectionChanged, this, &ObjectPane::showVersionButtons);
    m_copyVersion = new QPushButton(ownIcon(QStringLiteral("copy")), tr("Copy this &version to…"), versions);
    m_deleteVersion =
        new QPushButton(ownIcon(QStringLiteral("abort")), tr("De&lete this version…"), versions);
    connect(m_copyVersion, &QPushButton::clicked, this, [this] {
        if (const ListedVersion* version = chosenVersion())
            Q_EMIT versionCopyWanted(*version);
    });
    connect(m_deleteVersion, &QPushButton::clicked, this, [this] {
        if (const ListedVersion* version = chosenVersion())
            Q_EMIT versionDeletionWanted(*version);
    });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copyVersion);
    buttons->addWidget(m_deleteVersion);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(versions);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->addWidget(m_versionNote);
    layout->addWidget(m_versionTable, 1);
    layout->addLayout(buttons);
    return versions;
}

void ObjectPane::show(const QString& accountId, const BucketRow& row)
{
    ++m_asked;
    m_accountId = accountId;
    m_row = row;
    m_facts->clear();
    m_parts->clear();
    m_versionTable->clear();
    m_versions.clear();
    showVersionButtons();
    const bool object = row.kind == BucketRowKind::Object;
    m_tabs->setVisible(object);
    m_partsNote->setText(tr("Asking the server…"));
    m_versionNote->setText(tr("Asking the server…"));
    if (!object) {
        m_title->setText(row.isPlace() ? row.bucket + u'/' + QString::fromUtf8(row.key) : QString());
        m_title->setVisible(row.isPlace());
        m_hint->show();
        return;
    }
    m_title->show();
    m_hint->hide();
    m_title->setText(row.bucket + u'/' + QString::fromUtf8(row.key));
    if (!row.etag.isEmpty()) // else nobody has listed it
        addFact(tr("Size"), exactBytes(row.size));
    addFact(tr("Changed"), exactTime(row.modified));
    addFact(tr("ETag"), QString::fromLatin1(bareEtag(row.etag)));
    addFact(tr("Storage class"), row.storageClass);
    askHead();
    askAttributes();
    askTags();
    askVersions();
}

void ObjectPane::reload()
{
    show(m_accountId, BucketRow(m_row));
}

void ObjectPane::addFact(const QString& name, const QString& value)
{
    if (!value.isEmpty())
        addRow(m_facts, {name, value});
    m_facts->resizeColumnToContents(0);
}

// --- what is asked -------------------------------------------------------------------------------------

void ObjectPane::askHead()
{
    const HeadObjectInput input{m_row.bucket, m_row.key, ChecksumMode::None, {}};
    m_office.ask<ObjectInfo>(
        m_accountId, this,
        [input](ObjectStore& store, auto answer) { return store.headObject(input, std::move(answer)); },
        [this, asked = m_asked](const Result<ObjectInfo>& info) {
            if (asked != m_asked)
                return;
            if (info)
                showHead(*info);
            else
                addFact(tr("Not to be seen"), errorLine(info.error()));
        });
}

void ObjectPane::showHead(const ObjectInfo& info)
{
    if (m_row.etag.isEmpty())
        addFact(tr("Size"), exactBytes(info.size));
    addFact(tr("Content type"), QString::fromUtf8(info.contentType));
    addFact(tr("Cache control"), QString::fromUtf8(info.cacheControl));
    addFact(tr("Content disposition"), QString::fromUtf8(info.contentDisposition));
    addFact(tr("Content encoding"), QString::fromUtf8(info.contentEncoding));
    addFact(tr("Content language"), QString::fromUtf8(info.contentLanguage));
    addFact(tr("Version"), info.versionId);
    if (info.encryptedWithKms)
        addFact(tr("Encryption"), tr("with a key of its own; the ETag is no MD5"));
    for (auto entry = info.metadata.cbegin(); entry != info.metadata.cend(); ++entry)
        addFact(tr("Metadata: %1").arg(QString::fromLatin1(entry.key())), metadataText(entry.value()));
}

void ObjectPane::askAttributes()
{
    const ObjectAttributesInput input{m_row.bucket, m_row.key, {}, 0};
    m_office.ask<ObjectAttributes>(
        m_accountId, this,
        [input](ObjectStore& store, auto answer) { return store.objectAttributes(input, std::move(answer)); },
        [this, asked = m_asked](const Result<ObjectAttributes>& attributes) {
            if (asked == m_asked)
                showAttributes(attributes);
        });
}

void ObjectPane::showAttributes(const Result<ObjectAttributes>& attributes)
{
    if (!attributes) {
        m_partsNote->setText(attributes.error().code == QLatin1String("operation-unsupported") ||
                                     attributes.error().httpStatus == 501 ||
                                     attributes.error().httpStatus == 405
                                 ? tr("This store does not tell of which parts an object was made.")
                                 : errorLine(attributes.error()));
        return;
    }
    if (!attributes->checksum.isEmpty())
        addFact(tr("Checksum"),
                tr("%1 %2 (%3)", "kind, value, of what")
                    .arg(QString::fromLatin1(attributes->checksumName),
                         QString::fromLatin1(attributes->checksum),
                         attributes->checksumType == "COMPOSITE" ? tr("over those of the parts")
                                                                 : tr("of the whole object")));
    for (const ObjectPart& part : attributes->parts)
        addRow(m_parts,
               {QString::number(part.number), exactBytes(part.size), QString::fromLatin1(part.checksum)});
    if (attributes->partCount == 0)
        m_partsNote->setText(tr("The object was stored in one piece."));
    else if (attributes->parts.isEmpty())
        m_partsNote->setText(
            tr("Made of %n part(s); the store does not list them.", "", attributes->partCount));
    else if (attributes->truncated)
        m_partsNote->setText(tr("Made of %1 parts; the first %2 are shown.")
                                 .arg(attributes->partCount)
                                 .arg(attributes->parts.size()));
    else
        m_partsNote->setText(tr("Made of %n part(s).", "", attributes->partCount));
}

void ObjectPane::askTags()
{
    m_office.ask<QMap<QString, QString>>(
        m_accountId, this,
        [bucket = m_row.bucket, key = m_row.key](ObjectStore& store, auto answer) {
            return store.objectTags(bucket, key, {}, std::move(answer));
        },
        [this, asked = m_asked](const Result<QMap<QString, QString>>& tags) {
            if (asked != m_asked || !tags)
                return; // a store without tags has none to show
            for (auto tag = tags->cbegin(); tag != tags->cend(); ++tag)
                addFact(tr("Tag: %1").arg(tag.key()), tag.value());
        });
}

// --- versions ------------------------------------------------------------------------------------------

void ObjectPane::askVersions()
{
    const ListVersionsInput input{m_row.bucket, m_row.key, {}, {}, 1000};
    m_office.ask<ListVersionsPage>(
        m_accountId, this,
        [input](ObjectStore& store, auto answer) { return store.listVersions(input, std::move(answer)); },
        [this, asked = m_asked](const Result<ListVersionsPage>& page) {
            if (asked == m_asked)
                showVersions(page);
        });
}

// A prefix finds longer names, too.
void ObjectPane::showVersions(const Result<ListVersionsPage>& page)
{
    if (!page) {
        m_versionNote->setText(page.error().code == QLatin1String("operation-unsupported") ||
                                       page.error().httpStatus == 501 || page.error().httpStatus == 405
                                   ? tr("This store does not list versions.")
                                   : errorLine(page.error()));
        return;
    }
    for (const ListedVersion& version : page->versions) {
        if (version.key != m_row.key)
            continue;
        m_versions.append(version);
        QString state = version.deleteMarker ? tr("deleted here") : QString();
        if (version.latest)
            state = version.deleteMarker ? tr("current: deleted") : tr("current");
        addRow(m_versionTable,
               {exactTime(version.modified), version.deleteMarker ? QString() : formatBytes(version.size),
                version.versionId, state});
    }
    for (int column = 0; column < 2; ++column)
        m_versionTable->resizeColumnToContents(column);
    m_versionTable->setColumnWidth(2, m_versionTable->fontMetrics().averageCharWidth() * 20);
    m_versionNote->setText(m_versions.size() == 1 && m_versions.first().versionId == QLatin1String("null")
                               ? tr("The bucket keeps no older versions of it.")
                               : tr("%n version(s), the newest first.", "", int(m_versions.size())));
    showVersionButtons();
}

const ListedVersion* ObjectPane::chosenVersion() const
{
    const QList<QTreeWidgetItem*> chosen = m_versionTable->selectedItems();
    const int row = chosen.isEmpty() ? -1 : m_versionTable->indexOfTopLevelItem(chosen.first());
    return row >= 0 && row < m_versions.size() ? &m_versions.at(row) : nullptr;
}

void ObjectPane::showVersionButtons()
{
    const ListedVersion* version = chosenVersion();
    m_deleteVersion->setEnabled(version);
    m_copyVersion->setEnabled(version && !version->deleteMarker);
}

} // namespace partway
