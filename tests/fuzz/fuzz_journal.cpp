// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A journal whose file was damaged: a real one with some of its bytes changed. The input is a list of
// changes: four bytes where, one byte how many, and those bytes; or, where it says so, the length to cut the
// file to.
#include "queue/journal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>
#include <cstring>

using namespace partway;

namespace {

QByteArray sound; // the journal's file before any damage
std::unique_ptr<QTemporaryDir> folder;

QString file()
{
    return folder->filePath(QStringLiteral("journal.sqlite"));
}

void clear()
{
    QDir dir(folder->path());
    const QStringList names = dir.entryList(QDir::Files);
    for (const QString& name : names)
        dir.remove(name);
}

Transfer sample(int number)
{
    Transfer transfer;
    transfer.sourcePath = QStringLiteral("/files/film %1.mov").arg(number);
    transfer.accountId = QStringLiteral("account");
    transfer.spec.bucket = QStringLiteral("media");
    transfer.spec.key = "raw/film.mov";
    transfer.spec.plan = PartPlan{.size = 40 * MiB, .partSize = 8 * MiB, .count = 5};
    transfer.state.phase = Phase::Sending;
    transfer.state.uploadId = QStringLiteral("upload");
    transfer.state.token = QStringLiteral("token");
    return transfer;
}

void makeSound()
{
    auto journal = Journal::open(folder->path());
    if (!journal)
        std::abort();
    const auto ids = (*journal)->add({sample(1), sample(2), sample(3)});
    if (!ids)
        std::abort();
    QMap<int, StoredPart> parts;
    for (int part = 1; part <= 4; ++part)
        parts.insert(part, {"\"etag\"", QByteArray(16, 'm'), QByteArray(8, 'c'), false});
    for (TransferId id : *ids) {
        (void)(*journal)->saveParts(id, parts).ok();
        (void)(*journal)->note(id, {QDateTime::currentDateTimeUtc(), QStringLiteral("created"), {}}).ok();
    }
    journal->reset();
    QFile written(file());
    if (!written.open(QIODevice::ReadOnly))
        std::abort();
    sound = written.readAll();
}

QByteArray damaged(const uint8_t* data, size_t size)
{
    QByteArray bytes = sound;
    while (size >= 5) {
        uint32_t where = 0;
        std::memcpy(&where, data, 4);
        const size_t count = std::min<size_t>(data[4] & 0x3f, size - 5);
        if (data[4] & 0x80)
            bytes.truncate(qsizetype(where % uint32_t(sound.size() + 1)));
        for (size_t i = 0; i < count && !bytes.isEmpty(); ++i)
            bytes[qsizetype((where + i) % size_t(bytes.size()))] = char(data[5 + i]);
        data += 5 + count;
        size -= 5 + count;
    }
    return bytes;
}

void useIt(Journal& journal)
{
    const auto rows = journal.load();
    const auto ids = journal.ids();
    for (int id = 1; id <= 4; ++id) {
        const auto one = journal.loadOne(TransferId{id});
        (void)journal.history(TransferId{id}).ok();
        if (one && *one)
            (void)journal.saveState(TransferId{id}, (*one)->state, {}).ok();
    }
    (void)journal.takeWanted({TransferId{1}}).ok();
    if (rows && ids && rows->rows.size() > 10'000)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv)
{
    static QCoreApplication application(*argc, *argv);
    folder = std::make_unique<QTemporaryDir>();
    makeSound();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    clear();
    QFile out(file());
    if (!out.open(QIODevice::WriteOnly) || out.write(damaged(data, size)) < 0)
        std::abort();
    out.close();
    auto journal = Journal::open(folder->path());
    if (journal)
        useIt(**journal);
    else if (!journal.error().code.startsWith(QLatin1String("journal-")))
        std::abort(); // a clear error, whatever is wrong
    return 0;
}
