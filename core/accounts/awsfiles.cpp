// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/awsfiles.h"

#include <QDir>
#include <QFile>

namespace partway {

namespace {

constexpr qint64 mostBytes = 1024 * 1024;

enum class FileKind { Config, Credentials };

bool isSecretName(const QString& name)
{
    return name == QLatin1String("aws_secret_access_key") || name == QLatin1String("aws_session_token") ||
           name == QLatin1String("aws_security_token");
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

// The views below point into the file's one copy, which is wiped with it.
class Lines
{
public:
    Lines(AwsFiles& files, FileKind kind) : m_files(files), m_kind(kind) {}

    void read(QByteArrayView text)
    {
        if (text.startsWith("\xef\xbb\xbf"))
            text = text.sliced(3);
        while (!text.isEmpty()) {
            const qsizetype end = text.indexOf('\n');
            readLine(end < 0 ? text : text.first(end));
            text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        }
    }

private:
    void readLine(QByteArrayView line)
    {
        const bool indented = !line.isEmpty() && isBlank(line.front());
        const QByteArrayView content = line.trimmed();
        if (content.isEmpty() || content.front() == '#' || content.front() == ';')
            return;
        if (indented) {
            readNested(content);
        } else if (content.front() == '[') {
            m_section = sectionFor(content);
            m_block.clear();
        } else {
            readValue(content);
        }
    }

    void readValue(QByteArrayView content)
    {
        m_block.clear();
        const qsizetype mark = content.indexOf('=');
        if (mark <= 0 || !m_section)
            return;
        const QString name = QString::fromUtf8(content.first(mark).trimmed()).toLower();
        const QByteArrayView value = content.sliced(mark + 1).trimmed();
        if (isSecretName(name))
            m_section->secrets.insert(
                name == QLatin1String("aws_security_token") ? QStringLiteral("aws_session_token") : name,
                Secret(value.toByteArray()));
        else if (value.isEmpty())
            m_block = name; // a nested block may follow
        else
            m_section->values.insert(name, QString::fromUtf8(value));
    }

    void readNested(QByteArrayView content)
    {
        const qsizetype mark = content.indexOf('=');
        if (m_block.isEmpty() || !m_section || mark <= 0)
            return; // the continuation of a value: no key that we know has one
        const QString name = QString::fromUtf8(content.first(mark).trimmed()).toLower();
        if (!isSecretName(name)) // it means nothing there, and must not be shown
            m_section->blocks[m_block].insert(name, QString::fromUtf8(content.sliced(mark + 1).trimmed()));
    }

    AwsSection* sectionFor(QByteArrayView header)
    {
        const qsizetype end = header.lastIndexOf(']');
        QStringList words;
        if (end < 1 || !splitWords(QString::fromUtf8(header.sliced(1, end - 1).trimmed()), &words))
            return nullptr;
        if (m_kind == FileKind::Credentials) // the whole is the name
            return &m_files.profiles[QString::fromUtf8(header.sliced(1, end - 1).trimmed())];
        if (words.size() == 1 && words.first() == QLatin1String("default"))
            return &m_files.profiles[words.first()];
        if (words.size() != 2)
            return nullptr;
        if (words.first() == QLatin1String("profile"))
            return &m_files.profiles[words.last()];
        if (words.first() == QLatin1String("sso-session"))
            return &m_files.ssoSessions[words.last()];
        return words.first() == QLatin1String("services") ? &m_files.services[words.last()] : nullptr;
    }

    AwsFiles& m_files;
    const FileKind m_kind;
    AwsSection* m_section = nullptr; // QMap's nodes stay where they are
    QString m_block;
};

Secret bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? Secret(file.read(mostBytes)) : Secret();
}

QString pathOf(const QProcessEnvironment& environment, const char* variable, const char* name)
{
    QString path = environment.value(QLatin1String(variable));
    if (path.startsWith(QLatin1String("~/")))
        path.replace(0, 1, QDir::homePath());
    return path.isEmpty() ? awsFolder(environment) + u'/' + QLatin1String(name) : path;
}

} // namespace

bool AwsSection::hasKeys() const
{
    return has("aws_access_key_id") && !secrets.value(QStringLiteral("aws_secret_access_key")).isEmpty();
}

bool splitWords(const QString& text, QStringList* words)
{
    QString word;
    bool started = false;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool escapes = QDir::separator() == u'/' && c == u'\\' && quote != u'\'';
        if (escapes && i + 1 < text.size()) {
            const QChar next = text[++i];
            if (quote == u'"' && next != u'"' && next != u'\\')
                word += c; // inside double quotes it escapes only these
            word += next;
            started = true;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == u'"' || c == u'\'') {
            quote = c;
            started = true;
        } else if (c.isSpace()) {
            if (started)
                words->append(word);
            word.clear();
            started = false;
        } else {
            word += c;
            started = true;
        }
    }
    if (started)
        words->append(word);
    return quote.isNull();
}

AwsFiles readAwsFiles(const Secret& config, const Secret& credentials)
{
    AwsFiles files;
    Lines(files, FileKind::Config)
        .read(QByteArrayView(config.reveal()).first(qMin(config.reveal().size(), mostBytes)));
    Lines(files, FileKind::Credentials)
        .read(QByteArrayView(credentials.reveal()).first(qMin(credentials.reveal().size(), mostBytes)));
    return files;
}

AwsFiles loadAwsFiles(const QProcessEnvironment& environment)
{
    return readAwsFiles(bytesOf(pathOf(environment, "AWS_CONFIG_FILE", "config")),
                        bytesOf(pathOf(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials")));
}

QString awsFolder(const QProcessEnvironment& environment)
{
    const QString home = environment.value(QStringLiteral("HOME"), QDir::homePath());
    return home + QStringLiteral("/.aws");
}

QString awsProfileOf(const QProcessEnvironment& environment)
{
    const QString profile = environment.value(QStringLiteral("AWS_PROFILE"));
    return profile.isEmpty() ? environment.value(QStringLiteral("AWS_DEFAULT_PROFILE")) : profile;
}

} // namespace partway
