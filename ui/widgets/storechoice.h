// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QString;

namespace partway {

class AccountList;

// Fills the box with a person's accounts that reach a store by themselves, and chooses this one of them, else
// the first. A server that holds the keys shows no buckets and signs nothing ahead: it is not among them.
void fillWithStores(QComboBox& box, const AccountList& accounts, const QString& chosen);

} // namespace partway
