// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace partway {

SettingsPage::SettingsPage(PreferenceBook& book, const QString& title, const QString& icon)
    : m_book(book), m_title(title), m_icon(icon)
{
    setAccessibleName(title);
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(16, 12, 16, 12);
    m_form->setVerticalSpacing(14);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    connect(&book, &PreferenceBook::changed, this, &SettingsPage::refresh);
}

void SettingsPage::refresh()
{
    m_filling = true;
    fill(m_book.now());
    m_filling = false;
}

void SettingsPage::edit(const std::function<void(Preferences&)>& edit)
{
    if (!m_filling)
        m_book.change(edit);
}

QWidget* SettingsPage::withHint(QWidget* field, const QString& hint)
{
    if (hint.isEmpty())
        return field;
    field->setAccessibleDescription(hint);
    auto* both = new QWidget(this);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(field);
    auto* label = new QLabel(hint, both);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(label);
    return both;
}

void SettingsPage::addRow(const QString& label, QWidget* field, const QString& hint, const QStringList& words)
{
    m_rows.append({m_form->rowCount(), (QStringList{label, hint} + words).join(u' ').remove(u'&')});
    if (label.isEmpty()) {
        m_form->addRow(withHint(field, hint));
        return;
    }
    auto* text = new QLabel(label, this);
    text->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    m_form->addRow(text, withHint(field, hint));
}

void SettingsPage::addCheck(QCheckBox* box, const QString& hint)
{
    addRow({}, box, hint, {box->text()});
}

void SettingsPage::addChoice(const QString& label, QComboBox* box, const QString& hint)
{
    QStringList words;
    for (int i = 0; i < box->count(); ++i)
        words.append(box->itemText(i));
    addRow(label, box, hint, words);
}

int SettingsPage::showOnly(const QString& search)
{
    const bool all = search.isEmpty() || m_title.contains(search, Qt::CaseInsensitive);
    int shown = 0;
    for (const Row& row : std::as_const(m_rows)) {
        const bool fits = all || row.words.contains(search, Qt::CaseInsensitive);
        m_form->setRowVisible(row.at, fits);
        shown += fits ? 1 : 0;
    }
    return shown;
}

} // namespace partway
