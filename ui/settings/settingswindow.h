// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/preferences.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace partway {

class SettingsPage;

// The settings: pages on the left, a search over all of them above. Every change counts at once.
class SettingsWindow final : public QDialog
{
    Q_OBJECT
public:
    SettingsWindow(PreferenceBook& book, bool hasTray, QWidget* parent);

    int page() const;
    void showPage(int index);

private:
    void addPage(SettingsPage* page);
    void search(const QString& text);
    void restoreDefaults();

    PreferenceBook& m_book;
    QLineEdit* m_search = nullptr;
    QListWidget* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_nothing = nullptr;
    QList<SettingsPage*> m_pages;
};

} // namespace partway
