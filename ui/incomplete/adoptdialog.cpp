// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/adoptdialog.h"

#include "format/errortext.h"
#include "format/incompletetext.h"
#include "format/numbers.h"
#include "incomplete/finddialog.h"
#include "incomplete/matchmap.h"
#include "queue/adoptedtransfer.h"
#include "upload/adoptioncheck.h"
#include "upload/digestpool.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace partway {

namespace {

constexpr PartMatch allMatches[]{PartMatch::Same, PartMatch::Different, PartMatch::Missing,
                                 PartMatch::Uncheckable};

QLabel* paragraph(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPixmap sample(PartMatch match, const QPalette& palette, qreal ratio)
{
    constexpr int edge = 14;
    QPixmap pixmap(QSize(edge, edge) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    MatchMap::paintCell(painter, QRectF(0.5, 0.5, edge - 1.5, edge - 1.5), match, palette);
    return pixmap;
}

} // namespace

// Lives in the office. The check goes before the pool and the store it uses.
struct AdoptDialog::Agent
{
    StoreOffice::Store store;
    std::unique_ptr<DigestPool> digests;
    std::unique_ptr<AdoptionCheck> check;
};

AdoptDialog::AdoptDialog(StoreOffice& office, TransferQueue& queue, const QString& accountId,
                         const IncompleteEntry& entry, QWidget* parent)
    : QDialog(parent), m_office(office), m_queue(queue), m_accountId(accountId), m_entry(entry)
{
    setWindowTitle(tr("Resume with a file"));
    makeForm();
    connect(&m_queue, &TransferQueue::refused, this, [this](int request, const QList<RefusedPath>& paths) {
        if (request == m_request && !paths.isEmpty())
            m_result->setText(errorLine(paths.first().error));
    });
    connect(&m_queue, &TransferQueue::addEnded, this, [this](int request, int taken) {
        if (request != m_request || taken == 0)
            return;
        Q_EMIT adopted(m_entry.upload.ref());
        accept();
    });
}

AdoptDialog::~AdoptDialog() = default;

void AdoptDialog::makeForm()
{
    const IncompleteUpload& upload = m_entry.upload;
    auto* title =
        paragraph(QStringLiteral("%1/%2").arg(upload.bucket, QString::fromUtf8(upload.upload.key)), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    QString about =
        tr("Choose the file that this upload was begun from. Partway compares it with what is stored, part "
           "by part, and sends only what is missing or different.");
    if (upload.parts >= 0)
        about.prepend(
            tr("%n part(s) with %1 are stored.", nullptr, upload.parts).arg(formatBytes(upload.bytesKept)) +
            u' ');
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Comparing"));
    QSizePolicy keeps = m_progress->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keeps);
    m_progress->hide();
    m_map = new MatchMap(this);
    m_result = paragraph(tr("Nothing is sent before you say so."), this);
    m_anyway = new QCheckBox(tr("It is the &right file all the same: send all of it"), this);
    m_anyway->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_finish = buttons->addButton(tr("&Finish the upload"), QDialogButtonBox::AcceptRole);
    m_finish->setEnabled(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &AdoptDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_anyway, &QCheckBox::toggled, this, [this](bool on) { m_finish->setEnabled(on); });

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(paragraph(about, this));
    layout->addLayout(makeFileRow());
    layout->addWidget(m_progress);
    layout->addWidget(m_map, 1);
    layout->addLayout(makeLegend());
    layout->addWidget(m_result);
    layout->addWidget(m_anyway);
    layout->addWidget(paragraph(
        tr("The object keeps the type, the metadata and the storage class it was begun with."), this));
    layout->addWidget(buttons);
    resize(640, 520);
    m_path->setFocus();
}

QHBoxLayout* AdoptDialog::makeFileRow()
{
    m_path = new QLineEdit(this);
    m_path->setPlaceholderText(tr("the file on this computer"));
    m_path->setAccessibleName(tr("File"));
    auto* browse = new QPushButton(tr("&Browse…"), this);
    auto* find = new QPushButton(tr("&Which file is this?…"), this);
    connect(browse, &QPushButton::clicked, this, &AdoptDialog::browse);
    connect(find, &QPushButton::clicked, this, &AdoptDialog::find);
    connect(m_path, &QLineEdit::returnPressed, this, &AdoptDialog::compare);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_finish->setEnabled(false); });
    for (QPushButton* button : {browse, find})
        button->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    row->addWidget(find);
    return row;
}

QHBoxLayout* AdoptDialog::makeLegend()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    for (PartMatch match : allMatches) {
        auto* box = new QLabel(this);
        box->setPixmap(sample(match, palette(), devicePixelRatioF()));
        auto* count = new QLabel(MatchMap::words(match), this);
        m_counts.append(count);
        row->addWidget(box);
        row->addWidget(count);
        row->addSpacing(10);
    }
    row->addStretch(1);
    return row;
}

void AdoptDialog::setFile(const QString& path)
{
    m_path->setText(path);
    compare();
}

void AdoptDialog::browse()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("The file of this upload"), m_path->text());
    if (!path.isEmpty())
        setFile(path);
}

void AdoptDialog::find()
{
    auto* dialog = new FindDialog(m_office, m_accountId, m_entry.upload, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FindDialog::chosen, this, &AdoptDialog::setFile);
    dialog->open();
}

// A new comparison takes the place of one that is out. In the office only copies are used: the dialog may be
// gone.
void AdoptDialog::compare()
{
    const QString path = m_path->text();
    if (path.isEmpty())
        return;
    m_adoption.reset();
    m_compared = path;
    m_map->clear();
    m_anyway->hide();
    m_anyway->setChecked(false);
    m_finish->setEnabled(false);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_result->setText(tr("Comparing the file with what is stored…"));
    m_agent = m_office.resident<Agent>();
    const std::weak_ptr<Agent> weak = m_agent;
    StoreOffice* const office = &m_office;
    const QPointer<QObject> self(this);
    const auto isNow = [this, weak] { return m_agent && m_agent == weak.lock(); };
    const auto done = [this, office, self, isNow](const Result<Adoption>& adoption) {
        office->report(self, [this, isNow, adoption] {
            if (isNow())
                take(adoption);
        });
    };
    const auto progress = [this, office, self, isNow](qint64 compared, qint64 total) {
        office->report(self, [this, isNow, compared, total] {
            if (isNow())
                takeProgress(compared, total);
        });
    };
    m_office.run(m_accountId, [weak, upload = m_entry.upload.ref(), path, done,
                               progress](const Result<StoreOffice::Store>& store) {
        const std::shared_ptr<Agent> here = weak.lock();
        if (!here)
            return;
        if (!store) {
            done(store.error());
            return;
        }
        here->store = *store;
        here->digests = std::make_unique<DigestPool>();
        here->check = std::make_unique<AdoptionCheck>(*here->store, *here->digests);
        here->check->start(upload, path, done, progress);
    });
}

void AdoptDialog::takeProgress(qint64 compared, qint64 total)
{
    constexpr int steps = 1000;
    m_progress->setRange(0, steps);
    m_progress->setValue(total > 0 ? int(double(compared) / double(total) * steps) : 0);
}

void AdoptDialog::take(const Result<Adoption>& adoption)
{
    m_progress->hide();
    if (!adoption) {
        m_result->setText(errorLine(adoption.error()));
        return;
    }
    m_adoption = *adoption;
    showResult();
}

void AdoptDialog::showResult()
{
    const Adoption& adoption = *m_adoption;
    m_map->setAdoption(adoption);
    for (PartMatch match : allMatches) {
        const Adoption::Sum sum = adoption.sum(match);
        m_counts.at(int(match))
            ->setText(sum.parts == 0 ? MatchMap::words(match)
                                     : tr("%1 %2 (%3)", "5 matching (80 MiB)")
                                           .arg(sum.parts)
                                           .arg(MatchMap::words(match), formatBytes(sum.bytes)));
    }
    const Adoption::Sum send = adoption.toSend();
    const bool another = adoption.isOfAnotherFile();
    if (another)
        m_result->setText(tr("Nothing that is stored equals this file: it is most likely another one."));
    else if (send.parts == 0)
        m_result->setText(
            tr("All parts are stored and match. Nothing needs to be sent; the object is put together."));
    else
        m_result->setText(
            tr("%1 in %n part(s) will be sent; the rest is stored and matches.", nullptr, send.parts)
                .arg(formatBytes(send.bytes)));
    m_anyway->setVisible(another);
    m_finish->setEnabled(!another);
    if (!another)
        m_finish->setFocus();
}

void AdoptDialog::finish()
{
    if (!m_adoption)
        return;
    m_finish->setEnabled(false);
    m_request =
        m_queue.addPrepared({adoptedTransfer(*m_adoption, m_accountId, m_entry.upload.ref(), m_compared)});
}

} // namespace partway
