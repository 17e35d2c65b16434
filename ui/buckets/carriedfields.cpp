// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "buckets/carriedfields.h"

#include "accounts/uploaddefaults.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace partway {

namespace {

QPlainTextEdit* makeLines(const QString& name, const QString& example, int lines, QWidget* parent)
{
    auto* edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(example);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 14);
    return edit;
}

} // namespace

CarriedFields::CarriedFields(QFormLayout* form) : QObject(form), m_form(form)
{
    QWidget* parent = form->parentWidget();
    m_what = new QComboBox(parent);
    m_what->addItem(tr("Metadata and tags as they are"));
    m_what->addItem(tr("Only what is written here"));
    form->addRow(tr("Ca&rry along:"), m_what);
    m_type = new QLineEdit(parent);
    m_type->setPlaceholderText(QStringLiteral("video/quicktime"));
    form->addRow(tr("Content t&ype:"), m_type);
    m_headers =
        makeLines(tr("Headers, one a line"),
                  QStringLiteral("x-amz-meta-project: film\nCache-Control: max-age=86400"), 3, parent);
    form->addRow(tr("&Headers:"), m_headers);
    m_tags = makeLines(tr("Tags, one a line"), QStringLiteral("team=film"), 2, parent);
    form->addRow(tr("Ta&gs:"), m_tags);
    connect(m_what, &QComboBox::currentIndexChanged, this, [this] {
        showRows();
        Q_EMIT changed();
    });
    connect(m_headers, &QPlainTextEdit::textChanged, this, &CarriedFields::changed);
    connect(m_tags, &QPlainTextEdit::textChanged, this, &CarriedFields::changed);
    showRows();
}

bool CarriedFields::isReplacing() const
{
    return m_what->currentIndex() == 1;
}

void CarriedFields::showRows()
{
    for (QWidget* field : std::initializer_list<QWidget*>{m_type, m_headers, m_tags})
        m_form->setRowVisible(field, isReplacing());
}

void CarriedFields::setTagsTaken(bool taken)
{
    m_tags->setEnabled(taken);
}

Result<std::optional<ObjectOptions>> CarriedFields::options() const
{
    if (!isReplacing())
        return std::optional<ObjectOptions>();
    ObjectOptions options;
    if (const Result<void> read = readHeaderLines(m_headers->toPlainText(), &options); !read)
        return read.error();
    if (m_tags->isEnabled()) {
        if (const Result<void> read = readTagLines(m_tags->toPlainText(), &options.tags); !read)
            return read.error();
    }
    options.contentType = m_type->text().trimmed().toUtf8();
    return std::optional<ObjectOptions>(options);
}

} // namespace partway
