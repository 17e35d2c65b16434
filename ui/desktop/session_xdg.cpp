// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/session.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVariantMap>

namespace partway {

namespace {

const QString us = QStringLiteral("Partway");

// One asker after the other until one says yes. What login1 gives is a file that is open as long as we wish;
// the others give a number to give back. All of them forget us when we are gone.
class BusKeepAwake final : public QObject, public KeepAwake
{
public:
    explicit BusKeepAwake(const QString& why) : m_why(why) { ask(0); }
    ~BusKeepAwake() override;

private:
    void ask(int which);
    QDBusMessage inhibitCall(int which) const;
    static QDBusConnection busOf(int which)
    {
        return which == 0 ? QDBusConnection::systemBus() : QDBusConnection::sessionBus();
    }

    QString m_why;
    int m_which = 0;
    uint m_cookie = 0;
    QDBusUnixFileDescriptor m_file;
    static constexpr int askers = 3;
};

QDBusMessage BusKeepAwake::inhibitCall(int which) const
{
    if (which == 0) {
        auto call = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
            QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
        return call << QStringLiteral("idle") << us << m_why << QStringLiteral("block");
    }
    if (which == 1) {
        auto call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.PowerManagement"),
                                                   QStringLiteral("/org/freedesktop/PowerManagement/Inhibit"),
                                                   QStringLiteral("org.freedesktop.PowerManagement.Inhibit"),
                                                   QStringLiteral("Inhibit"));
        return call << us << m_why;
    }
    constexpr uint noSuspend = 4;
    auto call = QDBusMessage::createMethodCall(
        QStringLiteral("org.gnome.SessionManager"), QStringLiteral("/org/gnome/SessionManager"),
        QStringLiteral("org.gnome.SessionManager"), QStringLiteral("Inhibit"));
    return call << us << 0U << m_why << noSuspend;
}

// All are asked: desktops look at one of them, and which one they do not say.
void BusKeepAwake::ask(int which)
{
    m_which = which;
    auto* answer = new QDBusPendingCallWatcher(busOf(which).asyncCall(inhibitCall(which)), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, which] {
        answer->deleteLater();
        if (which == 0) {
            const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
            if (reply.isValid())
                m_file = reply.value();
        } else if (const QDBusPendingReply<uint> reply = *answer; reply.isValid()) {
            m_cookie = reply.value();
            return;
        }
        if (which + 1 < askers)
            ask(which + 1);
    });
}

BusKeepAwake::~BusKeepAwake()
{
    if (m_cookie == 0)
        return;
    QDBusMessage back = inhibitCall(m_which);
    back = QDBusMessage::createMethodCall(back.service(), back.path(), back.interface(),
                                          m_which == 1 ? QStringLiteral("UnInhibit")
                                                       : QStringLiteral("Uninhibit"));
    busOf(m_which).send(back << m_cookie);
}

QString autostartFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/autostart/partway.desktop");
}

// Quoting of the Desktop Entry Specification.
QByteArray quoted(const QString& path)
{
    QString text = path;
    for (const char16_t* letter : {u"\\", u"\"", u"`", u"$"})
        text.replace(QString::fromUtf16(letter), u'\\' + QString::fromUtf16(letter));
    text.replace(u'\\', QLatin1String("\\\\"));
    return '"' + text.replace(u'%', QLatin1String("%%")).toUtf8() + '"';
}

} // namespace

std::unique_ptr<KeepAwake> keepAwake(const QString& why)
{
    return std::make_unique<BusKeepAwake>(why);
}

// com.canonical.Unity.LauncherEntry: Plasma's task bar and Ubuntu's dock listen to it.
void showLauncherProgress(double progress)
{
    QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/partway/Partway"),
                                                     QStringLiteral("com.canonical.Unity.LauncherEntry"),
                                                     QStringLiteral("Update"));
    const QVariantMap what{{QStringLiteral("progress"), qBound(0.0, progress, 1.0)},
                           {QStringLiteral("progress-visible"), progress >= 0}};
    QDBusConnection::sessionBus().send(signal << QStringLiteral("application://partway.desktop") << what);
}

bool setStartAtLogin(bool on)
{
    const QString path = autostartFile();
    if (!on)
        return !QFile::exists(path) || QFile::remove(path);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("[Desktop Entry]\nType=Application\nName=Partway\nIcon=partway\nTerminal=false\nExec=" +
               quoted(QCoreApplication::applicationFilePath()) +
               " --background\nX-GNOME-Autostart-enabled=true\n");
    return file.commit();
}

} // namespace partway
