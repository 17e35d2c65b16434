// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaMethod>
#include <QNetworkReply>

namespace partway {

// QNetworkAccessManager moves a body in pieces of 16 KiB between two threads, and most of what an upload
// costs is that. Its reply has a private signal that takes a piece of any size, if it comes for exactly the
// place where the network stands; any other is ignored. Large pieces are handed over there.
//
// It leans on what Qt does not promise, so it is used only where three things hold: the Qt minor version is
// one that was tried, the signal is there, and the probe of this very process (pieceprobe.h) brought a body
// over unchanged. Otherwise, or with PARTWAY_LARGE_PIECES=0 in the environment, Qt's own way is taken.
enum class LargePieces { Off, On, WhenProven };

namespace largepieces {

constexpr qint64 pieceSize = 256 * 1024;
constexpr qint64 worthwhile = 64 * 1024; // smaller bodies go Qt's way

bool isSupported(); // by the version of Qt that runs, and not switched off
bool isProven();    // by the probe; from any thread
bool needsProbe();  // true once per process: who asks has to probe
void setProven(bool proven);
void probeIsLost(); // it ended without a verdict: the next transport probes

QMetaMethod signalOf(const QNetworkReply& reply); // invalid where there is none
// At `place`, of a body of `size` bytes in all.
void handOver(QNetworkReply& reply, const QMetaMethod& signal, qint64 place, const QByteArray& piece,
              qint64 size);

} // namespace largepieces

} // namespace partway
