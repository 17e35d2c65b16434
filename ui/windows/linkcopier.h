// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeoffice.h"
#include "queue/transfer.h"

#include <QMap>
#include <QObject>

namespace partway {

// Copies links to objects that anyone can read for a while, without keys. Asks the accounts' stores, so the
// links come a moment later; then they are on the clipboard, one a line, and said() tells so.
class LinkCopier final : public QObject
{
    Q_OBJECT
public:
    explicit LinkCopier(StoreOffice& office, QObject* parent = nullptr);

    // Of finished transfers; another copy that is still on its way is dropped.
    void copy(const QList<TransferRow>& rows, int seconds);

Q_SIGNALS:
    void said(const QString& text); // for the notice line

private:
    using Links = QMap<int, QString>; // by the place in the list
    struct Wish
    {
        int place = 0;
        QString bucket;
        QByteArray key;
    };
    void ask(const QString& accountId, const QList<Wish>& wishes);
    void take(const Result<Links>& links);

    StoreOffice& m_office;
    int m_round = 0;
    int m_asked = 0; // accounts that have not answered
    int m_seconds = 0;
    Links m_links;
    std::optional<Error> m_error;
};

} // namespace partway
