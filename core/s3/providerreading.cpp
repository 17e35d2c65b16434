// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/providerreading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace partway {

namespace {

constexpr int formatVersion = 1;

template <typename T>
using Names = QList<QPair<QString, T>>;

const Names<Certainty> certainties{{QStringLiteral("V"), Certainty::Read},
                                   {QStringLiteral("T"), Certainty::Tried},
                                   {QStringLiteral("D"), Certainty::Told},
                                   {QStringLiteral("U"), Certainty::Guess}};
const Names<AddressingStyle> styles{{QStringLiteral("both"), AddressingStyle::Both},
                                    {QStringLiteral("path"), AddressingStyle::Path},
                                    {QStringLiteral("virtual"), AddressingStyle::Virtual},
                                    {QStringLiteral("virtual-only"), AddressingStyle::VirtualOnly}};
const Names<CleanUp> cleanUps{{QStringLiteral("unknown"), CleanUp::Unknown},
                              {QStringLiteral("none"), CleanUp::None},
                              {QStringLiteral("rule"), CleanUp::Rule},
                              {QStringLiteral("fixed"), CleanUp::Fixed}};
const Names<Treatment> treatments{{QStringLiteral("unknown"), Treatment::Unknown},
                                  {QStringLiteral("honoured"), Treatment::Honoured},
                                  {QStringLiteral("ignored"), Treatment::Ignored},
                                  {QStringLiteral("refused"), Treatment::Refused}};
// Whether the ETag of a part, and of an object that came in parts, can be an MD5.
const Names<bool> etagKinds{{QStringLiteral("md5"), false},
                            {QStringLiteral("unknown"), false},
                            {QStringLiteral("multipart-differs"), false},
                            {QStringLiteral("opaque"), true}};

// One object of the file. Whatever is not taken out of it by the end is a mistake.
class Reader
{
public:
    Reader(QJsonObject json, QString place, QString* problem)
        : m_json(std::move(json)), m_place(std::move(place)), m_problem(problem)
    {
    }
    ~Reader()
    {
        if (!m_json.isEmpty())
            complain(m_json.keys().first(), "is not known");
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    QJsonValue take(const char* name, QJsonValue::Type type, bool wanted)
    {
        const QJsonValue value = m_json.take(QLatin1String(name));
        if (value.isUndefined() ? wanted : value.type() != type)
            complain(QLatin1String(name), value.isUndefined() ? "is missing" : "is of another type");
        return value;
    }
    QString text(const char* name, bool wanted = true)
    {
        return take(name, QJsonValue::String, wanted).toString();
    }
    QString textOrNull(const char* name)
    {
        if (m_json.value(QLatin1String(name)).isNull()) {
            m_json.remove(QLatin1String(name));
            return {};
        }
        return text(name);
    }
    int number(const char* name, bool wanted = true)
    {
        return take(name, QJsonValue::Double, wanted).toInt(-1);
    }
    QStringList texts(const char* name)
    {
        QStringList list;
        const QJsonArray array = take(name, QJsonValue::Array, false).toArray();
        for (const QJsonValue& value : array) {
            if (value.toString().isEmpty())
                complain(QLatin1String(name), "holds what is no text");
            list.append(value.toString());
        }
        return list;
    }
    qint64 size(const char* name)
    {
        const QString text = textOrNull(name);
        const qint64 bytes = text.isEmpty() ? 0 : bytesFromText(text);
        if (bytes < 0)
            complain(QLatin1String(name), "is no size");
        return bytes;
    }
    template <typename T>
    T oneOf(const char* name, const Names<T>& names)
    {
        const QString text = this->text(name);
        for (const auto& [known, value] : names) {
            if (text == known)
                return value;
        }
        complain(QLatin1String(name), "is not one of its words");
        return names.first().second;
    }
    Certainty mark() { return oneOf("mark", certainties); }
    QJsonObject object(const char* name, bool wanted = true)
    {
        return take(name, QJsonValue::Object, wanted).toObject();
    }
    QJsonArray array(const char* name) { return take(name, QJsonValue::Array, false).toArray(); }
    bool has(const char* name) const { return m_json.contains(QLatin1String(name)); }
    QString place() const { return m_place; }
    QString* problem() const { return m_problem; }
    void complain(const QString& name, const char* what)
    {
        if (m_problem->isEmpty())
            *m_problem = QStringLiteral("%1: %2 %3").arg(m_place, name, QLatin1String(what));
    }

private:
    QJsonObject m_json;
    QString m_place;
    QString* m_problem;
};

// A fact: an object with its mark.
template <typename Read>
void fact(Reader& whole, ProviderFacts& facts, const char* name, bool wanted, Read read)
{
    if (!wanted && !whole.has(name))
        return;
    Reader reader(whole.object(name), whole.place() + u'.' + QLatin1String(name), whole.problem());
    facts.marks.insert(QLatin1String(name), reader.mark());
    read(reader);
}

void readEndpoint(Reader& reader, ProviderFacts& facts)
{
    facts.endpoint = reader.text("pattern", false);
    facts.endpointExample = reader.text("example", false);
    facts.hosts = reader.texts("hosts");
    facts.hostPrefix = reader.text("hostPrefix", false);
    if (facts.endpoint.isEmpty() && facts.endpointExample.isEmpty())
        reader.complain(QStringLiteral("pattern"), "is missing");
    const QJsonArray variants = reader.array("variants");
    for (const QJsonValue& value : variants) {
        Reader variant(value.toObject(), reader.place(), reader.problem());
        facts.variants.append({variant.text("id"), variant.text("pattern"), variant.mark()});
    }
}

void readLimits(Reader& reader, StoreLimits& limits)
{
    limits.minPart = reader.size("minPart");
    limits.maxPart = reader.size("maxPart");
    limits.maxParts = reader.number("maxParts");
    limits.maxObject = reader.size("maxObject");
    limits.maxSinglePut = reader.size("maxSinglePut");
    limits.maxKeyBytes = reader.number("maxKeyBytes");
    limits.defaultPart = reader.size("defaultPart");
    if (limits.maxParts < 1 || limits.maxParts > 10'000)
        reader.complain(QStringLiteral("maxParts"), "is out of range");
    if (limits.maxKeyBytes < 255 || limits.maxKeyBytes > 1024)
        reader.complain(QStringLiteral("maxKeyBytes"), "is out of range");
    if (limits.defaultPart < limits.minPart || (limits.maxPart > 0 && limits.defaultPart > limits.maxPart))
        reader.complain(QStringLiteral("defaultPart"), "is out of range");
}

ChecksumMode checksumIn(Reader& reader, const QString& name)
{
    ChecksumMode mode = ChecksumMode::None;
    if (!checksumModeFromName(name, &mode))
        reader.complain(name, "is no checksum");
    return mode;
}

void readChecksums(Reader& reader, ProviderFacts& facts)
{
    facts.profile.checksum = checksumIn(reader, reader.text("use"));
    const QStringList kinds = reader.texts("kinds");
    for (const QString& kind : kinds)
        facts.checksums.append(checksumIn(reader, kind));
    if (!kinds.isEmpty() && !facts.checksums.contains(facts.profile.checksum))
        reader.complain(QStringLiteral("use"), "is not one of the kinds");
}

void readCleanUp(Reader& reader, ProviderFacts& facts)
{
    facts.cleanUp = reader.oneOf("kind", cleanUps);
    facts.cleanUpDays = qMax(0, reader.number("days", false));
    if ((facts.cleanUp == CleanUp::Fixed) != (facts.cleanUpDays > 0))
        reader.complain(QStringLiteral("days"), "goes with the kind fixed");
}

void readLacks(Reader& reader, StoreProfile& profile)
{
    const std::pair<const char*, bool*> switches[]{{"list-uploads", &profile.listsUploads},
                                                   {"list-parts", &profile.listsParts},
                                                   {"abort", &profile.aborts},
                                                   {"look-at-objects", &profile.looksAtObjects},
                                                   {"object-tags", &profile.objectTags},
                                                   {"single-put", &profile.limits.singlePut}};
    QStringList lacks = reader.texts("lacks");
    for (const auto& [name, present] : switches)
        *present = lacks.removeAll(QLatin1String(name)) == 0;
    if (!lacks.isEmpty())
        reader.complain(lacks.first(), "cannot be lacking");
}

void readRest(Reader& reader, ProviderFacts& facts)
{
    fact(reader, facts, "price", false, [&facts](Reader& price) {
        const double dollars = price.take("usdPerGBMonth", QJsonValue::Double, true).toDouble();
        facts.price = ProviderPrice{dollars, facts.certainty("price"), price.text("asOf")};
        if (dollars <= 0 || dollars > 1)
            price.complain(QStringLiteral("usdPerGBMonth"), "is out of range");
    });
    fact(reader, facts, "links", false, [&facts](Reader& links) {
        facts.consoleUrl = links.text("console");
        facts.keysUrl = links.text("keys", false);
    });
    const QJsonArray quirks = reader.array("quirks");
    for (const QJsonValue& value : quirks) {
        Reader quirk(value.toObject(), reader.place() + QStringLiteral(".quirks"), reader.problem());
        facts.quirks.append({quirk.text("id"), quirk.text("note"), quirk.mark()});
    }
    readLacks(reader, facts.profile);
}

ProviderFacts readProvider(const QJsonObject& json, QString* problem)
{
    ProviderFacts facts;
    Reader reader(json, json.value(QLatin1String("id")).toString(QStringLiteral("?")), problem);
    facts.profile.provider = reader.text("id");
    facts.name = reader.textOrNull("name");
    facts.offered = reader.take("offered", QJsonValue::Bool, false).toBool(true);
    fact(reader, facts, "endpoint", true, [&](Reader& endpoint) { readEndpoint(endpoint, facts); });
    fact(reader, facts, "region", false, [&](Reader& region) {
        facts.region = region.text("usual");
        facts.regions = region.texts("known");
    });
    fact(reader, facts, "addressing", true,
         [&](Reader& addressing) { facts.addressing = addressing.oneOf("style", styles); });
    fact(reader, facts, "limits", true, [&](Reader& limits) { readLimits(limits, facts.profile.limits); });
    fact(reader, facts, "checksums", true, [&](Reader& checksums) { readChecksums(checksums, facts); });
    fact(reader, facts, "etags", true,
         [&](Reader& etags) { facts.profile.opaqueEtags = etags.oneOf("kind", etagKinds); });
    fact(reader, facts, "conditional", true, [&](Reader& conditional) {
        facts.conditionalPut = conditional.oneOf("put", treatments);
        facts.conditionalComplete = conditional.oneOf("complete", treatments);
    });
    fact(reader, facts, "cleanup", true, [&](Reader& cleanUp) { readCleanUp(cleanUp, facts); });
    readRest(reader, facts);
    return facts;
}

Error invalid(const QString& message)
{
    return Error{.kind = ErrorKind::Bug, .code = QStringLiteral("providers-invalid"), .message = message};
}

} // namespace

qint64 bytesFromText(const QString& text)
{
    static const Names<qint64> units{{QStringLiteral("KiB"), KiB},
                                     {QStringLiteral("MiB"), MiB},
                                     {QStringLiteral("GiB"), GiB},
                                     {QStringLiteral("TiB"), TiB},
                                     {QStringLiteral("MB"), 1'000'000},
                                     {QStringLiteral("GB"), 1'000'000'000},
                                     {QStringLiteral("TB"), 1'000'000'000'000}};
    const QStringList words = text.split(u' ');
    bool isNumber = false;
    const qint64 count = words.first().toLongLong(&isNumber);
    if (words.size() != 2 || !isNumber || count < 1 || count > 1'000'000)
        return -1;
    for (const auto& [name, bytes] : units) {
        if (words.last() == name)
            return count * bytes;
    }
    return -1;
}

Result<QList<ProviderFacts>> readProviders(const QByteArray& json)
{
    QJsonParseError parsing;
    const QJsonObject root = QJsonDocument::fromJson(json, &parsing).object();
    if (parsing.error != QJsonParseError::NoError)
        return invalid(parsing.errorString());
    if (root.value(QLatin1String("version")).toInt() != formatVersion)
        return invalid(QStringLiteral("another version"));
    QString problem;
    QList<ProviderFacts> list;
    const QJsonArray providers = root.value(QLatin1String("providers")).toArray();
    for (const QJsonValue& value : providers) {
        const ProviderFacts facts = readProvider(value.toObject(), &problem);
        for (const ProviderFacts& before : std::as_const(list)) {
            if (before.id() == facts.id() && problem.isEmpty())
                problem = facts.id() + QStringLiteral(": is there twice");
        }
        list.append(facts);
    }
    if (problem.isEmpty() && (list.isEmpty() || list.first().id() != QLatin1String("custom")))
        problem = QStringLiteral("the first must be \"custom\"");
    if (!problem.isEmpty())
        return invalid(problem);
    return list;
}

} // namespace partway
