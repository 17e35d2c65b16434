// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeoffice.h"
#include "incomplete/inventory.h"

#include <QObject>

namespace partway {

// What a survey brought since the last time, in its order.
struct SurveyNews
{
    QList<IncompleteUpload> found;
    QList<IncompleteUpload> counted;
    QList<UploadRef> gone;
    QList<BucketReport> buckets;
};

// Runs surveys of an account's store in the office, one at a time, and brings what they find in batches.
// Main thread.
class SurveyDesk final : public QObject
{
    Q_OBJECT
public:
    explicit SurveyDesk(StoreOffice& office, QObject* parent = nullptr);
    ~SurveyDesk() override;

    void start(const QString& accountId, const IncompleteWish& wish); // instead of the one that runs
    void stop();
    bool isRunning() const { return m_agent != nullptr; }

Q_SIGNALS:
    void opened(const QString& provider, qint64 clockOffsetSeconds);
    void bucketsKnown(const QStringList& buckets);
    void news(const partway::SurveyNews& news);
    void ended(const partway::Result<void>& end); // not after stop()

private:
    struct Agent;

    StoreOffice& m_office;
    std::shared_ptr<Agent> m_agent; // null: nothing runs
};

} // namespace partway
