// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/journal.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>

namespace partway {

class JournalWorker;

// What a look at the journal found that other processes did.
struct JournalNews
{
    bool changed = false; // the rest is only filled in then
    JournalRows rows;
    QList<TransferId> ids; // of all rows
    QMap<TransferId, Wanted> wanted;
};

// The journal on a thread of its own: no disk ever holds up the engine. Calls return at once and are done in
// their order, as many as are waiting in one transaction; callbacks run on the engine's thread, never from
// inside the call, and not after this object is gone. Parts are gathered for 100 ms or 64 rows, and always
// written before any state that is saved after them. What cannot be written and has no callback (parts,
// notes, order) is kept and tried again every few seconds; nothing overtakes it. Lives on the engine's
// thread.
class JournalThread final : public QObject
{
    Q_OBJECT
public:
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    explicit JournalThread(QObject* parent = nullptr);
    ~JournalThread() override; // writes what is waiting, then closes

    // Rows come in blocks, in the order of the queue, and then the revision at which they were read.
    void open(const QString& folder, std::function<void(QList<Transfer>)> take, Answer<qint64> opened);

    void add(const QList<Transfer>& transfers, Answer<QList<TransferId>> added);
    void saveState(TransferId id, const UploadState& state, const QDateTime& endedAt, Answer<void> saved);
    void changeState(TransferId id, std::function<bool(UploadState&)> edit, const QDateTime& now,
                     Answer<std::optional<UploadState>> changed); // edit runs on the journal's thread
    void savePart(TransferId id, int number, const StoredPart& part);
    void forgetParts(TransferId id);
    void saveSource(TransferId id, const SourceFingerprint& source, const UploadSpec& spec);
    void recheckParts(TransferId id, const SourceFingerprint& source, const UploadSpec& spec,
                      const QMap<int, StoredPart>& unchecked);
    void saveOrder(TransferId id, qint64 position, int priority);
    void note(TransferId id, const HistoryLine& line);
    void remove(const QList<TransferId>& ids, Answer<void> removed);
    void setWanted(TransferId id, Wanted wanted);

    void loadOne(TransferId id, Answer<std::optional<Transfer>> loaded);
    void history(TransferId id, Answer<QList<HistoryLine>> loaded);
    void look(qint64 since, const QList<TransferId>& mine, Answer<JournalNews> looked);
    bool isOthersUpload(TransferId id, const QString& uploadId); // waits; rare

Q_SIGNALS:
    void writesFail(const partway::Error& error); // the first failure of a row of them
    void writesWork();                            // after writesFail

private:
    template <typename T>
    void ask(std::function<Result<T>(Journal&)> call, Answer<T> answer, Durable durable, bool isRead);
    void write(std::function<Result<void>(Journal&)> call);
    void flushParts();

    QThread m_thread;
    JournalWorker* m_worker; // lives on m_thread
    QMap<TransferId, QMap<int, StoredPart>> m_parts;
    int m_partCount = 0;
    QTimer m_partTimer;
};

} // namespace partway
