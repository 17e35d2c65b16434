// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/partmodel.h"
#include "queue/transfer.h"

#include <QWidget>

#include <functional>

class QLabel;
class QSettings;
class QSplitter;
class QStackedLayout;
class QTableView;
class QTabWidget;
class QTreeWidget;

namespace partway {

class DetailsForm;
struct FolderTotals;
class ErrorCard;
class PartLegend;
class PartMap;
class SpeedLog;
class SpeedPane;
enum class RowAction;

// Below the list: one transfer's parts, facts and history.
class DetailsPane final : public QWidget
{
    Q_OBJECT
public:
    using AccountName = std::function<QString(const QString& accountId)>;

    using HasExchange = std::function<bool(const TransferRow& row)>; // a failed request can be shown

    DetailsPane(AccountName accountName, HasExchange hasExchange, const SpeedLog& speeds,
                QWidget* parent = nullptr);

    void showRow(const TransferRow& row); // at once; the details follow
    void showDetails(const TransferDetails& details);
    void showFolder(const QString& name, const FolderTotals& totals);
    void showNothing(int selectedCount);

    void saveState(QSettings& settings) const;
    void restoreState(const QSettings& settings);

Q_SIGNALS:
    void actionWanted(partway::RowAction action);
    void exchangeWanted();

private:
    void makeKeys();
    QWidget* makeParts();
    QWidget* makeActivity();
    void fillActivity(const QList<HistoryLine>& history);
    void fillParts(const TransferDetails& details);

    AccountName m_accountName;
    HasExchange m_hasExchange;
    TransferId m_id;
    QStackedLayout* m_stack = nullptr;
    QLabel* m_nothing = nullptr;
    ErrorCard* m_card = nullptr;
    QTabWidget* m_tabs = nullptr;
    QSplitter* m_partSplitter = nullptr;
    PartLegend* m_legend = nullptr;
    PartMap* m_map = nullptr;
    PartModel m_parts;
    QTableView* m_partTable = nullptr;
    DetailsForm* m_form = nullptr;
    QTreeWidget* m_activity = nullptr;
    SpeedPane* m_speed = nullptr;
    qsizetype m_historyShown = 0;
    QDateTime m_lastShown;
};

} // namespace partway
