// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/existsdialog.h"

#include "format/destinationtext.h"
#include "format/transfertext.h"
#include "paint/icons.h"
#include "paint/isolateddelegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace partway {

namespace {

enum Column { Name, Here, There, Where, columnCount };
constexpr int idRole = Qt::UserRole;

bool isUndecided(const TransferRow& row)
{
    return row.phase == Phase::NeedsAttention && row.attention == Attention::ObjectExists;
}

} // namespace

QList<TransferRow> ExistsDialog::undecided(const TransferQueue& queue)
{
    QList<TransferRow> rows = queue.rows();
    rows.removeIf([](const TransferRow& row) { return !isUndecided(row); });
    return rows;
}

ExistsDialog::ExistsDialog(TransferQueue& queue, QWidget* parent) : QDialog(parent), m_queue(queue)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Already on the server"));
    m_title = new QLabel(this);
    m_title->setWordWrap(true);
    m_list = new QTreeWidget(this);
    m_list->setAccessibleName(tr("Objects that exist"));
    m_list->setHeaderLabels({tr("Name"), tr("Here"), tr("On the server"), tr("Destination")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setItemDelegate(new IsolatedDelegate(m_list));
    for (const TransferRow& row : undecided(queue))
        addRow(row);
    m_list->setColumnWidth(Name, 180);
    m_list->setColumnWidth(Here, 210);
    m_list->setColumnWidth(There, 260);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeAnswers());
    resize(860, 360);
    showCount();
    connect(m_list, &QTreeWidget::itemChanged, this, &ExistsDialog::showCount);
    connect(&queue, &TransferQueue::changed, this, &ExistsDialog::follow);
    connect(&queue, &TransferQueue::removed, this, [this](const QList<TransferId>& ids) {
        for (TransferId id : ids)
            remove(id);
    });
}

QWidget* ExistsDialog::makeAnswers()
{
    auto* line = new QWidget(this);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char* icon, const QString& text, const QString& tip,
                         void (TransferQueue::*answer)(const QList<TransferId>&)) {
        auto* button = new QPushButton(ownIcon(QLatin1String(icon)), text, line);
        button->setToolTip(tip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, answer] { decide(answer); });
        layout->addWidget(button);
        m_answers.append(button);
    };
    add("replace", tr("&Replace"), tr("The object on the server is replaced once the file is there"),
        &TransferQueue::replace);
    add("copy", tr("Keep &both"), tr("The file gets another name on the server"), &TransferQueue::keepBoth);
    add("remove", tr("&Skip"), tr("The file is not uploaded"), &TransferQueue::skip);
    layout->addStretch(1);
    auto* later = new QPushButton(tr("Decide &later"), line);
    later->setAutoDefault(false);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    layout->addWidget(later);
    return line;
}

void ExistsDialog::addRow(const TransferRow& row)
{
    const QString there = thereText(row);
    auto* item = new QTreeWidgetItem({row.name(), hereText(row), there.isEmpty() ? tr("not said") : there,
                                      placeText(row.bucket, QString::fromUtf8(row.key))});
    item->setCheckState(Name, Qt::Checked);
    item->setData(Name, idRole, row.id.value);
    item->setToolTip(Name, row.sourcePath);
    item->setToolTip(Where, item->text(Where));
    m_items.insert(row.id, item);
    m_list->addTopLevelItem(item);
}

void ExistsDialog::follow(const QList<TransferRow>& rows)
{
    for (const TransferRow& row : rows) {
        const bool listed = m_items.contains(row.id);
        if (isUndecided(row) && !listed)
            addRow(row);
        else if (!isUndecided(row) && listed)
            remove(row.id);
    }
    showCount();
}

void ExistsDialog::remove(TransferId id)
{
    delete m_items.take(id);
    if (m_items.isEmpty())
        close();
}

void ExistsDialog::showCount()
{
    m_title->setText(
        tr("%n file(s) have an object of the same name on the server. What shall become of those "
           "that are ticked?",
           nullptr, static_cast<int>(m_items.size())));
    const bool any = std::any_of(m_items.cbegin(), m_items.cend(), [](const QTreeWidgetItem* item) {
        return item->checkState(Name) == Qt::Checked;
    });
    for (QWidget* answer : std::as_const(m_answers))
        answer->setEnabled(any);
}

void ExistsDialog::decide(void (TransferQueue::*answer)(const QList<TransferId>& ids))
{
    QList<TransferId> ids;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) { // in the order shown
        const QTreeWidgetItem* item = m_list->topLevelItem(i);
        if (item->checkState(Name) == Qt::Checked)
            ids.append(TransferId{item->data(Name, idRole).toLongLong()});
    }
    (m_queue.*answer)(ids);
    for (TransferId id : std::as_const(ids))
        remove(id); // the queue's own news come a moment later
    showCount();
}

} // namespace partway
