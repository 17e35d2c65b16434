// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transferqueue.h"

#include <QDialog>

namespace partway {

// Names what could not be taken, each with its reason.
class RefusedDialog final : public QDialog
{
    Q_OBJECT
public:
    RefusedDialog(const QList<RefusedPath>& refused, QWidget* parent);
};

} // namespace partway
