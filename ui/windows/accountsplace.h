// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace partway {

class AccountBook;
class MainWindow;
class TransferQueue;

// Puts the page of accounts into the window; book and queue outlive it.
void addAccountsPlace(MainWindow& window, AccountBook& book, TransferQueue& queue);

} // namespace partway
