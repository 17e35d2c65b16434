// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/objectfields.h"

#include "accounts/notelabel.h"
#include "accounts/uploaddefaults.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace partway {

ObjectFields::ObjectFields(QWidget* parent) : QWidget(parent)
{
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_class = new QComboBox(this);
    m_class->setEditable(true);
    m_class->setInsertPolicy(QComboBox::NoInsert);
    m_class->setAccessibleName(tr("Storage class"));
    m_class->lineEdit()->setAccessibleName(m_class->accessibleName());
    m_class->addItem(QString());
    m_class->addItems({QStringLiteral("STANDARD"), QStringLiteral("STANDARD_IA"),
                       QStringLiteral("ONEZONE_IA"), QStringLiteral("INTELLIGENT_TIERING"),
                       QStringLiteral("GLACIER_IR"), QStringLiteral("GLACIER"),
                       QStringLiteral("DEEP_ARCHIVE")});
    m_class->lineEdit()->setPlaceholderText(tr("as the store does by itself"));
    form->addRow(tr("Storage &class:"), m_class);
    m_encryption = new QComboBox(this);
    m_encryption->setAccessibleName(tr("Encryption"));
    m_encryption->addItem(tr("As the store does by itself"), QByteArray());
    m_encryption->addItem(tr("With the store's own key (SSE-S3)"), QByteArrayLiteral("AES256"));
    m_encryption->addItem(tr("With a key of KMS"), QByteArrayLiteral("aws:kms"));
    m_encryption->addItem(tr("With a key of KMS, twice (DSSE)"), QByteArrayLiteral("aws:kms:dsse"));
    form->addRow(tr("&Encryption:"), m_encryption);
    m_kmsKey = new QLineEdit(this);
    m_kmsKey->setPlaceholderText(tr("the account's usual key"));
    form->addRow(tr("KMS &key:"), m_kmsKey);
    m_headers = new QPlainTextEdit(this);
    m_headers->setTabChangesFocus(true);
    m_headers->setAccessibleName(tr("Headers"));
    m_headers->setPlaceholderText(QStringLiteral("Cache-Control: max-age=86400\nx-amz-meta-project: film"));
    m_headers->setMaximumHeight(m_headers->fontMetrics().lineSpacing() * 6);
    form->addRow(tr("&Headers:"), m_headers);
    auto* note = new NoteLabel(this);
    note->setText(
        tr("Every new object of this account gets these, whether it is sent from the window or from "
           "the command line. One header a line."));
    form->addRow(QString(), note);
    for (QWidget* field : std::initializer_list<QWidget*>{m_encryption, m_headers}) {
        if (auto* label = qobject_cast<QLabel*>(form->labelForField(field)))
            label->setBuddy(field);
    }
    connect(m_encryption, &QComboBox::currentIndexChanged, this, &ObjectFields::showFields);
    showFields();
}

void ObjectFields::showFields()
{
    auto* form = qobject_cast<QFormLayout*>(layout());
    form->setRowVisible(m_kmsKey, m_encryption->currentData().toByteArray().startsWith("aws:kms"));
}

void ObjectFields::fill(const ObjectOptions& uploads)
{
    m_class->setCurrentText(QString::fromUtf8(uploads.storageClass));
    m_encryption->setCurrentIndex(qMax(0, m_encryption->findData(uploads.encryption)));
    m_kmsKey->setText(QString::fromUtf8(uploads.kmsKeyId));
    m_headers->setPlainText(headerLines(uploads));
}

Result<ObjectOptions> ObjectFields::uploads() const
{
    ObjectOptions uploads;
    uploads.storageClass = m_class->currentText().trimmed().toUtf8();
    uploads.encryption = m_encryption->currentData().toByteArray();
    if (uploads.encryption.startsWith("aws:kms"))
        uploads.kmsKeyId = m_kmsKey->text().trimmed().toUtf8();
    if (const Result<void> read = readHeaderLines(m_headers->toPlainText(), &uploads); !read)
        return read.error();
    if (const Result<void> checked = checkEncryption(uploads); !checked)
        return checked.error();
    return uploads;
}

QWidget* ObjectFields::fieldFor(const QString& code) const
{
    if (code.startsWith(QLatin1String("header-")))
        return m_headers;
    return code.startsWith(QLatin1String("sse-")) ? m_kmsKey : nullptr;
}

} // namespace partway
