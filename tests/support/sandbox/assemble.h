// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

namespace partway::sandbox {

// Makes `target` out of the files, one behind the other. The files stay as they are until the object is
// there: a sandbox that is killed in between has lost nothing. Holes stay holes. Throws Failure.
void assemble(const QStringList& files, const QString& target, const std::function<void()>& alive);

} // namespace partway::sandbox
