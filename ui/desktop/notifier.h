// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPair>
#include <QString>

#include <memory>

namespace partway {

// What the desktop shows for a moment. A plain value.
struct Notification
{
    QString title;
    QString text;
    bool trouble = false;
    QList<QPair<QString, QString>> actions; // id and words; "default": pressing it anywhere

    bool operator==(const Notification&) const = default;
};

// Shows notifications that can be answered. GUI thread.
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual int show(const Notification& notification) = 0; // a number that chosen() carries

Q_SIGNALS:
    void chosen(int number, const QString& action);
};

// By the desktop's own service (org.freedesktop.Notifications); null where there is none to ask.
std::unique_ptr<Notifier> makeDesktopNotifier();

} // namespace partway
