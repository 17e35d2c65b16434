// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page does: ends uploads, finishes them, cleans up, writes lists.
#include "format/errortext.h"
#include "format/incompletetext.h"
#include "incomplete/abortquestion.h"
#include "incomplete/adoptdialog.h"
#include "incomplete/cleanupdialog.h"
#include "incomplete/incompletepage.h"
#include "incomplete/pricesdialog.h"
#include "widgets/noticebar.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QSaveFile>
#include <QSpinBox>

namespace partway {

void IncompletePage::abort(const QList<IncompleteEntry>& entries)
{
    if (entries.isEmpty())
        return;
    const QString accountId = m_account->currentData().toString();
    auto* question = new AbortQuestion(m_office, accountId, entries, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [this, question, accountId] {
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(m_clockOffset);
        QList<AbortWish> wishes;
        for (const IncompleteEntry& entry : question->chosen()) {
            const IncompleteUpload& upload = entry.upload;
            wishes.append({.upload = upload.ref(),
                           .begun = upload.upload.initiated,
                           .partsSeen = upload.parts,
                           .look = mayBeInUse(upload.upload.initiated, upload.newestPart, now),
                           .evenInUse = question->evenInUse(upload.ref())});
            m_model.setWork(upload.ref(), IncompleteWork::Waiting);
        }
        m_aborts.add(accountId, wishes);
    });
    question->open();
}

void IncompletePage::abortOlder()
{
    bool wanted = false;
    const int days = QInputDialog::getInt(this, tr("Abort older than"),
                                          tr("Abort all that are shown here and older than so many days:"),
                                          qMax(7, m_days->value()), 0, 9999, 1, &wanted);
    if (!wanted)
        return;
    const IncompleteFilter filter{.uploadId = {},
                                  .prefix = {},
                                  .initiator = {},
                                  .olderThan = std::chrono::hours(24) * days,
                                  .largerThan = -1};
    const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(m_clockOffset);
    QList<IncompleteEntry> entries;
    for (const IncompleteEntry& entry : shown()) {
        if (filter.takes(entry.upload, now))
            entries.append(entry);
    }
    if (entries.isEmpty())
        m_notice->show(tr("None of them is older than %n day(s).", nullptr, days));
    abort(entries);
}

void IncompletePage::abortOthersOfName()
{
    const QList<IncompleteEntry> kept = selected();
    if (kept.size() != 1)
        return;
    const UploadRef ref = kept.first().upload.ref();
    QList<IncompleteEntry> others;
    for (const IncompleteEntry& entry : m_model.all()) {
        const UploadRef other = entry.upload.ref();
        if (other.bucket == ref.bucket && other.key == ref.key && other.uploadId != ref.uploadId)
            others.append(entry);
    }
    abort(others);
}

void IncompletePage::showWaiting()
{
    if (m_aborts.waiting() == 0) {
        m_undoBar->hide();
        return;
    }
    if (m_undoBar->isHidden())
        m_notice->hide(); // what was told of the aborts before
    m_undoBar->show(tr("%1 will be aborted in %2.")
                        .arg(tr("%n upload(s)", nullptr, m_aborts.waiting()),
                             tr("%n second(s)", nullptr, m_aborts.secondsLeft())),
                    tr("&Undo"), [this] { undoAborts(); });
}

void IncompletePage::undoAborts()
{
    for (const AbortWish& wish : m_aborts.undo())
        m_model.setWork(wish.upload, IncompleteWork::None);
    m_notice->show(tr("Nothing was aborted."));
}

void IncompletePage::takeAborted(const UploadRef& upload, const Result<void>& result)
{
    if (result) {
        m_gone.append(upload);
        if (!m_sweep.isActive())
            m_sweep.start();
        return;
    }
    const Error& error = result.error();
    const QString words = error.code == QLatin1String("upload-in-use") ? inUseWords(error) : errorLine(error);
    m_model.setWork(upload, IncompleteWork::Failed, words);
}

// --- the rest -------------------------------------------------------------------------------------------

void IncompletePage::adopt()
{
    const QList<IncompleteEntry> entries = selected();
    if (entries.size() != 1 || entries.first().own.id > 0)
        return;
    auto* dialog =
        new AdoptDialog(m_office, m_queue, m_account->currentData().toString(), entries.first(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AdoptDialog::adopted, this, [this](const UploadRef& upload) {
        m_notice->show(tr("%1 is a transfer now.").arg(QString::fromUtf8(upload.key)));
        learnOwn();
        if (const auto entry = m_model.entry(m_model.indexOf(upload)))
            m_model.put({entryOf(entry->upload)});
    });
    dialog->open();
}

void IncompletePage::cleanUp()
{
    const QString bucket = chosenBucket();
    const std::optional<Account> here = m_book.accounts().byId(m_account->currentData().toString());
    if (bucket.isEmpty() || !here)
        return;
    const QList<OwnUpload> own = unfinishedAt(ownUploadsOf(m_queue.rows()), *here, m_book.accounts(), bucket);
    auto* dialog = new CleanUpDialog(m_office, here->id, bucket, m_provider, own, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CleanUpDialog::rulesChanged, this,
            [this](const QString& changed, const QList<CleanUpRule>& rules) {
                BucketReport report = m_model.report(changed);
                report.bucket = changed;
                report.rules = rules;
                report.rulesKnown = true;
                takeReport(report);
            });
    dialog->open();
}

void IncompletePage::editPrices()
{
    auto* dialog = new PricesDialog(m_prices, m_book.accounts(), m_settingsFolder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PricesDialog::changed, this, [this](const PriceTable& prices) {
        m_prices = prices;
        QList<IncompleteEntry> entries;
        for (const IncompleteEntry& entry : m_model.all())
            entries.append(entryOf(entry.upload));
        if (!entries.isEmpty())
            m_model.put(entries);
        m_sums.start();
    });
    dialog->open();
}

void IncompletePage::exportCsv()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export what is shown"), QStringLiteral("incomplete-uploads.csv"), tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    bool good = file.open(QIODevice::WriteOnly) && file.write(incompleteCsvHead()) > 0;
    const QList<IncompleteEntry> entries = shown();
    for (const IncompleteEntry& entry : entries)
        good = good && file.write(incompleteCsvLine(entry, m_account->currentText())) > 0;
    if (good && file.commit())
        m_notice->show(tr("%n upload(s) written to %1.", nullptr, int(entries.size())).arg(path));
    else
        m_notice->show(tr("%1 could not be written: %2").arg(path, file.errorString()));
}

void IncompletePage::copyText(bool address)
{
    const QList<IncompleteEntry> entries = selected();
    if (entries.size() != 1)
        return;
    const IncompleteUpload& upload = entries.first().upload;
    QGuiApplication::clipboard()->setText(
        address ? QStringLiteral("s3://%1/%2").arg(upload.bucket, QString::fromUtf8(upload.upload.key))
                : upload.upload.uploadId);
}

} // namespace partway
