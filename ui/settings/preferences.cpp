// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferences.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace partway {

namespace {

// Enums are written by name, so that the file may be read by people and by a later version.
template <typename Value>
struct Named
{
    Value value;
    const char* name;
};
constexpr std::array<Named<WhenEmpty>, 2> whenEmptyNames{
    {{WhenEmpty::Nothing, "nothing"}, {WhenEmpty::Quit, "quit"}}};
constexpr std::array<Named<OnClose>, 3> onCloseNames{
    {{OnClose::Ask, "ask"}, {OnClose::Tray, "tray"}, {OnClose::Quit, "quit"}}};
constexpr std::array<Named<Appearance>, 3> appearanceNames{
    {{Appearance::System, "system"}, {Appearance::Light, "light"}, {Appearance::Dark, "dark"}}};

template <typename Value, std::size_t count>
void read(const QSettings& file, const char* key, const std::array<Named<Value>, count>& names, Value* value)
{
    const QString name = file.value(QLatin1String(key)).toString();
    for (const Named<Value>& known : names) {
        if (name == QLatin1String(known.name))
            *value = known.value;
    }
}

template <typename Value, std::size_t count>
void write(QSettings& file, const char* key, const std::array<Named<Value>, count>& names, Value value)
{
    for (const Named<Value>& known : names) {
        if (value == known.value)
            file.setValue(QLatin1String(key), QLatin1String(known.name));
    }
}

void read(const QSettings& file, const char* key, bool* value)
{
    *value = file.value(QLatin1String(key), *value).toBool();
}

void read(const QSettings& file, const char* key, qint64 most, qint64* value)
{
    *value = std::clamp(file.value(QLatin1String(key), *value).toLongLong(), qint64(0), most);
}

constexpr qint64 mostBytes = qint64(1) << 50;
constexpr int mostParallel = 64;
constexpr int minutesOfDay = 24 * 60;

QList<RateRule> readRules(QSettings& file)
{
    QList<RateRule> rules;
    const int count = file.beginReadArray(QStringLiteral("timetable"));
    for (int i = 0; i < count; ++i) {
        file.setArrayIndex(i);
        RateRule rule;
        rule.days = file.value(QStringLiteral("days"), rule.days).toInt() & RateRule::everyDay;
        rule.fromMinute = std::clamp(file.value(QStringLiteral("from")).toInt(), 0, minutesOfDay - 1);
        rule.toMinute = std::clamp(file.value(QStringLiteral("to")).toInt(), 0, minutesOfDay - 1);
        read(file, "bytesPerSecond", mostBytes, &rule.bytesPerSecond);
        rules.append(rule);
    }
    file.endArray();
    return rules;
}

void writeRules(QSettings& file, const QList<RateRule>& rules)
{
    file.remove(QStringLiteral("timetable"));
    file.beginWriteArray(QStringLiteral("timetable"), static_cast<int>(rules.size()));
    for (int i = 0; i < rules.size(); ++i) {
        file.setArrayIndex(i);
        file.setValue(QStringLiteral("days"), rules.at(i).days);
        file.setValue(QStringLiteral("from"), rules.at(i).fromMinute);
        file.setValue(QStringLiteral("to"), rules.at(i).toMinute);
        file.setValue(QStringLiteral("bytesPerSecond"), rules.at(i).bytesPerSecond);
    }
    file.endArray();
}

} // namespace

PreferenceBook::PreferenceBook(const QString& settingsFolder, QObject* parent)
    : QObject(parent), m_path(settingsFolder + QStringLiteral("/preferences.ini"))
{
    load();
}

void PreferenceBook::change(const std::function<void(Preferences&)>& edit)
{
    const Preferences before = m_now;
    edit(m_now);
    if (m_now == before)
        return;
    save();
    Q_EMIT changed(before);
}

void PreferenceBook::load()
{
    QSettings file(m_path, QSettings::IniFormat);
    qint64 parallel = 0;
    read(file, "uploads/partSize", mostBytes, &m_now.partSize);
    read(file, "uploads/parallel", mostParallel, &parallel);
    m_now.parallel = static_cast<int>(parallel);
    (void)ifExistsFromName(file.value(QStringLiteral("uploads/ifExists")).toString(), &m_now.ifExists);
    ChecksumMode checksum{};
    if (checksumModeFromName(file.value(QStringLiteral("uploads/checksum")).toString(), &checksum))
        m_now.checksum = checksum;
    read(file, "uploads/followLinks", &m_now.followLinks);
    read(file, "speed/bytesPerSecond", mostBytes, &m_now.bytesPerSecond);
    read(file, "speed/byTimetable", &m_now.byTimetable);
    m_now.timetable = readRules(file);
    read(file, "running/tellFinished", &m_now.tellFinished);
    read(file, "running/tellFailed", &m_now.tellFailed);
    read(file, "running/whenEmpty", whenEmptyNames, &m_now.whenEmpty);
    read(file, "running/keepAwake", &m_now.keepAwake);
    read(file, "running/onClose", onCloseNames, &m_now.onClose);
    read(file, "running/startAtLogin", &m_now.startAtLogin);
    read(file, "looks/appearance", appearanceNames, &m_now.appearance);
    m_now.language = file.value(QStringLiteral("looks/language")).toString();
}

void PreferenceBook::save() const
{
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue(QStringLiteral("uploads/partSize"), m_now.partSize);
    file.setValue(QStringLiteral("uploads/parallel"), m_now.parallel);
    file.setValue(QStringLiteral("uploads/ifExists"), ifExistsName(m_now.ifExists));
    file.setValue(QStringLiteral("uploads/checksum"),
                  m_now.checksum ? checksumModeName(*m_now.checksum) : QString());
    file.setValue(QStringLiteral("uploads/followLinks"), m_now.followLinks);
    file.setValue(QStringLiteral("speed/bytesPerSecond"), m_now.bytesPerSecond);
    file.setValue(QStringLiteral("speed/byTimetable"), m_now.byTimetable);
    writeRules(file, m_now.timetable);
    file.setValue(QStringLiteral("running/tellFinished"), m_now.tellFinished);
    file.setValue(QStringLiteral("running/tellFailed"), m_now.tellFailed);
    write(file, "running/whenEmpty", whenEmptyNames, m_now.whenEmpty);
    file.setValue(QStringLiteral("running/keepAwake"), m_now.keepAwake);
    write(file, "running/onClose", onCloseNames, m_now.onClose);
    file.setValue(QStringLiteral("running/startAtLogin"), m_now.startAtLogin);
    write(file, "looks/appearance", appearanceNames, m_now.appearance);
    file.setValue(QStringLiteral("looks/language"), m_now.language);
}

} // namespace partway
