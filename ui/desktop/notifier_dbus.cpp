// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/notifier.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QHash>
#include <QVariantMap>

namespace partway {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
constexpr uchar usual = 1;
constexpr uchar critical = 2;

// Desktop Notifications Specification 1.2. Every call is asynchronous: a daemon that hangs must not stop us.
class BusNotifier final : public Notifier
{
    Q_OBJECT
public:
    BusNotifier();
    int show(const Notification& notification) override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString& action);
    void closed(uint id, uint reason);

private:
    QDBusMessage call(const QString& method) const
    {
        return QDBusMessage::createMethodCall(service, path, service, method);
    }

    QDBusConnection m_bus = QDBusConnection::sessionBus();
    QHash<uint, int> m_numbers; // of ours, by the service's
    int m_last = 0;
    bool m_markup = true; // until the service says otherwise: a '<' too little is better than one too much
};

BusNotifier::BusNotifier()
{
    m_bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this,
                  SLOT(actionInvoked(uint, QString)));
    m_bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this,
                  SLOT(closed(uint, uint)));
    auto* answer =
        new QDBusPendingCallWatcher(m_bus.asyncCall(call(QStringLiteral("GetCapabilities"))), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QStringList> reply = *answer;
        if (reply.isValid())
            m_markup = reply.value().contains(QStringLiteral("body-markup"));
        answer->deleteLater();
    });
}

int BusNotifier::show(const Notification& notification)
{
    const int number = ++m_last;
    QStringList actions;
    for (const auto& [id, words] : notification.actions)
        actions << id << words;
    const QVariantMap hints{
        {QStringLiteral("desktop-entry"), QStringLiteral("partway")},
        {QStringLiteral("urgency"), QVariant::fromValue(notification.trouble ? critical : usual)}};
    QDBusMessage notify = call(QStringLiteral("Notify"));
    notify << QStringLiteral("Partway") << 0U << QStringLiteral("partway") << notification.title
           << (m_markup ? notification.text.toHtmlEscaped() : notification.text) << actions << hints << -1;
    auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(notify), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, number] {
        const QDBusPendingReply<uint> reply = *answer;
        if (reply.isValid())
            m_numbers.insert(reply.value(), number);
        answer->deleteLater();
    });
    return number;
}

void BusNotifier::actionInvoked(uint id, const QString& action)
{
    if (const auto number = m_numbers.constFind(id); number != m_numbers.cend())
        Q_EMIT chosen(*number, action);
}

void BusNotifier::closed(uint id, uint)
{
    m_numbers.remove(id);
}

} // namespace

std::unique_ptr<Notifier> makeDesktopNotifier()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return nullptr;
    const QDBusConnectionInterface* names = bus.interface();
    const bool there = names->isServiceRegistered(service).value() ||
                       names->activatableServiceNames().value().contains(service);
    return there ? std::make_unique<BusNotifier>() : nullptr;
}

} // namespace partway

#include "notifier_dbus.moc"
