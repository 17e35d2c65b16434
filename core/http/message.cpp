// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/message.h"

#include <QUrl>

namespace partway {

namespace {

bool sameName(const QByteArray& a, const QByteArray& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

void HeaderList::set(const QByteArray& name, const QByteArray& value)
{
    m_fields.removeIf([&](const auto& field) { return sameName(field.first, name); });
    add(name, value);
}

void HeaderList::add(const QByteArray& name, const QByteArray& value)
{
    m_fields.append({name, value});
}

bool HeaderList::has(const QByteArray& name) const
{
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [&](const auto& field) { return sameName(field.first, name); });
}

QByteArray HeaderList::value(const QByteArray& name) const
{
    for (const auto& field : m_fields)
        if (sameName(field.first, name))
            return field.second;
    return {};
}

QByteArray Origin::hostHeader() const
{
    QByteArray name = QUrl::toAce(host);
    if (host.contains(QLatin1Char(':')))
        name = '[' + host.toLatin1() + ']';
    else if (name.isEmpty())
        name = host.toUtf8();
    const int usual = isTls() ? 443 : 80;
    return port == 0 || port == usual ? name : name + ':' + QByteArray::number(port);
}

} // namespace partway
