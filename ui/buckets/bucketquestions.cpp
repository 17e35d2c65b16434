// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "buckets/bucketquestions.h"

#include "format/errortext.h"
#include "format/numbers.h"
#include "paint/icons.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace partway {

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
QString bucketNameProblem(const QString& name)
{
    static const QRegularExpression letters(QStringLiteral("^[a-z0-9.-]+$"));
    static const QRegularExpression ends(QStringLiteral("^[a-z0-9].*[a-z0-9]$"));
    static const QRegularExpression address(QStringLiteral("^\\d+\\.\\d+\\.\\d+\\.\\d+$"));
    if (name.size() < 3 || name.size() > 63)
        return NameDialog::tr("A bucket's name has 3 to 63 characters.");
    if (!letters.match(name).hasMatch())
        return NameDialog::tr("Only small letters, digits, dots and hyphens.");
    if (!ends.match(name).hasMatch() || name.contains(QLatin1String("..")))
        return NameDialog::tr("It begins and ends with a letter or digit, and has no two dots in a row.");
    return address.match(name).hasMatch() ? NameDialog::tr("It must not look like an IP address.")
                                          : QString();
}

QString folderNameProblem(const QString& name)
{
    if (name.isEmpty())
        return NameDialog::tr("Give it a name.");
    if (name == QLatin1String(".") || name == QLatin1String(".."))
        return NameDialog::tr("A folder cannot be named so.");
    return name.contains(u'/') ? NameDialog::tr("A name without slashes; folders are made one by one.")
                               : QString();
}

NameDialog::NameDialog(What what, const QString& where, QWidget* parent) : QDialog(parent), m_what(what)
{
    auto* label = new QLabel(this);
    switch (what) {
    case What::Bucket:
        setWindowTitle(tr("New bucket"));
        label->setText(tr("&Name of the bucket in %1:").arg(where));
        break;
    case What::Folder:
        setWindowTitle(tr("New folder"));
        label->setText(tr("&Name of the folder in %1:").arg(where));
        break;
    case What::KnownBucket:
        setWindowTitle(tr("Show a bucket"));
        label->setText(tr("&Name of the bucket in %1:").arg(where));
        break;
    case What::KnownObject:
        setWindowTitle(tr("Look at an object"));
        label->setText(tr("&Name of the object in %1:").arg(where));
        break;
    }
    label->setWordWrap(true);
    m_name = new QLineEdit(this);
    m_name->setMinimumWidth(320);
    m_name->setAccessibleName(label->text().remove(u'&'));
    label->setBuddy(m_name);
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(what == What::Bucket || what == What::Folder ? tr("&Create") : tr("&Show"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::check);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    check();
}

QString NameDialog::name() const
{
    return m_name->text().trimmed();
}

// Buckets from long ago may have names that are not allowed any more.
void NameDialog::check()
{
    QString problem;
    if (m_what == What::Folder)
        problem = folderNameProblem(name());
    else if (m_what == What::Bucket)
        problem = bucketNameProblem(name());
    else if (m_name->text().isEmpty())
        problem = tr("Give its name.");
    m_ok->setEnabled(problem.isEmpty());
    m_problem->setText(problem);
}

// --- a link --------------------------------------------------------------------------------------------

LinkDialog::LinkDialog(StoreOffice& office, const QString& accountId, const BucketRow& row, QWidget* parent)
    : QDialog(parent), m_office(office), m_accountId(accountId), m_row(row)
{
    setWindowTitle(tr("Link to an object"));
    auto* what = new QLabel(
        tr("Whoever has the link can read “%1” without keys, until it ends.").arg(QString::fromUtf8(row.key)),
        this);
    what->setWordWrap(true);
    auto* label = new QLabel(tr("It &ends after:"), this);
    m_expiry = new QComboBox(this);
    m_expiry->setAccessibleName(tr("How long the link works"));
    m_expiry->addItem(tr("15 minutes"), 15 * 60);
    m_expiry->addItem(tr("1 hour"), 3600);
    m_expiry->addItem(tr("12 hours"), 12 * 3600);
    m_expiry->addItem(tr("1 day"), 24 * 3600);
    m_expiry->addItem(tr("7 days, the longest"), 7 * 24 * 3600);
    m_expiry->setCurrentIndex(1);
    label->setBuddy(m_expiry);
    m_link = new QLineEdit(this);
    m_link->setReadOnly(true);
    m_link->setAccessibleName(tr("The link"));
    m_link->setMinimumWidth(460);
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("&Copy the link"), QDialogButtonBox::ActionRole);
    m_copy->setIcon(ownIcon(QStringLiteral("copy")));
    m_copy->setDefault(true);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_link->text()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_expiry, &QComboBox::currentIndexChanged, this, &LinkDialog::ask);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(what);
    auto* line = new QHBoxLayout;
    line->addWidget(label);
    line->addWidget(m_expiry);
    line->addStretch(1);
    layout->addLayout(line);
    layout->addWidget(m_link);
    layout->addWidget(m_note);
    layout->addStretch(1);
    layout->addWidget(buttons);
    ask();
}

// The object is looked at first: a link to nothing is none, and the look teaches the bucket's region.
void LinkDialog::ask()
{
    m_link->clear();
    m_copy->setEnabled(false);
    m_note->setText(tr("Asking the server…"));
    const int seconds = m_expiry->currentData().toInt();
    const HeadObjectInput input{m_row.bucket, m_row.key, ChecksumMode::None, {}};
    m_office.ask<QByteArray>(
        m_accountId, this,
        [input, seconds](ObjectStore& store, ObjectStore::Answer<QByteArray> answer) {
            return store.headObject(input, [&store, input, seconds, answer](const Result<ObjectInfo>& info) {
                answer(info ? store.presignedLink(input.bucket, input.key, {}, seconds)
                            : Result<QByteArray>(info.error()));
            });
        },
        [this, seconds](const Result<QByteArray>& link) {
            if (seconds == m_expiry->currentData().toInt())
                show(link);
        });
}

void LinkDialog::show(const Result<QByteArray>& link)
{
    m_copy->setEnabled(link.ok());
    if (!link) {
        m_note->setText(errorLine(link.error()));
        return;
    }
    m_link->setText(QString::fromLatin1(*link));
    m_link->setCursorPosition(0);
    const QDateTime end = QDateTime::currentDateTime().addSecs(m_expiry->currentData().toInt());
    m_note->setText(tr("It ends on %1, or earlier when the keys that signed it do.")
                        .arg(QLocale().toString(end, QLocale::ShortFormat)));
}

// --- deleting ------------------------------------------------------------------------------------------

QString deletionQuestion(const QList<BucketRow>& rows, Versioning versioning)
{
    qint64 bytes = 0;
    for (const BucketRow& row : rows)
        bytes += row.size;
    const QString what =
        rows.size() == 1 ? LinkDialog::tr("“%1”").arg(QString::fromUtf8(rows.first().key))
                         : LinkDialog::tr("%n object(s) (%1)", "", int(rows.size())).arg(formatBytes(bytes));
    return versioning == Versioning::Enabled ? LinkDialog::tr("Hide %1?").arg(what)
                                             : LinkDialog::tr("Delete %1 for good?").arg(what);
}

QString deletionConsequence(Versioning versioning)
{
    switch (versioning) {
    case Versioning::Enabled:
        return LinkDialog::tr(
            "The bucket keeps versions: a delete marker hides it, and its bytes stay and cost "
            "until each version is deleted. Under “Versions” it can be brought back; “Look at an object by "
            "name” finds it there although the list does not show it any more.");
    case Versioning::Suspended:
        return LinkDialog::tr(
            "The bucket keeps older versions, but makes no new ones: what is there now is gone.");
    case Versioning::Off:
        return LinkDialog::tr("The bucket keeps no versions. It cannot be brought back.");
    case Versioning::Unknown:
        return LinkDialog::tr(
            "The store does not say whether the bucket keeps versions. Take it that it cannot "
            "be brought back.");
    }
    return {};
}

} // namespace partway
