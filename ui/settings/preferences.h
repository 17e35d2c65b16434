// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/ratetimetable.h"
#include "s3/limits.h"
#include "upload/uploadstate.h"

#include <QObject>

#include <functional>
#include <optional>

namespace partway {

enum class WhenEmpty { Nothing, Quit };
enum class OnClose { Ask, Tray, Quit }; // with work left
enum class Appearance { System, Light, Dark };

// What the person chose once for all. A plain value; the defaults need no visit.
struct Preferences
{
    qint64 partSize = 0; // 0: automatic
    int parallel = 0;    // parts at once; 0: automatic
    IfExists ifExists = IfExists::Ask;
    std::optional<ChecksumMode> checksum; // unset: the account's
    bool followLinks = false;

    qint64 bytesPerSecond = 0; // 0: no limit
    bool byTimetable = false;
    QList<RateRule> timetable;

    bool tellFinished = true;
    bool tellFailed = true;
    WhenEmpty whenEmpty = WhenEmpty::Nothing;
    bool keepAwake = true;
    OnClose onClose = OnClose::Ask;
    bool startAtLogin = false;

    Appearance appearance = Appearance::System;
    QString language; // "de"; empty: the system's

    bool operator==(const Preferences&) const = default;
};

// The preferences of this person, in preferences.ini; written with every change. GUI thread.
class PreferenceBook final : public QObject
{
    Q_OBJECT
public:
    explicit PreferenceBook(const QString& settingsFolder, QObject* parent = nullptr);

    const Preferences& now() const { return m_now; }
    void change(const std::function<void(Preferences&)>& edit);

Q_SIGNALS:
    void changed(const partway::Preferences& before);

private:
    void load();
    void save() const;

    QString m_path;
    Preferences m_now;
};

} // namespace partway
