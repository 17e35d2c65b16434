// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace partway {

// What a second start hands over to the first.
struct Handover
{
    QStringList paths; // absolute
    QString to;        // s3://BUCKET/PREFIX; empty: what the window shows
    QString account;   // a name; empty: the one that the window shows
    bool sandbox = false;

    bool operator==(const Handover&) const = default;
};

QByteArray writeHandover(const Handover& handover); // one line
Result<Handover> readHandover(const QByteArray& line);

// What the command line of the window says.
struct Options
{
    Handover handover;
    QString stateDir;
    bool background = false; // in the tray, without a window
};

// An Error of kind Refused has the parser's words for people in `message`.
Result<Options> readOptions(const QStringList& arguments);
bool asksForHelpOrVersion(int argc, char** argv); // answered without a display
QString helpText();

} // namespace partway
