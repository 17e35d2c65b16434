// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorystore.h"
#include "upload/adoptioncheck.h"
#include "upload/digestpool.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

using namespace partway;

using Lengths = QMap<int, qint64>;
using ManyLengths = QList<Lengths>;

Q_DECLARE_METATYPE(Lengths)
Q_DECLARE_METATYPE(ManyLengths)
Q_DECLARE_METATYPE(ListedPart)

namespace {

Lengths lengthsOf(const PartPlan& plan)
{
    Lengths lengths;
    for (int index = 0; index < plan.count; ++index)
        lengths.insert(plan.numberAt(index), plan.range(plan.numberAt(index)).length);
    return lengths;
}

StoreLimits smallParts()
{
    StoreLimits limits;
    limits.minPart = 4;
    return limits;
}

} // namespace

class AdoptionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void possible_data();
    void possible();
    void impossible_data();
    void impossible();
    void compares_data();
    void compares();
    void looksAtAnUpload();
    void findsTheCutsByTheBytes();
    void knowsAnotherFile();
};

void AdoptionTest::possible_data()
{
    QTest::addColumn<Lengths>("held");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<ManyLengths>("plans");
    QTest::newRow("all there") << Lengths{{1, 8}, {2, 8}, {3, 5}} << 21LL
                               << ManyLengths{{{1, 8}, {2, 8}, {3, 5}}};
    QTest::newRow("the end is missing")
        << Lengths{{1, 8}, {2, 8}} << 21LL << ManyLengths{{{1, 8}, {2, 8}, {3, 5}}};
    QTest::newRow("one in the middle is missing, or never was")
        << Lengths{{1, 8}, {3, 8}} << 29LL
        << ManyLengths{
               {{1, 8}, {2, 8}, {3, 8}, {4, 5}}, {{1, 8}, {2, 13}, {3, 8}}, {{1, 8}, {3, 8}, {4, 8}, {5, 5}}};
    QTest::newRow("numbers in tens") << Lengths{{10, 8}, {20, 8}, {30, 5}} << 21LL
                                     << ManyLengths{{{10, 8}, {20, 8}, {30, 5}}};
    QTest::newRow("only the short end") << Lengths{{3, 5}} << 21LL
                                        << ManyLengths{{{1, 5}, {2, 5}, {3, 5}, {4, 5}, {5, 1}},
                                                       {{1, 8}, {2, 8}, {3, 5}},
                                                       {{3, 5}, {4, 5}, {5, 5}, {6, 5}, {7, 1}}};
    QTest::newRow("all lengths") << Lengths{{1, 5}, {2, 9}, {3, 6}} << 20LL
                                 << ManyLengths{{{1, 5}, {2, 9}, {3, 6}}};
    QTest::newRow("a last part that is not the last is cut anew")
        << Lengths{{1, 8}, {2, 8}, {3, 2}} << 30LL << ManyLengths{{{1, 8}, {2, 8}, {3, 8}, {4, 6}}};
    QTest::newRow("empty parts") << Lengths{{1, 0}} << 3LL << ManyLengths{{{1, 3}}};
    QTest::newRow("empty file") << Lengths{{1, 0}} << 0LL << ManyLengths{{{1, 0}}};
}

void AdoptionTest::possible()
{
    QFETCH(const Lengths, held);
    QFETCH(const qint64, size);
    const Result<QList<PartPlan>> plans = possiblePlans(held, size, smallParts());
    QVERIFY(plans.ok());
    ManyLengths really;
    for (const PartPlan& plan : *plans) {
        QVERIFY(plan.covers() && !plan.direct);
        really.append(lengthsOf(plan));
    }
    QTEST(really, "plans");
}

void AdoptionTest::impossible_data()
{
    QTest::addColumn<Lengths>("held");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("code");
    QTest::newRow("smaller") << Lengths{{1, 8}, {2, 8}} << 15LL << "adopt-file-smaller";
    QTest::newRow("empty") << Lengths{{1, 8}} << 0LL << "adopt-file-smaller";
    QTest::newRow("no number left") << Lengths{{10'000, 8}} << 17LL << "file-too-large";
}

void AdoptionTest::impossible()
{
    QFETCH(const Lengths, held);
    QFETCH(const qint64, size);
    const Result<QList<PartPlan>> plans = possiblePlans(held, size, smallParts());
    QVERIFY(!plans.ok());
    QTEST(plans.error().code, "code");
}

void AdoptionTest::compares_data()
{
    QTest::addColumn<ListedPart>("listed");
    QTest::addColumn<PartMatch>("match");
    const Digests digests = digestOf("bytes", digestsFor(ChecksumMode::Crc32));
    const QByteArray md5 = '"' + digests.md5.toHex() + '"';
    const QByteArray other = '"' + QByteArray(32, 'a') + '"';
    QTest::newRow("ETag") << ListedPart{1, 5, md5, {}, {}} << PartMatch::Same;
    QTest::newRow("other ETag") << ListedPart{1, 5, other, {}, {}} << PartMatch::Different;
    QTest::newRow("opaque ETag") << ListedPart{1, 5, "\"x\"", {}, {}} << PartMatch::Uncheckable;
    QTest::newRow("checksum beside an encrypted ETag")
        << ListedPart{1, 5, other, digests.crc, {}} << PartMatch::Same;
    QTest::newRow("other checksum") << ListedPart{1, 5, md5, "abcd", {}} << PartMatch::Different;
}

void AdoptionTest::compares()
{
    QFETCH(const ListedPart, listed);
    const Digests digests = digestOf("bytes", digestsFor(ChecksumMode::Crc32));
    QTEST(compareListed(listed, digests, ChecksumMode::Crc32), "match");
}

namespace {

// An upload of somebody else's in a store in memory, and a file.
struct Scene
{
    Scene()
    {
        backend->setMinPart(0);
        for (int i = 0; i < 50'000; ++i)
            bytes.append(char(i * 7919 >> 4));
        QFile file(path);
        (void)file.open(QIODevice::WriteOnly);
        (void)file.write(bytes);
        uploadId = backend->create({"bucket", "key", {}, ChecksumMode::None})->uploadId;
    }

    void hold(int number, const QByteArray& part)
    {
        SendPartInput input{"bucket",           "key", uploadId, number, HttpBody{part, {}, {}},
                            ChecksumMode::None, {}};
        QVERIFY(backend->send(input).ok());
    }

    Result<Adoption> look()
    {
        std::optional<Result<Adoption>> found;
        AdoptionCheck check(store, digests);
        check.start({"bucket", "key", uploadId}, path,
                    [&](const Result<Adoption>& result) { found = result; });
        (void)QTest::qWaitFor([&] { return found.has_value(); });
        return found.value_or(Error{});
    }

    QTemporaryDir folder;
    QString path = folder.filePath("file");
    QByteArray bytes;
    std::shared_ptr<MemoryBackend> backend = std::make_shared<MemoryBackend>();
    MemoryStore store{backend};
    DigestPool digests;
    QString uploadId;
};

} // namespace

void AdoptionTest::looksAtAnUpload()
{
    Scene scene;
    for (int number : {1, 2, 4})
        scene.hold(number, scene.bytes.mid((number - 1) * 10'000, 10'000));
    scene.hold(3, QByteArray(10'000, 'x'));
    const Result<Adoption> found = scene.look();
    QVERIFY(found.ok());
    QCOMPARE(lengthsOf(found->plan),
             (Lengths{{1, 10'000}, {2, 10'000}, {3, 10'000}, {4, 10'000}, {5, 10'000}}));
    QCOMPARE(found->same.keys(), (QList<int>{1, 2, 4}));
    QCOMPARE(found->parts.value(3), PartMatch::Different);
    QCOMPARE(found->parts.value(5), PartMatch::Missing);
    QCOMPARE(found->toSend().bytes, 20'000);
    QVERIFY(!found->isOfAnotherFile() && !found->opaqueEtags);
    QCOMPARE(found->source, *fingerprintOf(scene.path));
}

// Part 2 was never there: only the bytes tell that part 3 follows part 1.
void AdoptionTest::findsTheCutsByTheBytes()
{
    Scene scene;
    scene.hold(1, scene.bytes.mid(0, 10'000));
    scene.hold(3, scene.bytes.mid(10'000, 10'000));
    scene.hold(5, scene.bytes.mid(20'000, 10'000));
    const Result<Adoption> found = scene.look();
    QVERIFY(found.ok());
    QCOMPARE(found->same.keys(), (QList<int>{1, 3, 5}));
    QCOMPARE(lengthsOf(found->plan),
             (Lengths{{1, 10'000}, {3, 10'000}, {5, 10'000}, {6, 10'000}, {7, 10'000}}));
}

void AdoptionTest::knowsAnotherFile()
{
    Scene scene;
    scene.hold(1, QByteArray(10'000, 'x'));
    const Result<Adoption> found = scene.look();
    QVERIFY(found.ok() && found->isOfAnotherFile());
    scene.hold(2, QByteArray(45'000, 'x'));
    const Result<Adoption> tooMuch = scene.look();
    QVERIFY(!tooMuch.ok());
    QCOMPARE(tooMuch.error().code, "adopt-file-smaller");
}

QTEST_GUILESS_MAIN(AdoptionTest)
#include "tst_adoption.moc"
