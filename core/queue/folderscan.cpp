// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/folderscan.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <filesystem>

namespace partway {

namespace {

namespace fs = std::filesystem;

constexpr qsizetype blockSize = 1'000;
constexpr qint64 blockMs = 250; // a slow disk still shows what it found

struct Entry
{
    QString name; // as it is on the disk
    fs::path path;
};

QString normal(const QString& name)
{
    return name.normalized(QString::NormalizationForm_C);
}

fs::path nativePath(const QString& path)
{
#ifdef Q_OS_WIN
    return fs::path(path.toStdWString());
#else
    return fs::path(QFile::encodeName(path).toStdString());
#endif
}

// What is wrong with a name is only seen in its bytes: QString would already hold a replacement.
bool decodeName(const fs::path& name, QString* text)
{
#ifdef Q_OS_WIN
    *text = QString::fromStdWString(name.native());
    return text->isValidUtf16();
#else
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    *text = decoder(QByteArrayView(name.native().data(), static_cast<qsizetype>(name.native().size())));
    return !decoder.hasError();
#endif
}

class Scan
{
public:
    Scan(bool followLinks, const std::atomic<bool>& stop,
         const std::function<void(QList<ScannedFile>)>& files,
         const std::function<void(QList<ScanTrouble>)>& troubles)
        : m_followLinks(followLinks), m_stop(stop), m_sendFiles(files), m_sendTroubles(troubles)
    {
        m_sinceBlock.start();
    }

    void top(const QString& path);
    void flush();

private:
    void visit(const fs::path& path, const QString& shown, const QString& relative);
    void visitLink(const fs::path& path, const QString& shown, const QString& relative);
    void visitTarget(const fs::path& path, const QString& shown, const QString& relative);
    void visitFolder(const fs::path& path, const QString& shown, const QString& relative);
    void takeFile(const QString& shown, const QString& relative);
    bool list(const fs::path& path, const QString& shown, QList<Entry>* entries);
    void trouble(const char* code, const QString& path, const QString& message = {});
    void flushIfDue();

    const bool m_followLinks;
    const std::atomic<bool>& m_stop;
    const std::function<void(QList<ScannedFile>)>& m_sendFiles;
    const std::function<void(QList<ScanTrouble>)>& m_sendTroubles;
    QList<ScannedFile> m_files;
    QList<ScanTrouble> m_troubles;
    QElapsedTimer m_sinceBlock;
    QString m_group;
    QList<fs::path> m_above; // folders that are being walked, outermost first
};

void Scan::trouble(const char* code, const QString& path, const QString& message)
{
    Error error;
    error.kind = ErrorKind::LocalFile;
    error.code = QString::fromLatin1(code);
    error.message = message;
    error.resource = path;
    m_troubles.append({path, error});
    flushIfDue();
}

void Scan::flush()
{
    if (!m_files.isEmpty())
        m_sendFiles(std::exchange(m_files, {}));
    if (!m_troubles.isEmpty())
        m_sendTroubles(std::exchange(m_troubles, {}));
    m_sinceBlock.restart();
}

void Scan::flushIfDue()
{
    if (m_files.size() >= blockSize || m_troubles.size() >= blockSize || m_sinceBlock.hasExpired(blockMs))
        flush();
}

void Scan::top(const QString& given)
{
    if (given.isEmpty()) {
        trouble("file-missing", given); // it would mean the current folder
        return;
    }
    const QString shown = QDir::cleanPath(QFileInfo(given).absoluteFilePath());
    const QString name = QFileInfo(shown).fileName(); // empty for the root folder
    m_group = normal(name);
    m_above.clear();
    visit(nativePath(shown), shown, normal(name));
}

void Scan::visit(const fs::path& path, const QString& shown, const QString& relative)
{
    if (m_stop)
        return;
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (status.type() == fs::file_type::not_found) {
        trouble("file-missing", shown);
    } else if (error) {
        trouble("file-unreadable", shown, QString::fromLocal8Bit(error.message().c_str()));
    } else if (status.type() == fs::file_type::symlink) {
        visitLink(path, shown, relative);
    } else {
        visitTarget(path, shown, relative);
    }
}

void Scan::visitLink(const fs::path& path, const QString& shown, const QString& relative)
{
    if (!m_followLinks) {
        trouble("link-skipped", shown);
        return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (error == std::errc::too_many_symbolic_link_levels)
        trouble("link-loop", shown);
    else if (error || status.type() == fs::file_type::not_found)
        trouble("link-broken", shown);
    else
        visitTarget(path, shown, relative);
}

void Scan::visitTarget(const fs::path& path, const QString& shown, const QString& relative)
{
    std::error_code error;
    const fs::file_type type = fs::status(path, error).type();
    if (type == fs::file_type::directory)
        visitFolder(path, shown, relative);
    else if (type == fs::file_type::regular)
        takeFile(shown, relative);
    else
        trouble("file-not-regular", shown); // a pipe, socket or device: looked at, never opened
}

void Scan::takeFile(const QString& shown, const QString& relative)
{
    const Result<SourceFingerprint> source = fingerprintOf(shown);
    if (!source.ok()) {
        m_troubles.append({shown, source.error()});
    } else if (!QFileInfo(shown).isReadable()) {
        trouble("file-unreadable", shown);
    } else {
        m_files.append({shown, relative, m_above.isEmpty() ? QString() : m_group, *source});
    }
    flushIfDue();
}

bool Scan::list(const fs::path& path, const QString& shown, QList<Entry>* entries)
{
    std::error_code error;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
        QString name;
        if (decodeName(entry->path().filename(), &name))
            entries->append({name, entry->path()});
        else
            trouble("name-not-utf8", shown + QLatin1Char('/') + name);
        if (m_stop)
            return false;
    }
    if (error)
        trouble("folder-unreadable", shown, QString::fromLocal8Bit(error.message().c_str()));
    std::sort(entries->begin(), entries->end(),
              [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return !entries->isEmpty();
}

void Scan::visitFolder(const fs::path& path, const QString& shown, const QString& relative)
{
    std::error_code error;
    for (const fs::path& above : m_above) {
        if (fs::equivalent(above, path, error)) {
            trouble("link-loop", shown);
            return;
        }
    }
    QList<Entry> entries;
    if (!list(path, shown, &entries))
        return;
    QSet<QString> taken;
    for (const Entry& entry : entries)
        taken.insert(entry.name);
    m_above.append(path);
    const QString within = shown.endsWith(QLatin1Char('/')) ? shown : shown + QLatin1Char('/');
    for (const Entry& entry : entries) {
        // Two names may differ in their normal form only: then both go up as they are.
        const QString composed = normal(entry.name);
        const QString name = composed != entry.name && taken.contains(composed) ? entry.name : composed;
        taken.insert(name);
        const QString below = relative.isEmpty() ? name : relative + QLatin1Char('/') + name;
        visit(entry.path, within + entry.name, below);
        if (m_stop)
            break;
    }
    m_above.removeLast();
}

} // namespace

void scanPaths(const QStringList& paths, bool followLinks, const std::atomic<bool>& stop,
               const std::function<void(QList<ScannedFile>)>& files,
               const std::function<void(QList<ScanTrouble>)>& troubles)
{
    Scan scan(followLinks, stop, files, troubles);
    for (const QString& path : paths) {
        if (stop)
            break;
        scan.top(path);
    }
    scan.flush();
}

} // namespace partway
