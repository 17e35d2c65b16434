// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/largepieces.h"

#include <QVersionNumber>

#include <algorithm>
#include <array>
#include <atomic>

namespace partway::largepieces {

namespace {

// Minor versions of Qt 6 under which the tests of large pieces were run.
constexpr std::array triedMinors{4, 8};

enum class Verdict { None, Probing, Proven, Refuted };
std::atomic<Verdict> verdict{Verdict::None}; // of this process: one Qt, one verdict

bool isTriedVersion()
{
    const QVersionNumber running = QVersionNumber::fromString(QLatin1String(qVersion()));
    return running.majorVersion() == 6 &&
           std::find(triedMinors.begin(), triedMinors.end(), running.minorVersion()) != triedMinors.end();
}

} // namespace

bool isSupported()
{
    static const bool supported = isTriedVersion() && qgetenv("PARTWAY_LARGE_PIECES") != "0";
    return supported;
}

bool isProven()
{
    return verdict == Verdict::Proven;
}

bool needsProbe()
{
    Verdict none = Verdict::None;
    return isSupported() && verdict.compare_exchange_strong(none, Verdict::Probing);
}

void setProven(bool proven)
{
    verdict = proven ? Verdict::Proven : Verdict::Refuted;
}

void probeIsLost()
{
    verdict = Verdict::None;
}

QMetaMethod signalOf(const QNetworkReply& reply)
{
    const QMetaObject* type = reply.metaObject();
    const int index = type->indexOfSignal("haveUploadData(qint64,QByteArray,bool,qint64)");
    return index < 0 ? QMetaMethod() : type->method(index);
}

void handOver(QNetworkReply& reply, const QMetaMethod& signal, qint64 place, const QByteArray& piece,
              qint64 size)
{
    constexpr bool isLast = false; // Qt sees by the length that it has everything
    signal.invoke(&reply, Qt::DirectConnection, Q_ARG(qint64, place), Q_ARG(QByteArray, piece),
                  Q_ARG(bool, isLast), Q_ARG(qint64, size));
}

} // namespace partway::largepieces
