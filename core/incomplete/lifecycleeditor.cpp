// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/lifecycleeditor.h"

#include "incomplete/canonicalxml.h"

namespace partway {

namespace {

bool sameRules(const QByteArray& a, const QByteArray& b)
{
    return a == b || canonicalLines(a) == canonicalLines(b);
}

// Writes the plan: looks first whether it still holds, writes, and reads what became of it.
class Application final : public std::enable_shared_from_this<Application>
{
public:
    Application(StoreCalls& calls, LifecyclePlan plan, LifecycleEditor::Applied done)
        : m_calls(calls), m_plan(std::move(plan)), m_done(std::move(done))
    {
    }

    void start()
    {
        read([self = shared_from_this()](const Result<LifecycleAnswer>& now) { self->check(now); });
    }

private:
    void read(const StoreCalls::Answer<LifecycleAnswer>& then)
    {
        m_calls.ask<LifecycleAnswer>([&store = m_calls.store(), bucket = m_plan.bucket](
                                         const auto& answer) { return store.getLifecycle(bucket, answer); },
                                     then);
    }

    void check(const Result<LifecycleAnswer>& now)
    {
        if (!now) {
            m_done(now.error());
            return;
        }
        if (now->exists != m_plan.now.exists || !sameRules(now->document, m_plan.now.document)) {
            m_done(Error{.kind = ErrorKind::Conflict,
                         .code = QStringLiteral("lifecycle-changed"),
                         .resource = m_plan.bucket});
            return;
        }
        if (!m_plan.wanted.isEmpty())
            write(ChecksumMode::Md5);
        else if (now->exists)
            remove();
        else
            m_done(QList<CleanUpRule>());
    }

    void write(ChecksumMode checksum)
    {
        const PutLifecycleInput input{.bucket = m_plan.bucket,
                                      .document = m_plan.wanted,
                                      .minimumObjectSize = m_plan.now.minimumObjectSize,
                                      .checksum = checksum};
        m_calls.ask<void>([&store = m_calls.store(),
                           input](const auto& answer) { return store.putLifecycle(input, answer); },
                          [self = shared_from_this(), checksum](const Result<void>& written) {
                              // Directory buckets know no Content-MD5, older stores nothing else.
                              const bool another = !written && checksum == ChecksumMode::Md5 &&
                                                   self->mayBeTheChecksum(written.error());
                              if (another)
                                  self->write(ChecksumMode::Crc32);
                              else
                                  self->takeWritten(written);
                          });
    }

    static bool mayBeTheChecksum(const Error& error)
    {
        static const QStringList codes{QStringLiteral("InvalidRequest"), QStringLiteral("InvalidDigest"),
                                       QStringLiteral("InvalidArgument"),
                                       QStringLiteral("MissingContentMD5")};
        return codes.contains(error.code);
    }

    void remove()
    {
        m_calls.ask<void>(
            [&store = m_calls.store(), bucket = m_plan.bucket](const auto& answer) {
                return store.deleteLifecycle(bucket, answer);
            },
            [self = shared_from_this()](const Result<void>& removed) { self->takeWritten(removed); });
    }

    void takeWritten(const Result<void>& written)
    {
        if (!written) {
            m_done(written.error());
            return;
        }
        read([self = shared_from_this()](const Result<LifecycleAnswer>& now) { self->compare(now); });
    }

    void compare(const Result<LifecycleAnswer>& now)
    {
        if (!now) {
            m_done(now.error());
            return;
        }
        const Result<QList<CleanUpRule>> rules = cleanUpRules(now->document);
        if (!rules) {
            m_done(rules.error());
            return;
        }
        const bool empty = m_plan.wanted.isEmpty() && rules->isEmpty();
        if (empty || sameRules(now->document, m_plan.wanted)) {
            m_done(*rules);
            return;
        }
        const bool kept = sameRules(now->document, m_plan.now.document);
        Error error{.kind = ErrorKind::Refused,
                    .code = kept ? QStringLiteral("lifecycle-ignored") : QStringLiteral("lifecycle-altered"),
                    .resource = m_plan.bucket};
        if (!kept)
            error.message =
                lineDifference(canonicalLines(m_plan.wanted), canonicalLines(now->document)).join(u'\n');
        m_done(error);
    }

    StoreCalls& m_calls;
    LifecyclePlan m_plan;
    LifecycleEditor::Applied m_done;
};

} // namespace

bool LifecyclePlan::changesNothing() const
{
    return wanted.isEmpty() ? rules.isEmpty() : sameRules(now.document, wanted);
}

QStringList LifecyclePlan::difference() const
{
    return lineDifference(canonicalLines(now.document), canonicalLines(wanted));
}

LifecycleEditor::LifecycleEditor(ObjectStore& store, std::chrono::milliseconds retryPause)
    : m_calls(std::make_shared<StoreCalls>(store, retryPause))
{
}

LifecycleEditor::~LifecycleEditor() = default;

void LifecycleEditor::read(const QString& bucket, Planned done)
{
    plan(
        bucket, [](const QByteArray& document) -> Result<QByteArray> { return document; }, std::nullopt,
        std::move(done));
}

void LifecycleEditor::planRule(const QString& bucket, const CleanUpWish& wish, Planned done)
{
    plan(
        bucket, [wish](const QByteArray& document) { return withCleanUpRule(document, wish); }, wish,
        std::move(done));
}

void LifecycleEditor::planRemoval(const QString& bucket, Planned done)
{
    plan(
        bucket, [](const QByteArray& document) { return withoutCleanUpRule(document); }, std::nullopt,
        std::move(done));
}

void LifecycleEditor::apply(const LifecyclePlan& plan, Applied done)
{
    std::make_shared<Application>(*m_calls, plan, std::move(done))->start();
}

void LifecycleEditor::plan(const QString& bucket, const Edit& edit, std::optional<CleanUpWish> wish,
                           Planned done)
{
    m_calls->ask<LifecycleAnswer>(
        [&store = m_calls->store(), bucket](const auto& answer) {
            return store.getLifecycle(bucket, answer);
        },
        [bucket, edit, wish, done = std::move(done)](const Result<LifecycleAnswer>& now) {
            if (!now) {
                done(now.error());
                return;
            }
            const Result<QList<CleanUpRule>> rules = cleanUpRules(now->document);
            const Result<QByteArray> wanted = edit(now->document);
            if (!rules || !wanted) {
                done(rules ? wanted.error() : rules.error());
                return;
            }
            LifecyclePlan plan{.bucket = bucket, .now = *now, .wanted = *wanted, .rules = *rules};
            if (wish)
                plan.covered = coveringRule(*rules, *wish);
            done(plan);
        });
}

} // namespace partway
