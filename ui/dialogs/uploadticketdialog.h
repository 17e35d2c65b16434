// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/ticketuse.h"

#include <QDialog>

#include <optional>

class QPushButton;

namespace partway {

class FileChooser;
class Verdict;

// Sends one file with an upload ticket: says what the ticket is for, takes the file, and looks at its size
// before anything can be sent.
class UploadTicketDialog final : public QDialog
{
    Q_OBJECT
public:
    UploadTicketDialog(const UploadTicket& ticket, const QString& ticketPath, QWidget* parent);

    void setFile(const QString& path);

Q_SIGNALS:
    void goes(const partway::TicketUse& use);

private:
    void makeForm(const UploadTicket& ticket);
    void look(const QString& path);
    void send();

    const QString m_ticketPath;
    const QString m_fileName; // that is expected; may be empty
    FileChooser* m_file = nullptr;
    Verdict* m_verdict = nullptr;
    QPushButton* m_send = nullptr;
    std::optional<TicketUse> m_use; // with a file that fits
};

} // namespace partway
