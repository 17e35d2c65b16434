// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorystore.h"

#include <QCryptographicHash>
#include <QTest>

using namespace partway;
using namespace std::chrono_literals;

// The double itself: other tests lean on its strictness.
class MemoryStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void partsBecomeAnObject();
    void refusesWrongLists_data();
    void refusesWrongLists();
    void cutPartIsNotThere();
    void lostAnswerDidTheWork();

private:
    template <typename T>
    Result<T> wait(const std::function<void(ObjectStore::Answer<T>)>& call)
    {
        std::optional<Result<T>> result;
        call([&](Result<T> answer) { result = std::move(answer); });
        if (result)
            return storeError(ErrorKind::Bug, "answered-inside", 0);
        if (!QTest::qWaitFor([&] { return result.has_value(); }))
            return storeError(ErrorKind::Bug, "no-answer", 0);
        return *result;
    }
    Result<SendPartOutput> send(int number, const QByteArray& bytes);
    Result<CompleteUploadOutput> complete(const QList<CompletedPart>& parts);

    std::shared_ptr<MemoryBackend> m_backend;
    std::unique_ptr<MemoryStore> m_store;
    QString m_upload;
};

void MemoryStoreTest::init()
{
    m_backend = std::make_shared<MemoryBackend>();
    m_backend->setMinPart(4);
    m_store = std::make_unique<MemoryStore>(m_backend);
    const auto created = wait<CreateUploadOutput>([&](auto answer) {
        m_store->createUpload({"bucket", "key", {}, {}}, answer);
    });
    QVERIFY(created.ok());
    m_upload = created->uploadId;
}

Result<SendPartOutput> MemoryStoreTest::send(int number, const QByteArray& bytes)
{
    SendPartInput input{"bucket", "key", m_upload, number, {}, {}, {}};
    input.body.bytes = bytes;
    return wait<SendPartOutput>([&](auto answer) { m_store->sendPart(input, answer, {}); });
}

Result<CompleteUploadOutput> MemoryStoreTest::complete(const QList<CompletedPart>& parts)
{
    CompleteUploadInput input;
    input.bucket = "bucket";
    input.key = "key";
    input.uploadId = m_upload;
    input.parts = parts;
    return wait<CompleteUploadOutput>([&](auto answer) { m_store->completeUpload(input, answer); });
}

void MemoryStoreTest::partsBecomeAnObject()
{
    const auto first = send(1, "abcd");
    const auto second = send(2, "e");
    const auto done = complete({{1, first->etag, {}}, {2, second->etag, {}}});
    QVERIFY(done.ok());
    QCOMPARE(m_backend->objectBytes("bucket", "key"), "abcde");
    const auto md5 = [](const QByteArray& b) { return QCryptographicHash::hash(b, QCryptographicHash::Md5); };
    QCOMPARE(done->etag, '"' + md5(md5("abcd") + md5("e")).toHex() + "-2\"");
    QVERIFY(m_backend->uploads().isEmpty());
    QCOMPARE(complete({{1, first->etag, {}}}).error().code, "NoSuchUpload");
}

void MemoryStoreTest::refusesWrongLists_data()
{
    QTest::addColumn<QList<int>>("numbers");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QList<int>{} << "MalformedXML";
    QTest::newRow("order") << QList<int>{3, 1} << "InvalidPartOrder";
    QTest::newRow("twice") << QList<int>{1, 1} << "InvalidPartOrder";
    QTest::newRow("unknown") << QList<int>{1, 7} << "InvalidPart";
    QTest::newRow("small in the middle") << QList<int>{1, 2, 3} << "EntityTooSmall";
}

void MemoryStoreTest::refusesWrongLists()
{
    QFETCH(QList<int>, numbers);
    QMap<int, QByteArray> etags;
    etags[1] = send(1, "abcd")->etag;
    etags[2] = send(2, "ef")->etag;
    etags[3] = send(3, "ghij")->etag;
    QList<CompletedPart> parts;
    for (int number : numbers)
        parts.append({number, etags.value(number), {}});
    QTEST(complete(parts).error().code, "code");
    QVERIFY(!m_backend->hasObject("bucket", "key"));
}

void MemoryStoreTest::cutPartIsNotThere()
{
    m_backend->setDelay(20ms);
    SendPartInput input{"bucket", "key", m_upload, 1, {}, {}, {}};
    input.body.bytes = "abcd";
    int ends = 0;
    std::optional<Error> error;
    const auto call = m_store->sendPart(input,
                                        [&](Result<SendPartOutput> answer) {
                                            ++ends;
                                            if (!answer.ok())
                                                error = answer.error();
                                        },
                                        {});
    m_store->cancel(call);
    QCOMPARE(ends, 0);
    QTest::qWait(40);
    QCOMPARE(ends, 1);
    QVERIFY(error && error->kind == ErrorKind::Cancelled);
    QVERIFY(m_backend->uploads().value(m_upload).parts.isEmpty());
    QCOMPARE(m_backend->counts().inFlight, 0);
}

void MemoryStoreTest::lostAnswerDidTheWork()
{
    StoreFault fault;
    fault.part = 2;
    fault.error = storeError(ErrorKind::Transient, "connection-lost", 0);
    fault.afterWork = true;
    m_backend->addFault(fault);
    QVERIFY(send(1, "abcd").ok());
    QCOMPARE(send(2, "efgh").error().code, "connection-lost");
    QCOMPARE(m_backend->uploads().value(m_upload).parts.size(), 2);
    QVERIFY(send(2, "efgh").ok());
    QCOMPARE(m_backend->calls(StoreCall::SendPart), 3);
}

QTEST_GUILESS_MAIN(MemoryStoreTest)
#include "tst_memorystore.moc"
