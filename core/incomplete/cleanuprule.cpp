// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/cleanuprule.h"

#include "incomplete/canonicalxml.h"
#include "s3/xmlreader.h"

#include <QDomDocument>

namespace partway {

namespace {

constexpr const char* xmlNamespace = "http://s3.amazonaws.com/doc/2006-03-01/";

QString localName(const QDomElement& element)
{
    return element.tagName().section(u':', -1);
}

QDomElement child(const QDomElement& parent, const char* name)
{
    for (QDomElement at = parent.firstChildElement(); !at.isNull(); at = at.nextSiblingElement()) {
        if (localName(at) == QLatin1String(name))
            return at;
    }
    return {};
}

Error notUnderstood()
{
    return Error{.kind = ErrorKind::Refused, .code = QStringLiteral("lifecycle-not-understood")};
}

// What was read must come out as it went in, or nothing is touched: texts of blanks alone, for example, are
// lost by the parser.
Result<QDomDocument> parsed(const QByteArray& document)
{
    XmlReader bounds(document); // no document types, no entities, bounded depth
    const bool expected = bounds.root() == QLatin1String("LifecycleConfiguration");
    QDomDocument dom;
    if (!expected || !bounds.finish() || !dom.setContent(document, false))
        return notUnderstood();
    if (canonicalLines(dom.toByteArray(-1)) != canonicalLines(document))
        return notUnderstood();
    return dom;
}

QList<QDomElement> ruleElements(const QDomDocument& dom)
{
    QList<QDomElement> rules;
    for (QDomElement at = dom.documentElement().firstChildElement(); !at.isNull();
         at = at.nextSiblingElement()) {
        if (localName(at) == QLatin1String("Rule"))
            rules.append(at);
    }
    return rules;
}

// Tags and sizes may stand in the filter itself or in its And; more of them may come.
bool isNarrowed(const QDomElement& filter)
{
    for (QDomElement at = filter.firstChildElement(); !at.isNull(); at = at.nextSiblingElement()) {
        const QString name = localName(at);
        if (name == QLatin1String("And") ? isNarrowed(at) : name != QLatin1String("Prefix"))
            return true;
    }
    return false;
}

CleanUpRule ruleOf(const QDomElement& element)
{
    CleanUpRule rule;
    rule.id = child(element, "ID").text();
    rule.enabled = child(element, "Status").text().trimmed() == QLatin1String("Enabled");
    const QDomElement filter = child(element, "Filter");
    const QDomElement both = child(filter, "And");
    for (const QDomElement& holder : {element, filter, both}) {
        if (const QDomElement prefix = child(holder, "Prefix"); !prefix.isNull())
            rule.prefix = prefix.text().toUtf8();
    }
    rule.narrowed = isNarrowed(filter);
    const QDomElement abort = child(element, "AbortIncompleteMultipartUpload");
    rule.days = child(abort, "DaysAfterInitiation").text().trimmed().toInt();
    return rule;
}

// Writes elements of the document's own dialect: with the prefix that its root has.
class Writer
{
public:
    explicit Writer(QDomDocument& dom) : m_dom(dom)
    {
        const QString root = dom.documentElement().tagName();
        if (root.contains(u':'))
            m_prefix = root.section(u':', 0, 0) + u':';
    }

    QDomElement add(QDomElement parent, const char* name)
    {
        const QDomElement element = m_dom.createElement(m_prefix + QLatin1String(name));
        parent.appendChild(element);
        return element;
    }
    QDomElement addText(const QDomElement& parent, const char* name, const QString& text)
    {
        QDomElement element = add(parent, name);
        setText(element, text);
        return element;
    }
    void setText(QDomElement element, const QString& text)
    {
        while (element.hasChildNodes())
            element.removeChild(element.firstChild());
        element.appendChild(m_dom.createTextNode(text));
    }

private:
    QDomDocument& m_dom;
    QString m_prefix;
};

// Rules of the first kind, whose prefix stands outside a filter, and those with a filter do not mix well.
bool allOfTheFirstKind(const QList<QDomElement>& rules)
{
    bool any = false;
    for (const QDomElement& rule : rules) {
        if (!child(rule, "Filter").isNull())
            return false;
        any = any || !child(rule, "Prefix").isNull();
    }
    return any;
}

void addRule(QDomDocument& dom, const CleanUpWish& wish, bool firstKind)
{
    Writer write(dom);
    const QDomElement rule = write.add(dom.documentElement(), "Rule");
    write.addText(rule, "ID", ourRuleId);
    write.addText(firstKind ? rule : write.add(rule, "Filter"), "Prefix", QString::fromUtf8(wish.prefix));
    write.addText(rule, "Status", QStringLiteral("Enabled"));
    write.addText(write.add(rule, "AbortIncompleteMultipartUpload"), "DaysAfterInitiation",
                  QString::number(wish.days));
}

// Ours as it is there, with whatever somebody added to it.
void changeRule(QDomDocument& dom, QDomElement rule, const CleanUpWish& wish)
{
    Writer write(dom);
    const QDomElement oldFilter = child(rule, "Filter");
    if (ruleOf(rule).prefix != wish.prefix || isNarrowed(oldFilter)) {
        QDomElement prefix = child(rule, "Prefix");
        if (prefix.isNull() || !oldFilter.isNull()) {
            const QDomElement filter = dom.createElement(
                oldFilter.isNull() ? rule.tagName().replace(QLatin1String("Rule"), QLatin1String("Filter"))
                                   : oldFilter.tagName());
            if (oldFilter.isNull())
                rule.appendChild(filter);
            else
                rule.replaceChild(filter, oldFilter);
            prefix = write.add(filter, "Prefix");
        }
        write.setText(prefix, QString::fromUtf8(wish.prefix));
    }
    write.setText(child(rule, "Status"), QStringLiteral("Enabled"));
    QDomElement abort = child(rule, "AbortIncompleteMultipartUpload");
    if (abort.isNull())
        abort = write.add(rule, "AbortIncompleteMultipartUpload");
    QDomElement days = child(abort, "DaysAfterInitiation");
    if (days.isNull())
        days = write.add(abort, "DaysAfterInitiation");
    write.setText(days, QString::number(wish.days));
}

QDomElement ourRule(const QDomDocument& dom)
{
    for (const QDomElement& rule : ruleElements(dom)) {
        if (ruleOf(rule).isOurs())
            return rule;
    }
    return {};
}

// Somebody gave our rule more to do.
bool doesMore(const QDomElement& rule)
{
    for (QDomElement at = rule.firstChildElement(); !at.isNull(); at = at.nextSiblingElement()) {
        const QString name = localName(at);
        const bool known = name == QLatin1String("ID") || name == QLatin1String("Filter") ||
                           name == QLatin1String("Prefix") || name == QLatin1String("Status") ||
                           name == QLatin1String("AbortIncompleteMultipartUpload");
        if (!known)
            return true;
    }
    return false;
}

} // namespace

Result<QList<CleanUpRule>> cleanUpRules(const QByteArray& document)
{
    QList<CleanUpRule> rules;
    if (document.isEmpty())
        return rules;
    const Result<QDomDocument> dom = parsed(document);
    if (!dom)
        return dom.error();
    for (const QDomElement& rule : ruleElements(*dom))
        rules.append(ruleOf(rule));
    return rules;
}

Result<QByteArray> withCleanUpRule(const QByteArray& document, const CleanUpWish& wish)
{
    QDomDocument dom;
    if (document.isEmpty()) {
        QDomElement root = dom.createElement(QStringLiteral("LifecycleConfiguration"));
        root.setAttribute(QStringLiteral("xmlns"), QLatin1String(xmlNamespace));
        dom.appendChild(root);
    } else if (const Result<QDomDocument> read = parsed(document); read) {
        dom = *read;
    } else {
        return read.error();
    }
    const QDomElement ours = ourRule(dom);
    if (ours.isNull())
        addRule(dom, wish, allOfTheFirstKind(ruleElements(dom)));
    else
        changeRule(dom, ours, wish);
    return dom.toByteArray(-1);
}

Result<QByteArray> withoutCleanUpRule(const QByteArray& document)
{
    if (document.isEmpty())
        return QByteArray();
    const Result<QDomDocument> read = parsed(document);
    if (!read)
        return read.error();
    QDomDocument dom = *read;
    QDomElement ours = ourRule(dom);
    if (doesMore(ours))
        ours.removeChild(child(ours, "AbortIncompleteMultipartUpload"));
    else if (!ours.isNull())
        dom.documentElement().removeChild(ours);
    return ruleElements(dom).isEmpty() ? QByteArray() : dom.toByteArray(-1);
}

std::optional<CleanUpRule> coveringRule(const QList<CleanUpRule>& rules, const CleanUpWish& wish)
{
    for (const CleanUpRule& rule : rules) {
        if (!rule.isOurs() && rule.days <= wish.days && rule.deletes(wish.prefix))
            return rule;
    }
    return std::nullopt;
}

} // namespace partway
