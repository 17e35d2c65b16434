// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/detailsform.h"

#include "format/numbers.h"
#include "format/transfertext.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>

namespace partway {

namespace {

using Facts = QList<QPair<QString, QString>>;

QString time(const QDateTime& at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : QString();
}

QString checksumText(ChecksumMode mode)
{
    switch (mode) {
    case ChecksumMode::None:
        return DetailsForm::tr("none");
    case ChecksumMode::Md5:
        return QStringLiteral("MD5");
    case ChecksumMode::Crc32:
        return QStringLiteral("CRC-32");
    case ChecksumMode::Crc32c:
        return QStringLiteral("CRC-32C");
    case ChecksumMode::Crc64Nvme:
        return QStringLiteral("CRC-64/NVME");
    case ChecksumMode::Sha256:
        return QStringLiteral("SHA-256");
    }
    return {};
}

QString partsText(const TransferDetails& details)
{
    const PartPlan& plan = details.spec.plan;
    if (plan.direct)
        return DetailsForm::tr("sent as a whole in one request");
    return DetailsForm::tr("%1 parts of %2", "count, size")
        .arg(QLocale().toString(plan.count), formatBytes(plan.partSize));
}

QString proofText(const Proof& proof)
{
    QStringList held;
    if (proof.answer)
        held.append(DetailsForm::tr("the server said so"));
    if (proof.size)
        held.append(DetailsForm::tr("the size is right"));
    if (proof.token)
        held.append(DetailsForm::tr("it carries our mark"));
    if (proof.etag)
        held.append(DetailsForm::tr("the ETag is the one computed here"));
    if (proof.checksum)
        held.append(DetailsForm::tr("the checksum is the one computed here"));
    return held.join(QStringLiteral(", "));
}

void addObject(Facts& facts, const TransferDetails& details)
{
    const auto& object = details.state.finished;
    if (!object)
        return;
    facts.append({DetailsForm::tr("Proven by"), proofText(object->proof)});
    facts.append({DetailsForm::tr("ETag"), QString::fromLatin1(object->etag)});
    facts.append({DetailsForm::tr("Checksum of the object"), QString::fromLatin1(object->checksum.toHex())});
    facts.append({DetailsForm::tr("Version"), object->versionId});
    facts.append({DetailsForm::tr("Request id"), object->requestId});
}

void addSource(Facts& facts, const TransferDetails& details)
{
    const bool isStream = details.row.source == SourceKind::Stream;
    facts.append({details.row.copies ? DetailsForm::tr("Copy from") : DetailsForm::tr("File"),
                  isStream ? DetailsForm::tr("none: it came through a pipe") : details.row.sourcePath});
    const QString size = exactBytes(details.row.size);
    facts.append(
        {DetailsForm::tr("Size"), details.row.openEnd ? DetailsForm::tr("%1 so far").arg(size) : size});
    const QDateTime modified = QDateTime::fromMSecsSinceEpoch(details.source.modifiedNs / 1'000'000);
    facts.append({details.row.copies ? DetailsForm::tr("Source changed") : DetailsForm::tr("File changed"),
                  details.source.modifiedNs > 0 ? time(modified) : QString()});
    facts.append({DetailsForm::tr("File identity"), QString::fromLatin1(details.source.identity)});
}

int retriesOf(const TransferDetails& details)
{
    int retries = 0;
    for (const PartRow& part : details.parts)
        retries += qMax(0, part.attempts - 1);
    return retries;
}

void addUpload(Facts& facts, const TransferDetails& details)
{
    const TransferRow& row = details.row;
    const int restarts = details.state.restarts;
    facts.append({DetailsForm::tr("Parts"), partsText(details)});
    facts.append(
        {DetailsForm::tr("Stored"), row.phase == Phase::Finished ? QString() : exactBytes(row.storedBytes)});
    facts.append({DetailsForm::tr("Upload id"), details.state.uploadId});
    facts.append({DetailsForm::tr("Checksum of each part"), checksumText(details.spec.checksum)});
    facts.append({DetailsForm::tr("Content type"), QString::fromLatin1(details.spec.object.contentType)});
    facts.append({DetailsForm::tr("Retries"), QLocale().toString(retriesOf(details))});
    facts.append({DetailsForm::tr("Sent twice"), exactBytes(row.resentBytes)});
    facts.append({DetailsForm::tr("Begun anew"),
                  restarts > 0 ? DetailsForm::tr("%n time(s)", nullptr, restarts) : QString()});
}

} // namespace

QList<QPair<QString, QString>> detailFacts(const TransferDetails& details, const QString& accountName)
{
    const TransferRow& row = details.row;
    Facts facts;
    facts.append({DetailsForm::tr("State"), stateSentence(row)});
    facts.append({DetailsForm::tr("Object"),
                  QStringLiteral("s3://%1/%2").arg(row.bucket, QString::fromUtf8(row.key))});
    if (!row.storeKey.isEmpty())
        facts.append({DetailsForm::tr("Kept as"),
                      QStringLiteral("s3://%1/%2")
                          .arg(row.storeBucket.value(), QString::fromUtf8(row.storeKey.value()))});
    facts.append({DetailsForm::tr("Account"), accountName});
    addSource(facts, details);
    if (details.spec.plan.count > 0)
        addUpload(facts, details);
    addObject(facts, details);
    if (row.error)
        facts.append({DetailsForm::tr("Request id of the error"), row.error->requestId});
    facts.append({DetailsForm::tr("Added"), time(row.addedAt)});
    facts.append({DetailsForm::tr("Ended"), time(row.endedAt)});
    facts.removeIf([](const QPair<QString, QString>& fact) { return fact.second.isEmpty(); });
    return facts;
}

DetailsForm::DetailsForm(QWidget* parent) : QScrollArea(parent)
{
    auto* content = new QWidget(this);
    m_form = new QFormLayout(content);
    m_form->setContentsMargins(10, 8, 10, 8);
    m_form->setVerticalSpacing(4);
    m_form->setHorizontalSpacing(16);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    content->setBackgroundRole(QPalette::Base);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Details"));
}

// Rows are only made anew when other facts are shown: a selection in a value survives a change elsewhere.
void DetailsForm::setDetails(const TransferDetails& details, const QString& accountName)
{
    const Facts facts = detailFacts(details, accountName);
    while (m_form->rowCount() > facts.size())
        m_form->removeRow(m_form->rowCount() - 1);
    for (int row = 0; row < facts.size(); ++row) {
        const auto& [name, value] = facts.at(row);
        if (row >= m_form->rowCount()) {
            auto* label = new QLabel(widget());
            label->setWordWrap(true);
            label->setTextFormat(Qt::PlainText);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            auto* nameLabel = new QLabel(widget());
            nameLabel->setForegroundRole(QPalette::PlaceholderText);
            m_form->addRow(nameLabel, label);
        }
        auto* nameLabel = qobject_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        auto* label = qobject_cast<QLabel*>(m_form->itemAt(row, QFormLayout::FieldRole)->widget());
        if (m_shown.value(row) == facts.at(row) && !nameLabel->text().isEmpty())
            continue;
        nameLabel->setText(name);
        label->setText(value);
        label->setAccessibleName(tr("%1: %2", "a fact and its value").arg(name, value));
    }
    m_shown = facts;
}

} // namespace partway
