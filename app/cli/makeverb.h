// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verb.h"
#include "workplace.h"

#include <type_traits>

namespace partway {

// Makes a command from its options; those that name accounts are read with the list of them.
template <typename Kind, auto optionsOf>
Verb::Made makeCommand(const Verb::Parser& parser, Workplace& workplace, Console& console)
{
    const auto read = [&] {
        if constexpr (std::is_invocable_v<decltype(optionsOf), const Verb::Parser&>)
            return optionsOf(parser);
        else
            return optionsOf(parser, workplace.accounts());
    };
    const auto options = read();
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    return std::make_unique<Kind>(workplace, console, std::get<0>(options));
}

// Makes a command that is given one account: the one that its options mean.
template <typename Kind, typename Options, OrComplaint<Options> (*optionsOf)(const Verb::Parser&)>
Verb::Made makeStoreCommand(const Verb::Parser& parser, Workplace& workplace, Console& console)
{
    const OrComplaint<Options> options = optionsOf(parser);
    if (const Complaint* complaint = complaintOf(options))
        return *complaint;
    const OrComplaint<Account> account = accountFor(std::get<Options>(options).store, workplace);
    if (const Complaint* complaint = complaintOf(account))
        return *complaint;
    return std::make_unique<Kind>(workplace, console, std::get<Account>(account), std::get<Options>(options));
}

} // namespace partway
