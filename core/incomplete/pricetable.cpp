// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/pricetable.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cmath>

namespace partway {

namespace {

constexpr double gigabyte = 1e9;
constexpr double gibibyte = 1024.0 * 1024 * 1024;

QString pathIn(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("prices.json"));
}

std::optional<Price> priceFrom(const QJsonObject& object)
{
    Price price;
    price.store = object.value(QLatin1String("store")).toString();
    price.storageClass = object.value(QLatin1String("class")).toString();
    price.currency = object.value(QLatin1String("currency")).toString().left(8);
    price.perUnit = object.value(QLatin1String("price")).toDouble(-1);
    price.binary = object.value(QLatin1String("per")).toString() == QLatin1String("GiB");
    if (price.store.isEmpty() || !(price.perUnit >= 0) || price.perUnit > 1e6)
        return std::nullopt;
    return price;
}

QJsonObject toJson(const Price& price)
{
    return {{QStringLiteral("store"), price.store},
            {QStringLiteral("class"), price.storageClass},
            {QStringLiteral("currency"), price.currency},
            {QStringLiteral("price"), price.perUnit},
            {QStringLiteral("per"), price.binary ? QStringLiteral("GiB") : QStringLiteral("GB")}};
}

std::optional<QList<Price>> pricesFrom(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    QList<Price> prices;
    for (const QJsonValue& value : document.object().value(QLatin1String("prices")).toArray()) {
        if (const std::optional<Price> price = priceFrom(value.toObject()))
            prices.append(*price);
    }
    return prices;
}

Error fileError(const char* code, const QFileDevice& file)
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = QLatin1String(code);
    error.message = file.errorString();
    error.resource = file.fileName();
    return error;
}

const Price* findIn(const QList<Price>& prices, const QString& store, const QString& storageClass)
{
    const Price* any = nullptr;
    for (const Price& price : prices) {
        if (price.store != store)
            continue;
        if (price.storageClass == storageClass)
            return &price;
        if (price.storageClass.isEmpty())
            any = &price;
    }
    return any;
}

// Until an upload to one of AWS's archives is complete, its parts are billed as STANDARD
// (docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html, "Multipart upload and pricing").
QString billedAs(const QString& provider, const QString& storageClass)
{
    const bool archive =
        storageClass == QLatin1String("GLACIER") || storageClass == QLatin1String("DEEP_ARCHIVE");
    if (storageClass.isEmpty() || (archive && provider == QLatin1String("aws")))
        return QStringLiteral("STANDARD");
    return storageClass;
}

} // namespace

PriceTable PriceTable::builtIn()
{
    PriceTable table;
    QFile file(QStringLiteral(":/data/prices.json"));
    if (file.open(QIODevice::ReadOnly))
        table.m_given = pricesFrom(file.readAll()).value_or(QList<Price>());
    return table;
}

Result<PriceTable> PriceTable::load(const QString& folder)
{
    PriceTable table = builtIn();
    QFile file(pathIn(folder));
    if (!file.exists())
        return table;
    constexpr qint64 most = 1'000'000;
    if (!file.open(QIODevice::ReadOnly))
        return fileError("prices-unreadable", file);
    const std::optional<QList<Price>> own = pricesFrom(file.read(most));
    if (!own)
        return fileError("prices-unreadable", file);
    table.m_own = *own;
    return table;
}

Result<void> PriceTable::save(const QString& folder) const
{
    QJsonArray prices;
    for (const Price& price : m_own)
        prices.append(toJson(price));
    QDir().mkpath(folder);
    QSaveFile file(pathIn(folder));
    const QByteArray json =
        QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("prices"), prices}})
            .toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return fileError("prices-not-saved", file);
    return {};
}

std::optional<Price> PriceTable::find(const QString& accountId, const QString& provider,
                                      const QString& storageClass) const
{
    const QString billed = billedAs(provider, storageClass);
    for (const QList<Price>* prices : {&m_own, &m_given}) {
        for (const QString& store : {accountId, provider}) {
            if (const Price* price = findIn(*prices, store, billed); price && !store.isEmpty())
                return *price;
        }
    }
    return std::nullopt;
}

std::optional<Cost> PriceTable::monthly(const QString& accountId, const QString& provider,
                                        const QString& storageClass, qint64 bytes) const
{
    const std::optional<Price> price = find(accountId, provider, storageClass);
    if (!price || bytes < 0)
        return std::nullopt;
    const double units = double(bytes) / (price->binary ? gibibyte : gigabyte);
    return Cost{.amount = units * price->perUnit, .currency = price->currency};
}

} // namespace partway
