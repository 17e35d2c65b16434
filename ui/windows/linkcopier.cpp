// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/linkcopier.h"

#include "format/errortext.h"
#include "format/numbers.h"

#include <QClipboard>
#include <QGuiApplication>

namespace partway {

LinkCopier::LinkCopier(StoreOffice& office, QObject* parent) : QObject(parent), m_office(office) {}

void LinkCopier::copy(const QList<TransferRow>& rows, int seconds)
{
    ++m_round;
    m_seconds = seconds;
    m_links.clear();
    m_error.reset();
    QMap<QString, QList<Wish>> wishes; // by account
    for (int place = 0; place < rows.size(); ++place) {
        const TransferRow& row = rows.at(place);
        wishes[row.accountId].append({place, row.objectBucket(), row.objectKey()});
    }
    m_asked = static_cast<int>(wishes.size());
    for (auto it = wishes.cbegin(); it != wishes.cend(); ++it)
        ask(it.key(), *it);
}

// A look at the bucket first: it teaches the client the bucket's region, which the link is signed for.
// Whether one may look does not matter.
void LinkCopier::ask(const QString& accountId, const QList<Wish>& wishes)
{
    const auto begin = [wishes, seconds = m_seconds](ObjectStore& store,
                                                     const ObjectStore::Answer<Links>& answer) {
        const auto make = [&store, wishes, seconds, answer](const Result<BucketInfo>&) {
            Links links;
            for (const Wish& wish : wishes) {
                const Result<QByteArray> link = store.presignedLink(wish.bucket, wish.key, {}, seconds);
                if (!link) {
                    answer(link.error());
                    return;
                }
                links.insert(wish.place, QString::fromLatin1(*link));
            }
            answer(links);
        };
        return store.headBucket(wishes.first().bucket, make);
    };
    m_office.ask<Links>(accountId, this, begin, [this, round = m_round](const Result<Links>& links) {
        if (round == m_round)
            take(links);
    });
}

void LinkCopier::take(const Result<Links>& links)
{
    --m_asked;
    if (links)
        m_links.insert(*links);
    else
        m_error = links.error();
    if (m_asked > 0)
        return;
    if (!m_links.isEmpty())
        QGuiApplication::clipboard()->setText(QStringList(m_links.values()).join(u'\n'));
    if (m_error)
        Q_EMIT said(errorLine(*m_error));
    else
        Q_EMIT said(tr("%n link(s) copied. Whoever has one can read the object for %1.", nullptr,
                       static_cast<int>(m_links.size()))
                        .arg(formatDuration(m_seconds)));
}

} // namespace partway
