// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/places.h"

#include "paint/icons.h"
#include "widgets/sidebar.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>

namespace partway {

namespace {

const QString placeKey = QStringLiteral("window/place");

// Unknown ones come last, in the order in which they were added.
qsizetype rankOf(const QString& id)
{
    static const QStringList order{transfersPlace, QStringLiteral("incomplete"), QStringLiteral("buckets"),
                                   QStringLiteral("accounts")};
    const qsizetype rank = order.indexOf(id);
    return rank < 0 ? order.size() : rank;
}

} // namespace

Places::Places(Sidebar& sidebar, QStackedWidget& stack, QMenu& menu, QObject* parent)
    : QObject(parent), m_sidebar(sidebar), m_stack(stack), m_menu(menu), m_actions(new QActionGroup(this)),
      m_end(menu.actions().isEmpty() ? nullptr : menu.actions().constFirst())
{
    connect(&sidebar, &Sidebar::placeChosen, this, &Places::bringUp);
}

void Places::add(const QString& id, const QString& title, const QString& icon, QWidget* widget)
{
    const auto after = std::find_if(m_order.begin(), m_order.end(),
                                    [&id](const QString& other) { return rankOf(other) > rankOf(id); });
    const auto place = static_cast<int>(after - m_order.begin());
    QAction* before = after == m_order.end() ? m_end : m_places.value(*after).action;
    m_order.insert(place, id);
    auto* action = new QAction(ownIcon(icon), title, m_actions);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, id] { show(id); });
    m_menu.insertAction(before, action);
    m_stack.addWidget(widget);
    m_places.insert(id, {widget, action});
    if (id != transfersPlace)
        m_sidebar.addPlace(id, QString(title).remove(u'&'), icon,
                           place - (m_order.contains(transfersPlace) ? 1 : 0));
    renumber();
    if (m_wished == id)
        m_sidebar.setPlace(id);
    else if (m_places.size() == 1)
        bringUp(id);
}

void Places::renumber()
{
    for (qsizetype i = 0; i < m_order.size(); ++i) {
        const int key = Qt::Key_1 + static_cast<int>(i);
        m_places.value(m_order.at(i))
            .action->setShortcut(key <= Qt::Key_9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key))
                                                  : QKeySequence());
    }
}

void Places::setCount(const QString& id, int count)
{
    m_sidebar.setPlaceCount(id, count);
}

void Places::show(const QString& id)
{
    const auto place = m_places.constFind(id);
    if (place == m_places.cend())
        return;
    const bool again = m_stack.currentWidget() == place->widget; // then to its list, wherever the keyboard is
    m_sidebar.setPlace(id);
    place->action->setChecked(true);
    QWidget* before = place->widget->focusWidget(); // what had the keyboard there the last time
    const bool takes = before && before->isVisibleTo(place->widget) && before->isEnabled();
    (takes && !again ? before : place->widget)->setFocus(Qt::ShortcutFocusReason);
}

void Places::bringUp(const QString& id)
{
    const auto place = m_places.constFind(id);
    if (place == m_places.cend())
        return;
    m_wished.clear();
    place->action->setChecked(true);
    if (m_stack.currentWidget() == place->widget)
        return;
    m_stack.setCurrentWidget(place->widget);
    Q_EMIT currentChanged(id);
}

QString Places::current() const
{
    for (auto it = m_places.cbegin(); it != m_places.cend(); ++it) {
        if (it->widget == m_stack.currentWidget())
            return it.key();
    }
    return {};
}

void Places::saveState(QSettings& settings) const
{
    settings.setValue(placeKey, current());
}

void Places::restoreState(const QSettings& settings)
{
    const QString id = settings.value(placeKey).toString();
    if (m_places.contains(id))
        m_sidebar.setPlace(id);
    else
        m_wished = id;
}

} // namespace partway
