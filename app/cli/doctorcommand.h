// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/networksecrets.h"
#include "base/randomness.h"
#include "command.h"
#include "console.h"
#include "doctor/doctor.h"
#include "storechoice.h"
#include "values.h"
#include "workplace.h"

#include <memory>

namespace partway {

struct DoctorOptions
{
    StoreChoice store;
    S3Url place;
};

void describeDoctor(QCommandLineParser& parser);
OrComplaint<DoctorOptions> doctorOptionsOf(const QCommandLineParser& parser);

// `doctor`: the connection test as text, and what it learnt written to the account. Main thread, no queue.
class DoctorCommand final : public Command
{
    Q_OBJECT
public:
    DoctorCommand(Workplace& workplace, Console& console, Account account, S3Url place);
    ~DoctorCommand() override;

    void start() override;
    void interrupt() override; // cleans up first

private:
    void examine(const Credentials& keys, const NetworkSecrets& network);
    void tell(const Finding& finding);
    void sayCertificates(const Finding& finding);
    void finish();
    void remember();
    void sayPolicy();
    ExitCode exitCode() const;
    void fail(const Error& error);

    Workplace& m_workplace;
    Console& m_console;
    const Account m_account;
    const S3Url m_place;
    SystemRandomness m_randomness;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Doctor> m_doctor; // goes before the transport
};

} // namespace partway
