// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/decisions.h"

#include <QString>

#include <functional>

namespace partway {

// What is left of a failing story when everything is taken out that it does not need.
struct Shrunk
{
    Decisions::Kept kept; // decisions without which the same invariant holds
    int tries = 0;
};

// Plays the story of a seed with these decisions alone and tells which invariant broke (empty: none), and
// what was decided on the way.
struct Played
{
    QString broken;
    std::vector<Decisions::Id> made;
};
using Play = std::function<Played(const Decisions::Kept& kept)>;

// Delta debugging over the decisions: takes out halves, quarters … single ones while the same invariant still
// breaks.
Shrunk shrink(const Played& failing, const Play& play, int mostTries = 2'000);

} // namespace partway
