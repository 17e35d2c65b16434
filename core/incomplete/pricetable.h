// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace partway {

// What keeping bytes costs a month, as somebody's price list says.
struct Price
{
    QString store;        // an account's id, or a provider's name
    QString storageClass; // empty: every class that has no price of its own
    QString currency;     // "USD"
    double perUnit = 0;   // a month
    bool binary = false;  // the unit is GiB, else GB

    bool operator==(const Price&) const = default;
};

struct Cost
{
    double amount = 0;
    QString currency;

    bool operator==(const Cost&) const = default;
};

// List prices that came with the program, and the person's own in prices.json of the settings folder, which
// win. A plain value. What is not in it is unknown.
class PriceTable
{
public:
    static PriceTable builtIn();
    // The built-in ones with those of the folder. Errors (LocalFile): "prices-unreadable"; the table is then
    // the built-in one.
    static Result<PriceTable> load(const QString& folder);
    Result<void> save(const QString& folder) const; // "prices-not-saved"; only what is the person's own

    const QList<Price>& own() const { return m_own; }
    const QList<Price>& given() const { return m_given; }
    void setOwn(const QList<Price>& prices) { m_own = prices; }

    std::optional<Price> find(const QString& accountId, const QString& provider,
                              const QString& storageClass) const;
    std::optional<Cost> monthly(const QString& accountId, const QString& provider,
                                const QString& storageClass, qint64 bytes) const;

private:
    QList<Price> m_given;
    QList<Price> m_own;
};

} // namespace partway
