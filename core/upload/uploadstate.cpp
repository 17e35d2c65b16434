// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/uploadstate.h"

#include <array>

namespace partway {

namespace {

template <typename T>
struct Named
{
    T value;
    const char* name;
};

constexpr std::array<Named<Phase>, 13> phaseNames{{
    {Phase::Waiting, "waiting"},
    {Phase::Creating, "creating"},
    {Phase::Reconciling, "reconciling"},
    {Phase::Sending, "sending"},
    {Phase::Completing, "completing"},
    {Phase::Confirming, "confirming"},
    {Phase::Paused, "paused"},
    {Phase::NeedsAttention, "needs-attention"},
    {Phase::Aborting, "aborting"},
    {Phase::Aborted, "aborted"},
    {Phase::Skipped, "skipped"},
    {Phase::Finished, "finished"},
    {Phase::Failed, "failed"},
}};

constexpr std::array<Named<Attention>, 7> attentionNames{{
    {Attention::None, "none"},
    {Attention::SourceChanged, "source-changed"},
    {Attention::SourceMissing, "source-missing"},
    {Attention::CannotCopy, "cannot-copy"},
    {Attention::ObjectExists, "object-exists"},
    {Attention::SignIn, "sign-in"},
    {Attention::OutcomeUnknown, "outcome-unknown"},
}};

constexpr std::array<Named<Hold>, 7> holdNames{{
    {Hold::None, "none"},
    {Hold::Backoff, "backoff"},
    {Hold::Throttled, "throttled"},
    {Hold::Network, "network"},
    {Hold::Portal, "portal"},
    {Hold::Proxy, "proxy"},
    {Hold::SignIn, "sign-in"},
}};

constexpr std::array<Named<SourceKind>, 3> sourceKindNames{{
    {SourceKind::File, "file"},
    {SourceKind::Followed, "followed"},
    {SourceKind::Stream, "stream"},
}};

constexpr std::array<Named<IfExists>, 5> ifExistsNames{{
    {IfExists::Replace, "replace"},
    {IfExists::Skip, "skip"},
    {IfExists::Rename, "rename"},
    {IfExists::Fail, "fail"},
    {IfExists::Ask, "ask"},
}};

template <typename T, size_t n>
QString nameIn(const std::array<Named<T>, n>& table, T value)
{
    for (const Named<T>& entry : table) {
        if (entry.value == value)
            return QString::fromLatin1(entry.name);
    }
    return {};
}

template <typename T, size_t n>
const Named<T>* findIn(const std::array<Named<T>, n>& table, const QString& name)
{
    for (const Named<T>& entry : table) {
        if (name == QLatin1String(entry.name))
            return &entry;
    }
    return nullptr;
}

} // namespace

QString phaseName(Phase phase)
{
    return nameIn(phaseNames, phase);
}

Phase phaseFromName(const QString& name)
{
    const auto* entry = findIn(phaseNames, name);
    return entry ? entry->value : Phase::Waiting;
}

QString attentionName(Attention attention)
{
    return nameIn(attentionNames, attention);
}

Attention attentionFromName(const QString& name)
{
    const auto* entry = findIn(attentionNames, name);
    return entry ? entry->value : Attention::None;
}

QString holdName(Hold hold)
{
    return nameIn(holdNames, hold);
}

QString sourceKindName(SourceKind kind)
{
    return nameIn(sourceKindNames, kind);
}

SourceKind sourceKindFromName(const QString& name)
{
    const auto* entry = findIn(sourceKindNames, name);
    return entry ? entry->value : SourceKind::File;
}

QString ifExistsName(IfExists policy)
{
    return nameIn(ifExistsNames, policy);
}

bool ifExistsFromName(const QString& name, IfExists* policy)
{
    const auto* entry = findIn(ifExistsNames, name);
    if (entry)
        *policy = entry->value;
    return entry != nullptr;
}

bool isEnded(Phase phase)
{
    return phase == Phase::Finished || phase == Phase::Skipped || phase == Phase::Aborted;
}

bool isRunning(Phase phase)
{
    switch (phase) {
    case Phase::Creating:
    case Phase::Reconciling:
    case Phase::Sending:
    case Phase::Completing:
    case Phase::Confirming:
    case Phase::Aborting:
        return true;
    case Phase::Waiting:
    case Phase::Paused:
    case Phase::NeedsAttention:
    case Phase::Aborted:
    case Phase::Skipped:
    case Phase::Finished:
    case Phase::Failed:
        return false;
    }
    return false;
}

QByteArray wishedKey(const UploadSpec& spec, const UploadState& state)
{
    return state.renamedKey.isEmpty() ? spec.key : state.renamedKey;
}

ObjectPlace objectPlace(const UploadSpec& spec, const UploadState& state)
{
    return {.bucket = state.storeBucket.isEmpty() ? spec.bucket : state.storeBucket,
            .key = state.storeKey.isEmpty() ? wishedKey(spec, state) : state.storeKey};
}

} // namespace partway
