// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingswindow.h"

#include "paint/icons.h"
#include "settings/settingspage.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace partway {

SettingsWindow::SettingsWindow(PreferenceBook& book, bool hasTray, QWidget* parent)
    : QDialog(parent), m_book(book)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setClearButtonEnabled(true);
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_list->setFixedWidth(fontMetrics().averageCharWidth() * 26);
    m_stack = new QStackedWidget(this);
    m_nothing = new QLabel(tr("No setting has this in it."), this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_nothing);
    for (SettingsPage* page :
         {makeUploadsPage(book), makeSpeedPage(book), makeRunningPage(book, hasTray), makeLooksPage(book)})
        addPage(page);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* defaults = buttons->addButton(tr("&Restore defaults"), QDialogButtonBox::ResetRole);
    defaults->setAutoDefault(false);
    connect(defaults, &QPushButton::clicked, this, &SettingsWindow::restoreDefaults);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsWindow::search);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_stack->setCurrentIndex(row + 1); });
    connect(new QShortcut(QKeySequence(QKeySequence::Find), this), &QShortcut::activated, m_search,
            qOverload<>(&QWidget::setFocus));

    auto* middle = new QHBoxLayout;
    middle->addWidget(m_list);
    middle->addWidget(m_stack, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
    resize(780, 470);
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void SettingsWindow::addPage(SettingsPage* page)
{
    page->refresh();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(scroll);
    m_pages.append(page);
    new QListWidgetItem(ownIcon(page->icon()), page->title(), m_list);
}

int SettingsWindow::page() const
{
    return m_list->currentRow();
}

void SettingsWindow::showPage(int index)
{
    m_list->setCurrentRow(qBound(0, index, m_list->count() - 1));
}

void SettingsWindow::search(const QString& text)
{
    int first = -1;
    bool currentFits = false;
    for (int i = 0; i < m_pages.size(); ++i) {
        const bool fits = m_pages.at(i)->showOnly(text.trimmed()) > 0;
        m_list->item(i)->setHidden(!fits);
        first = fits && first < 0 ? i : first;
        currentFits = currentFits || (fits && i == m_list->currentRow());
    }
    if (!currentFits)
        m_list->setCurrentRow(first); // -1: the page that says so
}

void SettingsWindow::restoreDefaults()
{
    m_book.change([](Preferences& now) { now = {}; });
}

} // namespace partway
