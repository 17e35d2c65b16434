// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QVariant>

namespace partway {

// What of a spec and a state has no column of its own, as compact JSON: only what differs from the default,
// and nothing at all (empty text) for most rows, so that 100,000 of them are read without a parser. Pure.
QString specMore(const UploadSpec& spec);
void readSpecMore(const QString& text, UploadSpec* spec);
QString copyText(const std::optional<CopySource>& copy); // its own column; empty: none
std::optional<CopySource> readCopyText(const QString& text);
QString stateMore(const UploadState& state);
void readStateMore(const QString& text, UploadState* state);

// The cuts of a plan that is not regular, as lengths by number: "1*3:65536 10:70000" is parts 1 to 3 of
// 65,536 bytes and part 10 of 70,000. Empty for a regular plan. What cannot be read, or is another size than
// the plan, leaves a plan without parts, which never completes.
QString planParts(const PartPlan& plan);
void readPlanParts(const QString& text, PartPlan* plan);

// An ETag of 32 hex digits in quotes takes 16 bytes; any other is kept as the text it is.
QVariant packEtag(const QByteArray& etag);
QByteArray unpackEtag(const QVariant& packed);

} // namespace partway
