// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace partway {

inline double secondsOf(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// How long the window keeps a person waiting: each pass over all that is to be done, by the clock on the wall
// and by the processor time of its thread. On a busy machine only the latter says something about the window.
class LoopTimes final
{
public:
    void pass()
    {
        QElapsedTimer wall;
        wall.start();
        const double cpu = secondsOf(CLOCK_THREAD_CPUTIME_ID);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        m_walls.push_back(static_cast<double>(wall.nsecsElapsed()) / 1e6);
        m_cpus.push_back((secondsOf(CLOCK_THREAD_CPUTIME_ID) - cpu) * 1e3);
        QThread::usleep(1'000);
    }

    void print(const char* what)
    {
        std::printf("%-12s %zu passes; wall: p50 %.1f p99 %.1f max %.1f ms; processor: p50 %.1f p99 %.1f "
                    "max %.1f ms\n",
                    what, m_walls.size(), at(m_walls, 0.5), at(m_walls, 0.99), at(m_walls, 1),
                    at(m_cpus, 0.5), at(m_cpus, 0.99), at(m_cpus, 1));
        std::fflush(stdout);
    }

private:
    static double at(std::vector<double>& times, double share)
    {
        if (times.empty())
            return 0;
        std::sort(times.begin(), times.end());
        return times[static_cast<size_t>(share * static_cast<double>(times.size() - 1))];
    }

    std::vector<double> m_walls, m_cpus;
};

// Notes the longest handlings of one event: what nothing can come between.
class BenchApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0 || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        const QByteArray name =
            receiver->metaObject()->className() + QByteArray(", event ") + QByteArray::number(event->type());
        const double before = secondsOf(CLOCK_THREAD_CPUTIME_ID);
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        double& longest = m_longest[name];
        longest = std::max(longest, (secondsOf(CLOCK_THREAD_CPUTIME_ID) - before) * 1e3);
        return taken;
    }

    void print(const char* what)
    {
        std::vector<std::pair<double, QByteArray>> pieces;
        for (auto piece = m_longest.cbegin(); piece != m_longest.cend(); ++piece)
            pieces.emplace_back(*piece, piece.key());
        std::sort(pieces.rbegin(), pieces.rend());
        pieces.resize(std::min<size_t>(pieces.size(), 4));
        for (const auto& [time, name] : pieces)
            std::printf("%-12s longest piece: %.1f ms of processor time in %s\n", what, time,
                        name.constData());
    }
    void forget() { m_longest.clear(); }

private:
    QHash<QByteArray, double> m_longest;
    int m_depth = 0;
};

inline BenchApplication* application()
{
    return static_cast<BenchApplication*>(QCoreApplication::instance());
}

} // namespace partway
