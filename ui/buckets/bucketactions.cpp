// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the buttons of the buckets page do.
#include "buckets/bucketquestions.h"
#include "buckets/bucketspage.h"
#include "buckets/copydialog.h"
#include "buckets/objectpane.h"
#include "dialogs/exchangebutton.h"
#include "format/errortext.h"
#include "format/numbers.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

namespace partway {

namespace {

QString addressOf(const BucketRow& row)
{
    return QStringLiteral("s3://") + row.bucket + u'/' + QString::fromUtf8(row.key);
}

// An empty object whose name ends in a slash stands for a folder, as other programs have it.
PutObjectInput folderInput(const BucketRow& place, const QString& name)
{
    PutObjectInput input;
    input.bucket = place.bucket;
    input.key = place.key + name.normalized(QString::NormalizationForm_C).toUtf8() + '/';
    input.object.contentType = "application/x-directory";
    input.condition = WriteCondition::None;
    return input;
}

} // namespace

void BucketsPage::say(const Error& error, const QString& what)
{
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Buckets"), what, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(errorLine(error));
    auto* exchange = new ExchangeButton(m_parts.exchanges, box);
    exchange->setError(error, m_account->currentText(), endpoint());
    if (!exchange->isHidden()) // a button of its own, which does not close the box
        box->addButton(exchange, QMessageBox::ActionRole);
    box->open();
}

QList<BucketRow> BucketsPage::chosenObjects() const
{
    QList<BucketRow> rows = m_view->selected();
    rows.removeIf([](const BucketRow& row) { return row.kind != BucketRowKind::Object; });
    return rows;
}

Destination BucketsPage::chosenPlace() const
{
    const BucketRow row = m_tree->row(m_tree->placeOf(m_view->currentSource()));
    return {accountId(), row.bucket, QString::fromUtf8(row.key)};
}

// The folder that is chosen, or all of it where none is.
void BucketsPage::refresh()
{
    m_tree->refresh(m_tree->placeOf(m_view->currentSource()));
    m_pane->reload();
}

void BucketsPage::narrow()
{
    const QModelIndex place = m_tree->placeOf(m_view->currentSource());
    if (!place.isValid())
        return;
    const QByteArray beginning = m_search->text().toUtf8();
    m_tree->narrow(place, beginning);
    m_view->open(place);
}

// --- what is made --------------------------------------------------------------------------------------

void BucketsPage::newBucket()
{
    auto* dialog = new NameDialog(NameDialog::What::Bucket, m_account->currentText(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QString name = dialog->name();
        m_parts.office.ask<void>(
            accountId(), this,
            [name](ObjectStore& store, auto answer) { return store.createBucket(name, std::move(answer)); },
            [this, name](const Result<void>& made) {
                if (!made)
                    return say(made.error(), tr("The bucket “%1” could not be made.").arg(name));
                m_tree->addBucket(name);
                m_parts.notice(tr("The bucket “%1” is there.").arg(name));
            });
    });
    dialog->open();
}

void BucketsPage::showBucket()
{
    auto* dialog = new NameDialog(NameDialog::What::KnownBucket, m_account->currentText(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_tree->addBucket(dialog->name()); });
    dialog->open();
}

// Also one that a delete marker hides: its versions are still there.
void BucketsPage::showObject()
{
    const BucketRow place = m_tree->row(m_tree->placeOf(m_view->currentSource()));
    if (!place.isPlace())
        return;
    auto* dialog = new NameDialog(NameDialog::What::KnownObject, addressOf(place), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, place] {
        BucketRow row;
        row.kind = BucketRowKind::Object;
        row.bucket = place.bucket;
        row.key = place.key + dialog->name().toUtf8();
        m_pane->show(accountId(), row);
    });
    dialog->open();
}

void BucketsPage::newFolder()
{
    const QModelIndex place = m_tree->placeOf(m_view->currentSource());
    if (!place.isValid())
        return;
    const BucketRow row = m_tree->row(place);
    auto* dialog = new NameDialog(NameDialog::What::Folder, addressOf(row), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, row, place = QPersistentModelIndex(place)] {
        const PutObjectInput input = folderInput(row, dialog->name());
        m_parts.office.ask<PutObjectOutput>(
            accountId(), this,
            [input](ObjectStore& store, auto answer) {
                return store.putObject(input, std::move(answer), {});
            },
            [this, input, place](const Result<PutObjectOutput>& made) {
                if (!made)
                    return say(made.error(),
                               tr("The folder “%1” could not be made.").arg(QString::fromUtf8(input.key)));
                if (!place.isValid())
                    return;
                m_tree->refresh(place);
                m_view->open(place); // else the new folder would stay out of sight
            });
    });
    dialog->open();
}

// --- where files go ------------------------------------------------------------------------------------

void BucketsPage::uploadHere()
{
    const Destination to = chosenPlace();
    auto* dialog = new QFileDialog(this, tr("Upload to %1").arg(to.bucket + u'/' + to.prefix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, to](const QStringList& paths) { m_parts.upload(paths, to); });
    dialog->open();
}

void BucketsPage::setAsDestination()
{
    const Destination to = chosenPlace();
    m_parts.setDestination(to);
    m_parts.notice(tr("New files go to %1.").arg(to.bucket + u'/' + to.prefix));
}

void BucketsPage::offerTicket()
{
    m_parts.offerTicket(chosenPlace());
}

void BucketsPage::copyAddress()
{
    QStringList addresses;
    for (const BucketRow& row : m_view->selected())
        addresses.append(addressOf(row));
    if (!addresses.isEmpty())
        QGuiApplication::clipboard()->setText(addresses.join(u'\n'));
}

void BucketsPage::makeLink()
{
    const QList<BucketRow> objects = chosenObjects();
    if (objects.size() != 1)
        return;
    auto* dialog = new LinkDialog(m_parts.office, accountId(), objects.first(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

// --- copies --------------------------------------------------------------------------------------------

void BucketsPage::copyTo()
{
    CopyIntake::Wish wish;
    wish.rows = m_view->selected();
    // One run of the intake is for one bucket.
    const QString bucket = wish.rows.isEmpty() ? QString() : wish.rows.first().bucket;
    wish.rows.removeIf([&bucket](const BucketRow& row) { return row.bucket != bucket; });
    openCopyDialog(wish);
}

void BucketsPage::copyVersion(const ListedVersion& version)
{
    CopyIntake::Wish wish;
    wish.rows = {m_pane->row()};
    wish.versionId = version.versionId;
    openCopyDialog(wish);
}

void BucketsPage::openCopyDialog(CopyIntake::Wish wish)
{
    if (wish.rows.isEmpty())
        return;
    wish.fromAccount = accountId();
    const QString key = QString::fromUtf8(wish.rows.first().key);
    wish.to = {accountId(), wish.rows.first().bucket, key.left(key.lastIndexOf(u'/', -2) + 1)};
    auto* dialog = new CopyDialog(m_parts.office, m_parts.accounts, wish, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_copies->add(dialog->wish()); });
    dialog->open();
}

void BucketsPage::tellCopies(const CopyIntake::Outcome& outcome)
{
    QStringList words;
    if (outcome.planned > 0)
        words.append(tr("%n copy(ies) added to the transfers.", "", outcome.planned));
    if (outcome.tagsNotThere > 0)
        words.append(tr("%n of them will have no tags: there, objects have none.", "", outcome.tagsNotThere));
    if (outcome.tagsUnread > 0)
        words.append(
            tr("%n of them will have no tags: the keys of the account may not read those of the source.", "",
               outcome.tagsUnread));
    if (!words.isEmpty())
        m_parts.notice(words.join(u' '));
    if (!outcome.refused.isEmpty())
        m_parts.showRefused(outcome.refused);
}

// --- deleting ------------------------------------------------------------------------------------------

void BucketsPage::ask(const QString& question, const QString& consequence, const QString& button,
                      std::function<void()> yes)
{
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Delete"), question, QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(consequence);
    QPushButton* go = box->addButton(button, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, std::move(yes));
    box->open();
}

// The question depends on what the bucket keeps, so that is asked first.
void BucketsPage::removeObjects()
{
    const QList<BucketRow> rows = chosenObjects();
    if (rows.isEmpty())
        return;
    m_parts.office.ask<Versioning>(
        accountId(), this,
        [bucket = rows.first().bucket](ObjectStore& store, auto answer) {
            return store.bucketVersioning(bucket, std::move(answer));
        },
        [this, rows](const Result<Versioning>& known) {
            const Versioning versioning = known ? *known : Versioning::Unknown;
            ask(deletionQuestion(rows, versioning), deletionConsequence(versioning),
                versioning == Versioning::Enabled ? tr("&Hide") : tr("&Delete for good"),
                [this, rows] { deleteNext(rows); });
        });
}

void BucketsPage::deleteNext(QList<BucketRow> rows)
{
    if (rows.isEmpty()) {
        m_pane->show({}, {});
        return;
    }
    const BucketRow row = rows.takeFirst();
    const DeleteObjectInput input{row.bucket, row.key, {}};
    m_parts.office.ask<DeleteObjectOutput>(
        accountId(), this,
        [input](ObjectStore& store, auto answer) { return store.deleteObject(input, std::move(answer)); },
        [this, row, rows](const Result<DeleteObjectOutput>& gone) {
            if (!gone)
                return say(gone.error(), tr("“%1” could not be deleted.").arg(QString::fromUtf8(row.key)));
            m_tree->forgetObject(row.bucket, row.key);
            deleteNext(rows);
        });
}

// Only ids that the store has listed are sent: one that knows no versions would delete the object.
void BucketsPage::removeVersion(const ListedVersion& version)
{
    const BucketRow row = m_pane->row();
    const QString what = QString::fromUtf8(row.key);
    const QString question = version.deleteMarker ? tr("Remove the delete marker of “%1”?").arg(what)
                                                  : tr("Delete this version of “%1” for good?").arg(what);
    const QString consequence = version.deleteMarker
                                    ? tr("What it hides is shown again.")
                                    : tr("%1 of %2. It cannot be brought back.")
                                          .arg(formatBytes(version.size),
                                               formatWhen(version.modified, QDateTime::currentDateTimeUtc()));
    ask(question, consequence, version.deleteMarker ? tr("&Remove") : tr("&Delete for good"),
        [this, row, version] {
            const DeleteObjectInput input{row.bucket, version.key, version.versionId};
            m_parts.office.ask<DeleteObjectOutput>(
                accountId(), this,
                [input](ObjectStore& store, auto answer) {
                    return store.deleteObject(input, std::move(answer));
                },
                [this](const Result<DeleteObjectOutput>& gone) {
                    if (!gone)
                        return say(gone.error(), tr("The version could not be deleted."));
                    refresh();
                });
        });
}

} // namespace partway
