// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeoffice.h"
#include "dialogs/accountbook.h"
#include "incomplete/abortdesk.h"
#include "incomplete/incompletemodel.h"
#include "incomplete/incompletesieve.h"
#include "incomplete/surveydesk.h"
#include "queue/ownuploads.h"
#include "queue/transferqueue.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTreeView;

namespace partway {

class EmptyPlace;
class ExchangeButton;
class ExchangeLog;
class NoticeBar;

// What the page works with. All outlive it.
struct IncompleteParts
{
    StoreOffice& office;
    AccountBook& book;
    TransferQueue& queue;
    QString stateFolder;                    // aborts still to be done
    QString settingsFolder;                 // prices
    const ExchangeLog* exchanges = nullptr; // what stores answered to requests that failed; null: not kept
};

// The place "Incomplete uploads": everything that multipart uploads left behind on the store of an account,
// to be seen, finished or cleared. Asks when it is first shown, and on F5.
class IncompletePage final : public QWidget
{
    Q_OBJECT
public:
    explicit IncompletePage(const IncompleteParts& parts, QWidget* parent = nullptr);
    ~IncompletePage() override;

    void setAccount(const QString& accountId);
    void refresh();
    AbortDesk& aborts() { return m_aborts; }
    IncompleteModel& model() { return m_model; }
    bool isLooking() const { return m_survey.isRunning(); }

Q_SIGNALS:
    void countChanged(int count); // of incomplete uploads; -1: not known
    void transferWanted(partway::TransferId id);

protected:
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override; // the list takes it

private:
    void makeActions();
    QHBoxLayout* makeHead();
    QHBoxLayout* makeFilters();
    QWidget* makeMiddle();
    QHBoxLayout* makeFoot();
    void connectSurvey();
    void connectAborts();
    void reloadAccounts();
    void restoreState(); // columns and account, as they were left
    QAction* makeAction(const QString& text, const QString& icon, const QKeySequence& key,
                        const QString& tip);

    void takeNews(const SurveyNews& news);
    void takeReport(const BucketReport& report);
    void takeEnd(const Result<void>& end);
    IncompleteEntry entryOf(const IncompleteUpload& upload) const;
    void learnOwn();
    void learnOwn(const QList<TransferRow>& rows);
    void followOwn(const QList<TransferRow>& rows); // what goes on in the transfers shows here at once
    void showLeft();
    void applyFilter();
    void showPlace();
    void showExchange(ExchangeButton& button, const Error& error); // of that error, if it was noted
    void showSums();
    void showWaiting();
    void updateActions();

    QList<IncompleteEntry> selected() const;
    QList<IncompleteEntry> shown() const;
    QString chosenBucket() const; // of the current row; empty: none
    void showMenu(const QPoint& position);
    void abort(const QList<IncompleteEntry>& entries);
    void abortOlder();
    void abortOthersOfName();
    void undoAborts();
    void takeAborted(const UploadRef& upload, const Result<void>& result);
    void adopt();
    void cleanUp();
    void editPrices();
    void exportCsv();
    void copyText(bool address);

    StoreOffice& m_office;
    AccountBook& m_book;
    TransferQueue& m_queue;
    const QString m_settingsFolder;
    const QString m_stateFile;
    SurveyDesk m_survey;
    AbortDesk m_aborts;
    IncompleteModel m_model;
    IncompleteSieve m_sieve{m_model};
    PriceTable m_prices;
    OwnUploads m_own;
    QHash<qint64, QString> m_ownIds; // upload ids, by row
    QString m_provider;
    qint64 m_clockOffset = 0;
    bool m_asked = false;
    std::optional<Error> m_error; // of the last survey
    QList<UploadRef> m_gone;      // taken off together
    QTimer m_sweep;
    QTimer m_sums;
    QTimer m_ages;

    QComboBox* m_account = nullptr;
    QLineEdit* m_text = nullptr;
    QLineEdit* m_initiator = nullptr;
    QSpinBox* m_days = nullptr;
    QComboBox* m_size = nullptr;
    QCheckBox* m_copies = nullptr;
    NoticeBar* m_notice = nullptr;
    ExchangeButton* m_noticeExchange = nullptr; // in the notice
    ExchangeButton* m_troubleExchange = nullptr;
    NoticeBar* m_undoBar = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTreeView* m_tree = nullptr;
    EmptyPlace* m_noAccount = nullptr;
    EmptyPlace* m_looking = nullptr;
    EmptyPlace* m_nothing = nullptr;
    EmptyPlace* m_noMatch = nullptr;
    EmptyPlace* m_trouble = nullptr;
    QLabel* m_summary = nullptr;
    QAction* m_refresh = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_adoptAction = nullptr;
    QAction* m_abortAction = nullptr;
    QAction* m_olderAction = nullptr;
    QAction* m_othersAction = nullptr;
    QAction* m_ruleAction = nullptr;
    QAction* m_csvAction = nullptr;
    QAction* m_pricesAction = nullptr;
    QAction* m_copyId = nullptr;
    QAction* m_copyAddress = nullptr;
    QAction* m_showRow = nullptr;
};

} // namespace partway
