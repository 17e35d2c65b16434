// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "s3/objectheaders.h"

#include "s3/endpoint.h"

#include <algorithm>
#include <cstring>

namespace partway {

namespace {

// No header of ours can be broken in two by what a person typed.
QByteArray oneLine(QByteArray value)
{
    for (char& c : value) {
        if (uchar(c) < 0x20 || c == 0x7f)
            c = ' ';
    }
    return value.trimmed();
}

QByteArray metadataName(const QByteArray& name)
{
    QByteArray result = name.toLower();
    for (char& c : result) {
        const bool token =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c && std::strchr("!#$%&'*+-.^_`|~", c));
        if (!token)
            c = '-';
    }
    return "x-amz-meta-" + result;
}

bool isPlain(const QString& text)
{
    return text == text.trimmed() && !text.contains(QLatin1String("=?")) &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

QByteArray encodedWord(const QByteArray& utf8)
{
    return "=?UTF-8?B?" + utf8.toBase64() + "?=";
}

QByteArray tagText(const QMap<QString, QString>& tags)
{
    QByteArray text;
    for (auto tag = tags.begin(); tag != tags.end(); ++tag) {
        if (!text.isEmpty())
            text += '&';
        text += encodeQuery(tag.key().toUtf8()) + '=' + encodeQuery(tag.value().toUtf8());
    }
    return text;
}

void setIfAny(HeaderList& headers, const char* name, const QByteArray& value)
{
    if (!value.isEmpty())
        headers.set(name, oneLine(value));
}

} // namespace

QByteArray metadataValue(const QString& text)
{
    if (isPlain(text))
        return text.toLatin1();
    constexpr qsizetype bytesInWord = 45; // 60 in base64, and 12 around them
    QByteArray result;
    QByteArray word;
    for (const char32_t codePoint : text.toUcs4()) {
        const QByteArray utf8 = QString::fromUcs4(&codePoint, 1).toUtf8();
        if (word.size() + utf8.size() > bytesInWord) {
            result += encodedWord(word) + ' ';
            word.clear();
        }
        word += utf8;
    }
    return result + encodedWord(word);
}

void addObjectHeaders(HeaderList& headers, const ObjectOptions& object)
{
    const QByteArray type = oneLine(object.contentType);
    headers.set("Content-Type", type.isEmpty() ? QByteArray("application/octet-stream") : type);
    setIfAny(headers, "Cache-Control", object.cacheControl);
    setIfAny(headers, "Content-Disposition", object.contentDisposition);
    setIfAny(headers, "Content-Encoding", object.contentEncoding);
    setIfAny(headers, "Content-Language", object.contentLanguage);
    for (auto item = object.metadata.begin(); item != object.metadata.end(); ++item)
        headers.set(metadataName(item.key()), metadataValue(item.value()));
    setIfAny(headers, "x-amz-storage-class", object.storageClass);
    setIfAny(headers, "x-amz-acl", object.acl);
    setIfAny(headers, "x-amz-tagging", tagText(object.tags));
    setIfAny(headers, "x-amz-server-side-encryption", object.encryption);
    setIfAny(headers, "x-amz-server-side-encryption-aws-kms-key-id", object.kmsKeyId);
}

} // namespace partway
