// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

class QAction;
class QActionGroup;
class QMenu;
class QSettings;
class QStackedWidget;

namespace partway {

class Sidebar;

// The places that live in the main window: transfers, incomplete uploads, buckets, accounts. Keeps the
// sidebar, the stack of their widgets and the View menu together. Whatever the order in which places are
// added, they stand as they are named here, and Ctrl+1, Ctrl+2 … count them so.
class Places final : public QObject
{
    Q_OBJECT
public:
    Places(Sidebar& sidebar, QStackedWidget& stack, QMenu& menu, QObject* parent);

    // title: with its mnemonic. The stack takes the widget; its focus proxy gets the keyboard first. A place
    // that takes drops of files handles them itself; others leave them to the window.
    void add(const QString& id, const QString& title, const QString& icon, QWidget* widget);
    void setCount(const QString& id, int count); // -1: none is shown
    void show(const QString& id);                // and gives it the keyboard
    QString current() const;

    void saveState(QSettings& settings) const;
    void restoreState(const QSettings& settings); // also places that are added later

Q_SIGNALS:
    void currentChanged(const QString& id);

private:
    void bringUp(const QString& id);
    void renumber();

    struct Place
    {
        QWidget* widget = nullptr;
        QAction* action = nullptr;
    };

    Sidebar& m_sidebar;
    QStackedWidget& m_stack;
    QMenu& m_menu;
    QActionGroup* m_actions = nullptr;
    QAction* m_end = nullptr; // of the menu: the places stand in front of it
    QHash<QString, Place> m_places;
    QStringList m_order;
    QString m_wished; // shown last time, not added yet
};

} // namespace partway
