// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/bedside.h"
#include "doctor/reach.h"

#include <memory>

namespace partway {

class ChecksumExam;
class CompanionExam;
class FirstAnswer;
class RightsExam;
class Scratch;
class WriteExam;

// Examines a store step by step: whether it can be reached, how it is spoken to, what the keys may do, what
// it checks and which conditions it keeps. Writes only under one scratch key of a random name and takes
// everything away again, also when cancelled; deletes nothing that it has not made. Lives on the transport's
// thread; the transport outlives it.
class Doctor final : public QObject
{
    Q_OBJECT
public:
    Doctor(Patient patient, Reach::Wish reach, Transport& transport, const Clock& clock,
           Randomness& randomness, QObject* parent = nullptr);
    ~Doctor() override; // leaves what is on the store; cancel() and wait for ended() to have it cleaned

    void start();
    void cancel(); // cleans up and ends; the second time: ends at once

    QByteArray scratchKey() const;
    const QList<Finding>& findings() const { return m_findings; }
    bool wasCancelled() const { return m_cancelled; }

Q_SIGNALS:
    void found(const partway::Finding& finding);
    void ended(); // once, never from inside start() or cancel()

private:
    void take(Finding finding);
    void reached(bool stands);
    void examine();
    void clean();
    void stopNow();
    void end();
    template <typename Work>
    void later(Work work);

    const Reach::Wish m_reachWish;
    const Clock& m_clock;
    QList<Finding> m_findings;
    std::unique_ptr<Bedside> m_bedside;
    std::unique_ptr<Scratch> m_scratch;
    std::unique_ptr<Reach> m_reach;
    std::unique_ptr<FirstAnswer> m_first;
    std::unique_ptr<RightsExam> m_rights;
    std::unique_ptr<ChecksumExam> m_checksums;
    std::unique_ptr<WriteExam> m_writes;
    std::unique_ptr<CompanionExam> m_companion; // instead of all these
    bool m_cancelled = false;
    bool m_cleaning = false;
    bool m_ended = false;
};

} // namespace partway
