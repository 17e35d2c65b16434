// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandbox/lifecycle.h"

#include "support/sandbox/failure.h"
#include "support/sandbox/xmlwriter.h"

#include <QSet>
#include <QXmlStreamReader>

namespace partway::sandbox {
namespace {

constexpr int mostRules = 1000;
constexpr int longestId = 255;

Failure malformed()
{
    return failure("MalformedXML");
}

struct Rule
{
    QByteArray id, status;
    std::optional<QByteArray> oldPrefix;
    bool hasFilter = false;
    bool byTags = false, bySize = false;
    QByteArray prefix;
    int abortDays = 0;
    int actions = 0;
};

// One document, read from the start to the end.
class Reader
{
public:
    explicit Reader(const QByteArray& document) : m_xml(document) {}

    QList<Rule> rules()
    {
        if (!m_xml.readNextStartElement() || m_xml.name() != QLatin1String("LifecycleConfiguration"))
            throw malformed();
        const bool known = m_xml.namespaceUri().isEmpty() || m_xml.namespaceUri().toUtf8() == s3Namespace;
        if (!known)
            throw malformed();
        QList<Rule> rules;
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() != QLatin1String("Rule"))
                throw malformed();
            rules.append(rule());
        }
        while (!m_xml.atEnd())
            m_xml.readNext();
        if (m_xml.hasError() || rules.isEmpty() || rules.size() > mostRules)
            throw malformed();
        return rules;
    }

private:
    QByteArray text()
    {
        const QByteArray text = m_xml.readElementText().toUtf8();
        if (m_xml.hasError())
            throw malformed();
        return text;
    }

    Rule rule()
    {
        Rule rule;
        while (m_xml.readNextStartElement()) {
            const QByteArray name = m_xml.name().toUtf8();
            if (name == "ID")
                rule.id = text();
            else if (name == "Status")
                rule.status = text();
            else if (name == "Prefix")
                rule.oldPrefix = text();
            else if (name == "Filter")
                filter(rule);
            else if (name == "AbortIncompleteMultipartUpload")
                abort(rule);
            else
                action(rule);
        }
        return rule;
    }

    void filter(Rule& rule)
    {
        rule.hasFilter = true;
        while (m_xml.readNextStartElement()) {
            const QByteArray name = m_xml.name().toUtf8();
            if (name == "And") {
                filter(rule);
            } else if (name == "Prefix") {
                rule.prefix = text();
            } else if (name == "Tag") {
                rule.byTags = true;
                m_xml.skipCurrentElement();
            } else if (name == "ObjectSizeGreaterThan" || name == "ObjectSizeLessThan") {
                rule.bySize = true;
                m_xml.skipCurrentElement();
            } else {
                throw malformed();
            }
        }
    }

    void abort(Rule& rule)
    {
        ++rule.actions;
        if (!m_xml.readNextStartElement() || m_xml.name() != QLatin1String("DaysAfterInitiation"))
            throw malformed();
        bool isNumber = false;
        rule.abortDays = text().toInt(&isNumber);
        if (!isNumber)
            throw malformed();
        if (rule.abortDays < 1)
            throw failure("InvalidArgument",
                          "'DaysAfterInitiation' for AbortIncompleteMultipartUpload action must "
                          "be a positive integer");
        m_xml.skipCurrentElement();
    }

    void action(Rule& rule)
    {
        ++rule.actions;
        m_xml.skipCurrentElement();
    }

    QXmlStreamReader m_xml;
};

void check(const Rule& rule, QSet<QByteArray>& ids)
{
    if (rule.status != "Enabled" && rule.status != "Disabled")
        throw malformed();
    if (rule.hasFilter == rule.oldPrefix.has_value() || rule.actions == 0)
        throw malformed();
    if (rule.id.size() > longestId)
        throw failure("InvalidArgument", "ID length should not exceed allowed limit of 255");
    if (!rule.id.isEmpty() && ids.contains(rule.id))
        throw failure("InvalidArgument", "Rule ID must be unique. Found same ID for more than one rule");
    ids.insert(rule.id);
    if (rule.abortDays > 0 && rule.byTags)
        throw failure("InvalidRequest", "AbortIncompleteMultipartUpload cannot be specified with Tags.");
    if (rule.abortDays > 0 && rule.bySize)
        throw failure("InvalidRequest",
                      "AbortIncompleteMultipartUpload cannot be specified with Object Size.");
}

} // namespace

QDateTime AbortRule::endOf(const QDateTime& initiated) const
{
    const QDateTime due = initiated.toUTC().addDays(days);
    const QDateTime midnight = due.date().startOfDay(Qt::UTC);
    return midnight == due ? due : midnight.addDays(1);
}

std::optional<std::pair<QDateTime, QByteArray>> Lifecycle::endOf(const QByteArray& key,
                                                                 const QDateTime& initiated) const
{
    std::optional<std::pair<QDateTime, QByteArray>> first;
    for (const AbortRule& rule : aborts) {
        if (!key.startsWith(rule.prefix))
            continue;
        const QDateTime end = rule.endOf(initiated);
        if (!first || end < first->first)
            first = {end, rule.id};
    }
    return first;
}

Lifecycle parseLifecycle(const QByteArray& document)
{
    Lifecycle lifecycle;
    lifecycle.document = document;
    QSet<QByteArray> ids;
    for (const Rule& rule : Reader(document).rules()) {
        check(rule, ids);
        if (rule.abortDays > 0 && rule.status == "Enabled")
            lifecycle.aborts.append({rule.id, rule.oldPrefix.value_or(rule.prefix), rule.abortDays});
    }
    return lifecycle;
}

} // namespace partway::sandbox
