// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/appearance.h"

#include "paint/roomystyle.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QGuiApplication>
#include <QStyleHints>
#endif

#include <optional>
#include <utility>

namespace partway {

namespace {

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)

struct Tone
{
    QPalette::ColorRole role;
    const char* light;
    const char* dark;
};

// Contrast of text on its ground is at least 4.5 to 1 everywhere (WCAG AA).
constexpr Tone tones[]{
    {QPalette::Window, "#f2f2f2", "#232629"},
    {QPalette::WindowText, "#1a1a1a", "#f0f0f0"},
    {QPalette::Base, "#ffffff", "#1b1e20"},
    {QPalette::AlternateBase, "#f7f7f7", "#2a2e32"},
    {QPalette::Text, "#1a1a1a", "#f0f0f0"},
    {QPalette::Button, "#ebebeb", "#31363b"},
    {QPalette::ButtonText, "#1a1a1a", "#f0f0f0"},
    {QPalette::BrightText, "#ffffff", "#ffffff"},
    {QPalette::Highlight, "#1f6fc4", "#2a6db5"},
    {QPalette::HighlightedText, "#ffffff", "#ffffff"},
    {QPalette::ToolTipBase, "#ffffff", "#31363b"},
    {QPalette::ToolTipText, "#1a1a1a", "#f0f0f0"},
    {QPalette::PlaceholderText, "#666666", "#a3a7ab"},
    {QPalette::Link, "#0a5ca8", "#6cb2f2"},
    {QPalette::Light, "#ffffff", "#41464b"},
    {QPalette::Midlight, "#f7f7f7", "#393e43"},
    {QPalette::Mid, "#b8b8b8", "#1d2023"},
    {QPalette::Dark, "#9a9a9a", "#16181a"},
    {QPalette::Shadow, "#6e6e6e", "#0c0d0e"},
    {QPalette::LinkVisited, "#6a3a9c", "#b79be0"},
};

QPalette paletteOf(bool dark)
{
    QPalette palette;
    for (const Tone& tone : tones)
        palette.setColor(tone.role, QColor(QLatin1String(dark ? tone.dark : tone.light)));
    const QColor faint(QLatin1String(dark ? "#7d8287" : "#8f8f8f"));
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, faint);
    return palette;
}

#endif

} // namespace

void applyAppearance(Appearance appearance)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    static const QString systemStyle = QApplication::style()->name();
    if (!qobject_cast<const RoomyStyle*>(QApplication::style()))
        QApplication::setStyle(new RoomyStyle(systemStyle));
    const Qt::ColorScheme scheme = appearance == Appearance::System ? Qt::ColorScheme::Unknown
                                   : appearance == Appearance::Dark ? Qt::ColorScheme::Dark
                                                                    : Qt::ColorScheme::Light;
    QGuiApplication::styleHints()->setColorScheme(scheme);
#else
    // Styles of desktops have colours of their own; Fusion takes those of the palette.
    static const QString systemStyle = QApplication::style()->objectName();
    static const QPalette systemPalette = [] {
        QPalette palette = QApplication::palette();
        makeLegible(palette); // as the style does with it
        return palette;
    }();
    static std::optional<Appearance> shown;
    if (std::exchange(shown, appearance) == appearance)
        return;
    const bool system = appearance == Appearance::System;
    QApplication::setStyle(new RoomyStyle(system ? systemStyle : QStringLiteral("fusion")));
    // Left alone where it is right already: one that was set no longer follows the desktop's.
    const QPalette wanted = system ? systemPalette : paletteOf(appearance == Appearance::Dark);
    if (QApplication::palette() != wanted)
        QApplication::setPalette(wanted);
#endif
}

} // namespace partway
