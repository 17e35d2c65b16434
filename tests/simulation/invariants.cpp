// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/checksum.h"
#include "simulation/simulation.h"

namespace partway {

bool Simulation::isPromised(const ModelStore::Object& object, const Promise& promise) const
{
    if (promise.plan.open || object.size != promise.file.size || object.contents.size() != promise.plan.count)
        return false;
    for (int i = 0; i < promise.plan.count; ++i) {
        if (object.contents.at(i) != promise.file.content(promise.plan.range(i + 1)))
            return false;
    }
    return true;
}

bool Simulation::replacesAnothers(const QByteArray& key) const
{
    const auto object = m_store.objects.constFind(key);
    return object != m_store.objects.constEnd() && !isOurs(*object);
}

// Only the answer tells that a small file without a checksum was written to while it was sent, or that the
// source of a small copy was another one for a store that knows no conditions of it.
bool Simulation::isUnchecked() const
{
    return m_promise.plan.direct && (m_spec.copy ? !m_pins : m_spec.checksum == ChecksumMode::None);
}

// An object that carries our token is a file as it was promised, whole, at every moment.
void Simulation::wrote(const QByteArray& key)
{
    m_othersTouched = false;
    const ModelStore::Object& object = m_store.objects[key];
    bool whole = false;
    for (const Promise& promise : std::as_const(m_promises)) {
        if (isPromised(object, promise)) {
            whole = true;
            m_wrote.insert(promise.file.stamp);
        }
    }
    tell(QStringLiteral("  the object is made"));
    if (isOurs(object) && !whole && !isUnchecked())
        violated("object is the file",
                 QStringLiteral("an object of ours is not the file as it was promised"));
}

// What another client put there is not replaced unless that was allowed. Where the store does not help, only
// what was there from the start can be seen in time.
void Simulation::checkReplaced(const QByteArray& key, bool allowed)
{
    if (allowed)
        return;
    const bool helps = m_store.traits.conditions == StoreTraits::Conditions::Honoured;
    const bool seen = m_objectFromStart && key == m_spec.key && m_store.traits.mayHead;
    if (helps || seen)
        violated("replaces nothing", QStringLiteral("another client's object was replaced"));
}

void Simulation::checkIntent(bool written, const char* what)
{
    if (!written)
        violated("intent first",
                 QStringLiteral("%1 is asked for and the journal does not know").arg(QLatin1String(what)));
}

// What the process was told is stored, or was shown with these very bytes, is not sent again.
void Simulation::checkSend(const command::SendPart& command, Content content)
{
    const QString upload = m_machine->state().uploadId;
    const int number = command.number;
    const bool listedHere = m_listedWhole && m_listedUpload == upload;
    const ListedPart listed = m_listed.value(number);
    if (m_stored.contains({upload, number})) {
        const bool lost = listedHere && bareEtag(listed.etag) != bareEtag(m_storedEtags.value(number));
        // What was written to since then is another part.
        const QByteArray known = m_storedMd5s.value(number);
        const bool other = m_store.uploads.value(upload).parts.value(number).content != content ||
                           (!known.isEmpty() && known != ModelStore::md5Of(content));
        const bool unknown = m_store.traits.opaqueEtags && m_spec.checksum == ChecksumMode::None;
        if (!lost && !other && !unknown)
            violated("sent once", QStringLiteral("part %1 is stored and is sent again").arg(number));
        m_stored.remove({upload, number});
        return;
    }
    // Of a copy nobody knows the bytes: what was listed and not recorded is copied again.
    if (!listedHere || listed.number != number || copiesOnServer())
        return;
    const bool sameSum = m_store.crcMode && listed.checksum == ModelStore::crcOf(content);
    const bool sameEtag =
        !m_machine->state().opaqueEtags && bareEtag(listed.etag) == ModelStore::md5Of(content).toHex();
    if (sameSum || sameEtag)
        violated("sent once", QStringLiteral("part %1 was listed as it is and is sent again").arg(number));
}

void Simulation::checkStranger(const QString& upload)
{
    const auto there = m_store.uploads.constFind(upload);
    if (there != m_store.uploads.constEnd() && !there->ours && there->goneMs == 0)
        violated("strangers stay", QStringLiteral("another client's upload %1 is ended").arg(upload));
}

// At every moment a row says what a person understands, and what works has something to wait for.
void Simulation::checkRow()
{
    if (!m_machine)
        return;
    const UploadState& state = m_machine->state();
    const bool mute = state.phase == Phase::NeedsAttention && state.attention == Attention::None;
    const bool odd = state.phase == Phase::Failed &&
                     (!state.error || state.error->code.isEmpty() || state.error->kind == ErrorKind::Bug);
    if (mute || odd)
        violated("understood", QStringLiteral("%1 without a reason for people: %2")
                                   .arg(phaseName(state.phase), state.error ? state.error->code : QString()));
    const bool idle =
        m_machine->isQuiet() && m_open.isEmpty() && m_wait == 0 && !m_saving && m_todo.isEmpty();
    const bool waitsForSource = m_machine->waitsForSource() && m_watches;
    if (isRunning(state.phase) && idle && m_awake && !waitsForSource)
        violated("never stands still",
                 QStringLiteral("nothing is going on in %1").arg(phaseName(state.phase)));
}

void Simulation::checkFinished()
{
    const Proof proof = m_machine->state().finished.value_or(FinishedObject{}).proof;
    const auto object = m_store.objects.constFind(m_machine->key());
    const bool there = object != m_store.objects.constEnd() && isOurs(*object);
    // Nothing vouches for their bytes if the ETag was not heard or says nothing.
    const bool unchecked = isUnchecked() && !proof.etag && !proof.checksum;
    if (there && !unchecked && !isPromised(*object, m_promise))
        violated("finished is true", QStringLiteral("finished with another file than was promised"));
    const bool wasThere = unchecked || m_wrote.contains(m_promise.file.stamp);
    if (!there && !(m_othersTouched && wasThere))
        violated("finished is true", QStringLiteral("finished, and the object is not there"));
    if (!proof.answer && !proof.token && !proof.etag && !proof.checksum)
        violated("finished is true", QStringLiteral("finished without a proof"));
    const bool looked = proof.size || proof.token;
    if ((looked && !m_store.traits.mayHead) || (proof.answer && !m_answered))
        violated("finished is true", QStringLiteral("the proof says what nobody saw"));
}

void Simulation::checkEnd()
{
    m_outcome.end = m_machine->phase();
    const bool leftovers = m_machine->state().leftovers;
    bool left = false;
    for (auto upload = m_store.uploads.cbegin(); upload != m_store.uploads.cend(); ++upload) {
        if (!upload->ours || upload->goneMs != 0)
            continue;
        if (upload->lingers && m_store.traits.listingLagMs > 0)
            continue; // a listing that lags does not show it; the inventory does one day, and spares the
                      // object
        // Only a Complete without a condition would clear it, and that could replace another client's object;
        // or a part that arrived twice has another ETag now.
        const bool careful = m_spec.ifExists != IfExists::Replace || m_store.traits.opaqueEtags;
        const bool mustStay = upload->lingers && careful;
        left = left || !mustStay;
        if (!leftovers)
            violated("nothing is left", QStringLiteral("%1 is left on the store after %2")
                                            .arg(upload.key(), phaseName(m_outcome.end)));
    }
    if (left && m_store.traits.hasAllRights() && m_profile.listsParts)
        violated("nothing is left", QStringLiteral("an upload is left that could have been removed"));
    const auto object = m_store.objects.constFind(m_machine->key());
    // What was made before the person started over is a whole file and stays.
    const bool made =
        object != m_store.objects.constEnd() && isOurs(*object) && m_wrote.contains(m_promise.file.stamp);
    if (m_outcome.end == Phase::Aborted && made && !leftovers)
        violated("nothing is left", QStringLiteral("aborted, and the object is there"));
}

} // namespace partway
