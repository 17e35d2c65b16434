// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace partway {

// The two streams of the program and who may write on them. Results go to standard output, everything else to
// standard error; with --json standard output carries JSON lines only. On a terminal a block of progress
// lines stays below what is written.
class Console
{
public:
    enum class Style { Plain, Json, Quiet };

    explicit Console(Style style);
    ~Console();

    bool isJson() const { return m_style == Style::Json; }
    bool isQuiet() const { return m_style == Style::Quiet; }
    bool showsProgress() const { return m_live; }

    void say(const QString& line);               // a result; not with --json or --quiet
    void give(const QByteArray& secret);         // as say(), a result that is a secret on purpose, as it is
    void note(const QString& line);              // by the way, on standard error; not with --json or --quiet
    void complain(const QString& line);          // always, on standard error
    void event(const QJsonObject& object);       // one line of JSON; only with --json
    void showProgress(const QStringList& lines); // replaces the block; only on a terminal
    void clearProgress();

private:
    void write(FILE* stream, const QByteArray& line);

    Style m_style;
    bool m_live = false;
    QStringList m_block; // on the screen now
};

} // namespace partway
