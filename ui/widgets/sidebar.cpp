// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sidebar.h"

#include "paint/icons.h"

#include <QHeaderView>
#include <QLocale>

namespace partway {

namespace {

struct GroupLook
{
    TransferGroup group;
    const char* name;
    const char* icon;
};

constexpr GroupLook groups[]{
    {TransferGroup::All, QT_TRANSLATE_NOOP("partway::Sidebar", "All"), "all"},
    {TransferGroup::Active, QT_TRANSLATE_NOOP("partway::Sidebar", "Active"), "active"},
    {TransferGroup::Waiting, QT_TRANSLATE_NOOP("partway::Sidebar", "Waiting"), "waiting"},
    {TransferGroup::Paused, QT_TRANSLATE_NOOP("partway::Sidebar", "Paused"), "paused"},
    {TransferGroup::Failed, QT_TRANSLATE_NOOP("partway::Sidebar", "Failed"), "warning"},
    {TransferGroup::Finished, QT_TRANSLATE_NOOP("partway::Sidebar", "Finished"), "finished"},
};

constexpr int groupRole = Qt::UserRole;

} // namespace

Sidebar::Sidebar(QWidget* parent) : QTreeWidget(parent)
{
    setAccessibleName(tr("Groups of transfers"));
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setIndentation(10);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    const int rowHeight = fontMetrics().height() + 10;
    m_transfers = new QTreeWidgetItem(this, {tr("Transfers")});
    m_transfers->setFlags(Qt::ItemIsEnabled);
    QFont bold = font();
    bold.setBold(true);
    m_transfers->setFont(0, bold);
    m_transfers->setSizeHint(0, {0, rowHeight});
    for (const GroupLook& look : groups) {
        auto* item = new QTreeWidgetItem(m_transfers, {tr(look.name)});
        item->setData(0, groupRole, static_cast<int>(look.group));
        item->setSizeHint(0, {0, rowHeight});
        item->setIcon(0, ownIcon(QLatin1String(look.icon)));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    expandAll();
    setGroup(TransferGroup::All);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && item != m_transfers)
            Q_EMIT groupChosen(group());
    });
}

QSize Sidebar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 26, 240};
}

void Sidebar::setCount(TransferGroup group, int count)
{
    QTreeWidgetItem* item = m_transfers->child(static_cast<int>(group));
    const QString text = count > 0 || group == TransferGroup::All ? QLocale().toString(count) : QString();
    if (item->text(1) == text)
        return;
    item->setText(1, text);
    item->setData(0, Qt::AccessibleTextRole,
                  tr("%1, %n transfer(s)", "a group in the sidebar", count).arg(item->text(0)));
}

void Sidebar::setTotals(const QueueTotals& totals)
{
    setCount(TransferGroup::All, totals.all);
    setCount(TransferGroup::Active, totals.active);
    setCount(TransferGroup::Waiting, totals.waiting);
    setCount(TransferGroup::Paused, totals.paused);
    setCount(TransferGroup::Failed, totals.failed);
    setCount(TransferGroup::Finished, totals.finished);
}

void Sidebar::setGroup(TransferGroup group)
{
    setCurrentItem(m_transfers->child(static_cast<int>(group)));
}

TransferGroup Sidebar::group() const
{
    const QTreeWidgetItem* item = currentItem();
    return item && item != m_transfers ? static_cast<TransferGroup>(item->data(0, groupRole).toInt())
                                       : TransferGroup::All;
}

} // namespace partway
