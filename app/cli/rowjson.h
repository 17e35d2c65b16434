// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QJsonObject>

namespace partway {

// Pieces of the JSON lines that several commands print.
QJsonObject rowJson(const char* event, const TransferRow& row); // event, id, path, bucket, key, size
QJsonObject errorJson(const Error& error);                      // kind, code, sentence, message …
void insertState(QJsonObject& object, const TransferRow& row);  // phase, hold, attention, error

} // namespace partway
