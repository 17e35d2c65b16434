// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include "base/redact.h"
#include "terminal.h"

#include <QJsonDocument>

#include <cstdio>

namespace partway {

namespace {

// A name with control characters must not move the cursor or change the title of the terminal.
QByteArray harmless(const QString& line)
{
    QString text = redact(line);
    for (QChar& c : text) {
        if ((c.unicode() < 0x20 && c != QLatin1Char('\t')) || (c.unicode() >= 0x7f && c.unicode() < 0xa0))
            c = QChar(QChar::ReplacementCharacter);
    }
    return text.toUtf8() + '\n';
}

} // namespace

Console::Console(Style style) : m_style(style), m_live(style == Style::Plain && isTerminal(Channel::Err)) {}

Console::~Console()
{
    clearProgress();
}

void Console::say(const QString& line)
{
    if (m_style == Style::Plain)
        write(stdout, harmless(line));
}

void Console::give(const QByteArray& secret)
{
    if (m_style == Style::Plain)
        write(stdout, secret + '\n');
}

void Console::note(const QString& line)
{
    if (m_style == Style::Plain)
        write(stderr, harmless(line));
}

void Console::complain(const QString& line)
{
    write(stderr, harmless(line));
}

void Console::event(const QJsonObject& object)
{
    if (m_style == Style::Json)
        write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Console::showProgress(const QStringList& lines)
{
    if (!m_live || lines == m_block)
        return;
    clearProgress();
    const int width = terminalWidth() - 1; // a full line would wrap and cost one more
    for (const QString& line : lines)
        std::fputs(harmless(line.left(width)).constData(), stderr);
    std::fflush(stderr);
    m_block = lines;
}

void Console::clearProgress()
{
    if (m_block.isEmpty())
        return;
    std::fprintf(stderr, "\x1b[%dA\x1b[J", int(m_block.size()));
    std::fflush(stderr);
    m_block.clear();
}

void Console::write(FILE* stream, const QByteArray& line)
{
    const QStringList block = m_block;
    clearProgress();
    std::fwrite(line.constData(), 1, size_t(line.size()), stream);
    std::fflush(stream);
    showProgress(block);
}

} // namespace partway
