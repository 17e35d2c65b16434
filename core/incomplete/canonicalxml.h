// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace partway {

// The document with one element on a line, indented, names without their prefixes, attributes in order:
// equal lines, equal documents. Blanks between elements do not count, a text of blanks alone does. A
// namespace other than the document's is written out. Empty if it is not XML.
QStringList canonicalLines(const QByteArray& document);

// Lines of both: those only in `before` begin with "- ", those only in `after` with "+ ", others with "  ".
QStringList lineDifference(const QStringList& before, const QStringList& after);

} // namespace partway
