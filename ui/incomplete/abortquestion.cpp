// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/abortquestion.h"

#include "format/incompletetext.h"
#include "format/numbers.h"
#include "incomplete/abortdesk.h"
#include "paint/icons.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace partway {

namespace {

constexpr int namesShown = 6;
constexpr int mostLooks = 200;

QLabel* paragraph(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AbortQuestion::AbortQuestion(StoreOffice& office, const QString& accountId,
                             const QList<IncompleteEntry>& entries, QWidget* parent)
    : QDialog(parent), m_entries(entries)
{
    setWindowTitle(tr("Abort incomplete uploads"));
    auto* icon = new QLabel(this);
    icon->setPixmap(ownIcon(QStringLiteral("warning")).pixmap(40, 40));
    auto* title = paragraph(tr("Abort %n incomplete upload(s)?", nullptr, int(entries.size())), this);
    QFont bold = title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    title->setFont(bold);
    m_use = paragraph(QString(), this);
    m_even = new QCheckBox(tr("Abort also those that are &in use"), this);
    m_even->hide();
    auto* buttons = new QDialogButtonBox(this);
    m_abort = buttons->addButton(tr("&Abort %n upload(s)", nullptr, int(entries.size())),
                                 QDialogButtonBox::AcceptRole);
    QPushButton* cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_even, &QCheckBox::toggled, this, [this] { showUse(true); });

    auto* texts = new QVBoxLayout;
    texts->addWidget(title);
    texts->addWidget(paragraph(summary(), this));
    texts->addWidget(paragraph(list(), this));
    texts->addWidget(m_use);
    texts->addWidget(m_even);
    auto* row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(row);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(520);
    cancel->setFocus();
    look(office, accountId);
}

QString AbortQuestion::summary() const
{
    const IncompleteSums sums = sumsOf(m_entries);
    const int own = int(std::count_if(m_entries.cbegin(), m_entries.cend(),
                                      [](const IncompleteEntry& entry) { return entry.own.id > 0; }));
    QStringList sentences;
    sentences.append(tr("%1 in %n part(s) are deleted on the store.", nullptr, int(sums.parts))
                         .arg(formatBytes(sums.bytes)));
    if (sums.uncounted > 0)
        sentences.append(tr("Of %n upload(s) it is not known how much they keep.", nullptr, sums.uncounted));
    if (own > 0)
        sentences.append(tr(
            "%n of them belong(s) to your own list of transfers: such a transfer starts from the beginning "
            "when it goes on.",
            nullptr, own));
    sentences.append(tr("You have %n second(s) to take it back; after that nothing brings the parts back.",
                        nullptr, AbortDesk::graceSeconds));
    return sentences.join(u' ');
}

QString AbortQuestion::list() const
{
    QStringList lines;
    for (const IncompleteEntry& entry : m_entries.mid(0, namesShown)) {
        const IncompleteUpload& upload = entry.upload;
        lines.append(QStringLiteral("• %1/%2%3")
                         .arg(upload.bucket, QString::fromUtf8(upload.upload.key).left(120),
                              upload.parts < 0 ? QString() : tr(" – %1").arg(formatBytes(upload.bytesKept))));
    }
    if (m_entries.size() > namesShown)
        lines.append(tr("… and %n more", nullptr, int(m_entries.size()) - namesShown));
    return lines.join(u'\n');
}

void AbortQuestion::look(StoreOffice& office, const QString& accountId)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<IncompleteUpload> doubtful;
    for (const IncompleteEntry& entry : std::as_const(m_entries)) {
        const bool doubt = mayBeInUse(entry.upload.upload.initiated, entry.upload.newestPart, now);
        if (doubt && doubtful.size() < mostLooks)
            doubtful.append(entry.upload);
    }
    if (doubtful.isEmpty()) {
        m_use->setText(tr("None of them got a part within the last hour."));
        return;
    }
    m_use->setText(tr("Looking whether somebody is still using them…"));
    m_desk = new LookDesk(office, this);
    connect(m_desk, &LookDesk::looked, this,
            [this](const IncompleteUpload& upload, const PartsTally&, const Liveness& liveness) {
                takeLook(upload, liveness);
            });
    connect(m_desk, &LookDesk::ended, this, [this] { showUse(true); });
    m_desk->start(accountId, doubtful);
}

void AbortQuestion::takeLook(const IncompleteUpload& upload, const Liveness& liveness)
{
    if (!liveness.isInUse())
        return;
    m_inUse.insert(upload.upload.uploadId);
    if (m_useWords.size() < namesShown)
        m_useWords.append(
            tr("%1: %2").arg(QString::fromUtf8(upload.upload.key).left(80), livenessWords(liveness)));
    showUse(false);
}

void AbortQuestion::showUse(bool ended)
{
    if (m_inUse.isEmpty()) {
        if (ended)
            m_use->setText(tr("Nobody seems to be using them."));
        return;
    }
    m_use->setText(m_useWords.join(u'\n'));
    m_even->show();
    const int count = int(m_entries.size()) - (m_even->isChecked() ? 0 : int(m_inUse.size()));
    m_abort->setText(tr("&Abort %n upload(s)", nullptr, count > 0 ? count : int(m_entries.size())));
    m_abort->setEnabled(count > 0);
}

QList<IncompleteEntry> AbortQuestion::chosen() const
{
    QList<IncompleteEntry> entries;
    for (const IncompleteEntry& entry : m_entries) {
        if (!m_inUse.contains(entry.upload.upload.uploadId) || m_even->isChecked())
            entries.append(entry);
    }
    return entries;
}

bool AbortQuestion::evenInUse(const UploadRef& upload) const
{
    return m_inUse.contains(upload.uploadId) && m_even->isChecked();
}

} // namespace partway
