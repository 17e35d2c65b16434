// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchangelog.h"

#include <QDialog>

namespace partway {

// The request that failed and what came back, to read and to copy.
class ExchangeDialog final : public QDialog
{
    Q_OBJECT
public:
    ExchangeDialog(const QString& name, const Exchange& exchange, QWidget* parent);
};

} // namespace partway
