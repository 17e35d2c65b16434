// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace partway {

class MainWindow;
struct WindowParts;

// Adds the place "Buckets" to the window, and lets its destination be chosen from the same tree.
void addBucketsPlace(MainWindow& window, const WindowParts& parts);

} // namespace partway
