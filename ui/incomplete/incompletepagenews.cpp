// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to the page from the store, and how it is shown.
#include "dialogs/exchangebutton.h"
#include "format/errortext.h"
#include "format/incompletetext.h"
#include "format/numbers.h"
#include "incomplete/incompletepage.h"
#include "widgets/emptyplace.h"
#include "widgets/noticebar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QShowEvent>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>

namespace partway {

using namespace std::chrono_literals;

void IncompletePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_asked && m_account->count() > 0)
        refresh();
}

// A focus proxy would be a stop of the Tab key, behind which all that stands before the list is left out.
void IncompletePage::focusInEvent(QFocusEvent* event)
{
    m_tree->setFocus(event->reason());
}

void IncompletePage::reloadAccounts()
{
    const QString before = m_account->currentData().toString();
    m_account->clear();
    for (const Account& account : m_book.accounts().own())
        m_account->addItem(account.name, account.id);
    const int known = m_account->findData(before);
    m_account->setCurrentIndex(known >= 0 ? known : m_account->count() > 0 ? 0 : -1);
    if (before.isEmpty() || known >= 0) {
        if (isVisible() && !m_asked && m_account->count() > 0)
            refresh();
        showPlace();
        updateActions();
        return;
    }
    m_survey.stop(); // its account is gone
    m_model.clear();
    m_asked = false;
    if (isVisible() && m_account->count() > 0)
        refresh();
    showPlace();
}

void IncompletePage::setAccount(const QString& accountId)
{
    const int known = m_account->findData(accountId);
    if (known < 0 || known == m_account->currentIndex())
        return;
    m_account->setCurrentIndex(known);
    refresh();
}

void IncompletePage::refresh()
{
    const QString accountId = m_account->currentData().toString();
    if (accountId.isEmpty())
        return;
    m_asked = true;
    m_error.reset();
    m_gone.clear();
    m_notice->hide();
    m_model.clear();
    learnOwn();
    m_looking->setText(tr("The buckets of the account are asked one after another."));
    m_survey.start(accountId, {.bucket = {}, .prefix = {}, .withParts = true, .withRules = true});
    showPlace();
    showSums();
    updateActions();
}

// --- what comes -----------------------------------------------------------------------------------------

IncompleteEntry IncompletePage::entryOf(const IncompleteUpload& upload) const
{
    const QString accountId = m_account->currentData().toString();
    const BucketReport report = m_model.report(upload.bucket);
    const auto own = m_own.constFind(upload.upload.uploadId);
    const std::optional<Account> here =
        own == m_own.cend() ? std::nullopt : m_book.accounts().byId(accountId);
    const bool ours = here && isAt(*own, *here, m_book.accounts());
    return {.upload = upload,
            .deadline = deadlineOf(upload, report.rules, report.rulesKnown, storeHabits(m_provider)),
            .cost = m_prices.monthly(accountId, m_provider, upload.upload.storageClass, upload.bytesKept),
            .own = ours ? OwnRow{own->id.value, phaseName(own->phase)} : OwnRow()};
}

void IncompletePage::learnOwn()
{
    m_own.clear();
    m_ownIds.clear();
    learnOwn(m_queue.rows());
}

void IncompletePage::learnOwn(const QList<TransferRow>& rows)
{
    const OwnUploads learnt = ownUploadsOf(rows);
    m_own.insert(learnt);
    for (auto own = learnt.cbegin(); own != learnt.cend(); ++own) {
        m_ownIds.insert(own->id.value, own.key());
        const UploadRef ref{.bucket = own->bucket, .key = own->key, .uploadId = own.key()};
        if (const auto entry = m_model.entry(m_model.indexOf(ref)))
            m_model.put({entryOf(entry->upload)});
    }
}

void IncompletePage::followOwn(const QList<TransferRow>& rows)
{
    QList<TransferRow> unknown;
    for (const TransferRow& row : rows) {
        const QString id = m_ownIds.value(row.id.value);
        if (id.isEmpty() && !row.uploadId.isEmpty())
            unknown.append(row);
        const auto own = m_own.find(id);
        if (id.isEmpty() || own == m_own.end())
            continue;
        const UploadRef ref{.bucket = own->bucket, .key = own->key, .uploadId = id};
        const bool over = isEnded(row.phase) && !row.leftovers;
        if (row.uploadId != id ||
            over) { // completed, aborted or vanished: the store does not keep it any more
            m_ownIds.remove(row.id.value);
            m_own.erase(own);
            m_gone.append(ref);
            if (!m_sweep.isActive())
                m_sweep.start();
        } else if (std::exchange(own->phase, row.phase) != row.phase) {
            if (const auto entry = m_model.entry(m_model.indexOf(ref)))
                m_model.put({entryOf(entry->upload)});
        }
    }
    if (!unknown.isEmpty())
        learnOwn(unknown);
}

// Of an earlier run, of the command line, or stopped half-way.
void IncompletePage::showLeft()
{
    if (m_aborts.left() == 0)
        return;
    m_notice->show(tr("%n upload(s) that somebody wanted aborted are still there.", nullptr, m_aborts.left()),
                   tr("Abort &now"), [this] { m_aborts.retryLeft(true); });
}

void IncompletePage::takeNews(const SurveyNews& news)
{
    const bool wasEmpty = m_model.uploadCount() == 0;
    QList<IncompleteEntry> entries;
    for (const QList<IncompleteUpload>* uploads : {&news.found, &news.counted}) {
        entries.clear();
        for (const IncompleteUpload& upload : *uploads)
            entries.append(entryOf(upload));
        if (!entries.isEmpty())
            m_model.put(entries);
    }
    for (const BucketReport& report : news.buckets)
        takeReport(report);
    m_model.remove(news.gone);
    if (wasEmpty || !news.buckets.isEmpty()) {
        showPlace();
        if (m_model.uploadCount() < 2000)
            m_tree->expandAll();
    }
    m_sums.start();
}

// The rules come after the uploads: what they say of them is worked out anew.
void IncompletePage::takeReport(const BucketReport& report)
{
    m_model.setReport(report);
    QList<IncompleteEntry> entries;
    for (const IncompleteEntry& entry : m_model.all()) {
        if (entry.upload.bucket == report.bucket)
            entries.append(entryOf(entry.upload));
    }
    if (!entries.isEmpty())
        m_model.put(entries);
}

void IncompletePage::takeEnd(const Result<void>& end)
{
    if (!end)
        m_error = end.error();
    // Several buckets fail for their own reasons, which their rows tell; one reason for all is told above.
    if (!end && m_model.uploadCount() > 0) {
        m_notice->show(errorLine(end.error()), tr("Tr&y again"), [this] { refresh(); });
        showExchange(*m_noticeExchange, end.error());
    } else {
        showLeft();
    }
    if (!end)
        showExchange(*m_troubleExchange, end.error());
    if (m_model.uploadCount() < 2000)
        m_tree->expandAll(); // a bucket that came when it was still empty is folded
    showPlace();
    showSums();
    updateActions();
    Q_EMIT countChanged(end || m_model.uploadCount() > 0 ? m_model.uploadCount() : -1);
}

void IncompletePage::showExchange(ExchangeButton& button, const Error& error)
{
    const std::optional<Account> account = m_book.accounts().byId(m_account->currentData().toString());
    button.setError(error, m_account->currentText(), account ? account->endpoint : QString());
}

void IncompletePage::applyFilter()
{
    IncompleteFilter filter;
    filter.initiator = m_initiator->text().trimmed();
    if (m_days->value() > 0)
        filter.olderThan = std::chrono::hours(24) * m_days->value();
    filter.largerThan = m_size->currentData().toLongLong();
    m_sieve.setFilter(filter, m_text->text().trimmed(), m_copies->isChecked(),
                      QDateTime::currentDateTimeUtc().addSecs(m_clockOffset));
    if (m_sieve.isFiltering() || m_model.uploadCount() < 2000) // one that was filtered out comes back folded
        m_tree->expandAll();
    showPlace();
    m_sums.start();
}

void IncompletePage::showPlace()
{
    QWidget* place = m_tree;
    if (m_account->count() == 0) {
        place = m_noAccount;
    } else if (m_model.uploadCount() == 0 && m_survey.isRunning()) {
        place = m_looking;
    } else if (m_model.uploadCount() == 0 && m_error && m_sieve.rowCount() == 0) {
        const ErrorText text = describeError(*m_error);
        m_trouble->setText(text.sentence + u'\n' + text.cause);
        place = m_trouble;
    } else if (m_sieve.rowCount() == 0) {
        place = m_model.uploadCount() == 0 ? m_nothing : m_noMatch;
    }
    m_stack->setCurrentWidget(place);
}

void IncompletePage::showSums()
{
    const QList<IncompleteEntry> picked = selected();
    const QList<IncompleteEntry> counted = picked.size() > 1 ? picked : shown();
    const IncompleteSums sums = sumsOf(counted);
    const int unpriced =
        int(std::count_if(counted.cbegin(), counted.cend(), [](const IncompleteEntry& entry) {
            return !entry.cost && entry.upload.bytesKept > 0; // what keeps nothing costs nothing
        }));
    const QString what = picked.size() > 1 ? tr("%n selected", nullptr, int(counted.size()))
                                           : tr("%n incomplete upload(s)", nullptr, int(counted.size()));
    QString words = tr("%1, %2, %3 kept", "uploads, parts, bytes")
                        .arg(what, tr("%Ln part(s)", nullptr, int(sums.parts)), formatBytes(sums.bytes));
    if (!sums.cost.isEmpty())
        words += tr(", about %1 a month").arg(costWords(sums.cost));
    if (!sums.cost.isEmpty() && unpriced > 0)
        words += tr("; of %n the price is not known", nullptr, unpriced);
    if (m_survey.isRunning())
        words += tr("; still looking, %n to be counted", nullptr, sums.uncounted);
    else if (sums.uncounted > 0)
        words += tr("; of %n the parts are not known", nullptr, sums.uncounted);
    m_summary->setText(m_asked ? words : QString());
}

void IncompletePage::updateActions()
{
    const QList<IncompleteEntry> entries = selected();
    const bool one = entries.size() == 1;
    m_refresh->setEnabled(m_account->count() > 0);
    m_stop->setEnabled(m_survey.isRunning());
    m_adoptAction->setEnabled(one && entries.first().own.id == 0);
    m_abortAction->setEnabled(!entries.isEmpty());
    m_olderAction->setEnabled(m_model.uploadCount() > 0);
    m_othersAction->setEnabled(one && m_model.copies(entries.first().upload.ref()) > 1);
    m_ruleAction->setEnabled(!chosenBucket().isEmpty());
    m_csvAction->setEnabled(m_model.uploadCount() > 0);
    m_copyId->setEnabled(one);
    m_copyAddress->setEnabled(one);
    m_showRow->setEnabled(one && entries.first().own.id > 0);
}

QList<IncompleteEntry> IncompletePage::selected() const
{
    QList<IncompleteEntry> entries;
    for (const QModelIndex& index : m_tree->selectionModel()->selectedRows()) {
        if (const std::optional<IncompleteEntry> entry = m_model.entry(m_sieve.mapToSource(index)))
            entries.append(*entry);
    }
    return entries;
}

QList<IncompleteEntry> IncompletePage::shown() const
{
    QList<IncompleteEntry> entries;
    for (int bucket = 0; bucket < m_sieve.rowCount(); ++bucket) {
        const QModelIndex parent = m_sieve.index(bucket, 0);
        for (int row = 0; row < m_sieve.rowCount(parent); ++row) {
            if (const auto entry = m_model.entry(m_sieve.mapToSource(m_sieve.index(row, 0, parent))))
                entries.append(*entry);
        }
    }
    return entries;
}

QString IncompletePage::chosenBucket() const
{
    const QString current = m_model.bucketOf(m_sieve.mapToSource(m_tree->currentIndex()));
    if (!current.isEmpty() || m_sieve.rowCount() != 1)
        return current;
    return m_model.bucketOf(m_sieve.mapToSource(m_sieve.index(0, 0))); // the only one
}

void IncompletePage::showMenu(const QPoint& position)
{
    updateActions();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction* action : {m_adoptAction, m_abortAction, m_othersAction, m_olderAction})
        menu->addAction(action);
    menu->addSeparator();
    for (QAction* action : {m_showRow, m_copyId, m_copyAddress, m_ruleAction})
        menu->addAction(action);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace partway
