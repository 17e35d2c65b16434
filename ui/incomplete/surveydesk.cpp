// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/surveydesk.h"

#include <QPointer>
#include <QTimer>

#include <atomic>

namespace partway {

// Lives in the office. It never touches the desk there, which may be gone at any moment: words are carried to
// the main thread, and spoken only if the desk still waits for them. The inventory goes before the store.
struct SurveyDesk::Agent
{
    using Words = std::function<void(SurveyDesk&)>;

    void begin(const StoreOffice::Store& opened, const IncompleteWish& wish);
    SurveyTold teller();
    void flush();
    void end(const Result<void>& result);
    void tell(Words words);

    StoreOffice* office = nullptr;
    SurveyDesk* desk = nullptr;
    QPointer<QObject> receiver; // the desk
    std::weak_ptr<Agent> self;
    std::atomic<bool> stopped = false;
    StoreOffice::Store store;
    std::unique_ptr<Inventory> inventory;
    SurveyNews news;
    std::unique_ptr<QTimer> timer; // tells what has come
};

SurveyDesk::SurveyDesk(StoreOffice& office, QObject* parent) : QObject(parent), m_office(office) {}

SurveyDesk::~SurveyDesk()
{
    stop();
}

void SurveyDesk::stop()
{
    if (m_agent)
        m_agent->stopped = true;
    m_agent.reset();
}

void SurveyDesk::start(const QString& accountId, const IncompleteWish& wish)
{
    stop();
    m_agent = m_office.resident<Agent>();
    m_agent->office = &m_office;
    m_agent->desk = this;
    m_agent->receiver = this;
    m_agent->self = m_agent;
    m_office.run(accountId,
                 [weak = std::weak_ptr<Agent>(m_agent), wish](const Result<StoreOffice::Store>& store) {
                     const std::shared_ptr<Agent> agent = weak.lock();
                     if (!agent || agent->stopped)
                         return;
                     if (store)
                         agent->begin(*store, wish);
                     else
                         agent->end(store.error());
                 });
}

// --- in the office --------------------------------------------------------------------------------------

void SurveyDesk::Agent::tell(Words words)
{
    office->report(receiver, [desk = desk, known = self, words = std::move(words)] {
        if (desk->m_agent && desk->m_agent == known.lock()) // not stopped or replaced meanwhile
            words(*desk);
    });
}

void SurveyDesk::Agent::begin(const StoreOffice::Store& opened, const IncompleteWish& wish)
{
    constexpr int batchMs = 100;
    store = opened;
    timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    timer->setInterval(batchMs);
    QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [this] { flush(); });
    tell([provider = store->profile().provider, offset = store->clockOffsetSeconds()](SurveyDesk& to) {
        Q_EMIT to.opened(provider, offset);
    });
    inventory = std::make_unique<Inventory>(*store);
    inventory->survey(wish, teller());
}

SurveyTold SurveyDesk::Agent::teller()
{
    const auto soon = [this] {
        if (!timer->isActive())
            timer->start();
    };
    SurveyTold told;
    told.buckets = [this](const QStringList& buckets) {
        tell([buckets](SurveyDesk& to) { Q_EMIT to.bucketsKnown(buckets); });
    };
    told.found = [this, soon](const QList<IncompleteUpload>& found) {
        news.found += found;
        soon();
    };
    told.counted = [this, soon](const IncompleteUpload& upload) {
        news.counted.append(upload);
        soon();
    };
    told.gone = [this, soon](const UploadRef& ref) {
        news.gone.append(ref);
        soon();
    };
    told.bucket = [this, soon](const BucketReport& report) {
        news.buckets.append(report);
        soon();
    };
    told.done = [this](const Result<void>& result) {
        flush();
        end(result);
    };
    return told;
}

void SurveyDesk::Agent::flush()
{
    tell([fresh = std::exchange(news, {})](SurveyDesk& to) { Q_EMIT to.news(fresh); });
}

void SurveyDesk::Agent::end(const Result<void>& result)
{
    tell([result](SurveyDesk& to) {
        to.m_agent.reset();
        Q_EMIT to.ended(result);
    });
}

} // namespace partway
