// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sidebar.h"

#include "paint/icons.h"

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeWidgetItemIterator>

#include <utility>

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
constexpr int placeRole = Qt::UserRole + 1;
constexpr int margin = 6;

// The count stands at the end of the line, in the same cell: a selection is one band.
class CountDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString count = index.data(sidebarCountRole).toString();
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const int width = count.isEmpty() ? 0 : cell.fontMetrics.horizontalAdvance(count) + 2 * margin;
        cell.text = cell.fontMetrics.elidedText(
            cell.text, Qt::ElideRight, option.rect.width() - width - cell.decorationSize.width() - margin);
        const QStyle* style = cell.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        const bool selected = cell.state.testFlag(QStyle::State_Selected);
        const QPalette::ColorGroup group =
            cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
        painter->setPen(cell.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
        painter->setFont(option.font);
        painter->drawText(
            QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -margin, 0)),
            QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter), count);
    }
};

} // namespace

Sidebar::Sidebar(QWidget* parent) : QTreeWidget(parent)
{
    setAccessibleName(tr("Places"));
    setColumnCount(1);
    setItemDelegate(new CountDelegate(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(10);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_transfers = new QTreeWidgetItem(this, {tr("Transfers")});
    m_transfers->setFlags(Qt::ItemIsEnabled); // its groups are what can be chosen
    QFont bold = font();
    bold.setBold(true);
    m_transfers->setFont(0, bold);
    m_transfers->setSizeHint(0, {0, rowHeight()});
    for (const GroupLook& look : groups) {
        auto* item = new QTreeWidgetItem(m_transfers, {tr(look.name)});
        item->setData(0, groupRole, static_cast<int>(look.group));
        item->setSizeHint(0, {0, rowHeight()});
        item->setIcon(0, ownIcon(QLatin1String(look.icon)));
    }
    expandAll();
    setGroup(TransferGroup::All);
    connect(this, &QTreeWidget::currentItemChanged, this, &Sidebar::choose);
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        if (item == m_transfers)
            setGroup(m_group);
    });
}

int Sidebar::rowHeight() const
{
    return fontMetrics().height() + 10;
}

void Sidebar::choose(QTreeWidgetItem* item)
{
    if (!item || item == m_transfers)
        return;
    Q_EMIT placeChosen(place());
    if (item->parent() != m_transfers)
        return;
    m_group = static_cast<TransferGroup>(item->data(0, groupRole).toInt());
    Q_EMIT groupChosen(m_group);
}

// The longest line with its count; room for three digits is always kept, so that it does not change often.
int Sidebar::neededWidth() const
{
    const int textMargin = style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1;
    const int iconWidth = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this) + 2 * textMargin;
    const QString leastCount = QLocale().toString(888);
    int width = fontMetrics().averageCharWidth() * 20;
    for (QTreeWidgetItemIterator line(const_cast<Sidebar*>(this)); *line; ++line) {
        const QTreeWidgetItem& item = **line;
        const QFontMetrics metrics(item.font(0).resolve(font()));
        const QString count = item.data(0, sidebarCountRole).toString();
        const int own = metrics.horizontalAdvance(item.text(0)) + iconWidth + 2 * textMargin + margin;
        const int counted = qMax(metrics.horizontalAdvance(count), metrics.horizontalAdvance(leastCount));
        width = qMax(width, own + counted + 2 * margin + (item.parent() ? indentation() : 0));
    }
    return width + 2 * frameWidth();
}

QSize Sidebar::sizeHint() const
{
    return {neededWidth(), 240};
}

// Narrower, it would hide what it is for: it is closed as a whole instead.
QSize Sidebar::minimumSizeHint() const
{
    return {neededWidth(), QTreeWidget::minimumSizeHint().height()};
}

void Sidebar::fitWidth()
{
    const int width = neededWidth();
    if (std::exchange(m_width, width) != width)
        updateGeometry();
}

void Sidebar::showCount(QTreeWidgetItem& item, int count, const QString& spoken)
{
    const QString text = count >= 0 ? QLocale().toString(count) : QString();
    if (item.data(0, sidebarCountRole).toString() == text && item.data(0, Qt::AccessibleTextRole).isValid())
        return;
    item.setData(0, sidebarCountRole, text);
    item.setData(0, Qt::AccessibleTextRole, spoken);
    fitWidth();
}

// A group in which there is nothing says so by silence.
void Sidebar::setCount(TransferGroup group, int count)
{
    QTreeWidgetItem* item = m_transfers->child(static_cast<int>(group));
    const int shown = count > 0 || group == TransferGroup::All ? count : -1;
    showCount(*item, shown, tr("%1, %n transfer(s)", "a group in the sidebar", count).arg(item->text(0)));
}

void Sidebar::addPlace(const QString& id, const QString& title, const QString& icon, int index)
{
    auto* item = new QTreeWidgetItem({title});
    insertTopLevelItem(index + 1, item);
    item->setData(0, placeRole, id);
    item->setFont(0, m_transfers->font(0));
    item->setIcon(0, ownIcon(icon));
    item->setSizeHint(0, {0, rowHeight() + 4});
    m_places.insert(id, item);
    fitWidth();
}

void Sidebar::setPlaceCount(const QString& id, int count)
{
    if (QTreeWidgetItem* item = m_places.value(id))
        showCount(*item, count,
                  count < 0 ? item->text(0)
                            : tr("%1, %2", "a place and its count").arg(item->text(0)).arg(count));
}

void Sidebar::setPlace(const QString& id)
{
    if (id == transfersPlace)
        setGroup(m_group);
    else if (QTreeWidgetItem* item = m_places.value(id))
        setCurrentItem(item);
}

QString Sidebar::place() const
{
    const QTreeWidgetItem* item = currentItem();
    const QString id = item ? item->data(0, placeRole).toString() : QString();
    return id.isEmpty() ? transfersPlace : id;
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

} // namespace partway
