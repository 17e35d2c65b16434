// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "buckets/bucketview.h"

#include <QAbstractItemModelTester>
#include <QTimer>
#include <QtTest>

using namespace partway;

namespace {

// Two buckets; "many" holds 100,000 objects, "tree" a folder. Listings come in pages of 1,000.
class BrowsedStore final : public ObjectStore
{
public:
    const StoreProfile& profile() const override { return m_profile; }
    bool needsPayloadHash() const override { return false; }
    CallId listBuckets(Answer<QList<ListedBucket>> answer) override
    {
        QList<ListedBucket> buckets{{"many", {}, {}}, {"tree", {}, {}}};
        return later<QList<ListedBucket>>(s_bucketsHidden ? Result<QList<ListedBucket>>(denied())
                                                          : Result<QList<ListedBucket>>(buckets),
                                          answer);
    }
    CallId listObjects(const ListObjectsInput& input, Answer<ListObjectsPage> answer) override
    {
        ++s_listings;
        if (s_failures > 0) {
            --s_failures;
            return later<ListObjectsPage>(denied(), answer);
        }
        return later<ListObjectsPage>(input.bucket == "many" ? many(input) : tree(input), answer);
    }
    void cancel(CallId) override {}
    void dropConnections() override {}

    CallId createUpload(const CreateUploadInput&, Answer<CreateUploadOutput> a) override { return no(a); }
    CallId sendPart(const SendPartInput&, Answer<SendPartOutput> a, Progress) override { return no(a); }
    CallId completeUpload(const CompleteUploadInput&, Answer<CompleteUploadOutput> a) override
    {
        return no(a);
    }
    CallId abortUpload(const UploadRef&, Answer<void> a) override { return no(a); }
    CallId listParts(const ListPartsInput&, Answer<ListPartsPage> a) override { return no(a); }
    CallId listUploads(const ListUploadsInput&, Answer<ListUploadsPage> a) override { return no(a); }
    CallId putObject(const PutObjectInput&, Answer<PutObjectOutput> a, Progress) override { return no(a); }
    CallId headObject(const HeadObjectInput&, Answer<ObjectInfo> a) override { return no(a); }
    CallId headBucket(const QString&, Answer<BucketInfo> a) override { return no(a); }
    CallId createBucket(const QString&, Answer<void> a) override { return no(a); }

    static inline std::atomic<int> s_listings = 0;
    static inline std::atomic<int> s_failures = 0;
    static inline std::atomic<bool> s_bucketsHidden = false;

private:
    static Error denied()
    {
        return Error{.kind = ErrorKind::Refused, .httpStatus = 403, .code = "AccessDenied"};
    }
    template <typename T>
    CallId later(Result<T> result, Answer<T> answer)
    {
        QTimer::singleShot(0, [result, answer] { answer(result); });
        return 1;
    }
    template <typename T>
    CallId no(Answer<T> answer)
    {
        return later<T>(denied(), answer);
    }
    static ListObjectsPage many(const ListObjectsInput& input)
    {
        ListObjectsPage page;
        const int first = input.continuationToken.toInt();
        for (int number = first; number < first + 1000; ++number) {
            const QByteArray key = "object " + QByteArray::number(number).rightJustified(6, '0');
            if (key.startsWith(input.prefix))
                page.objects.append({key, number, "\"e\"", {}, "STANDARD"});
        }
        page.truncated = first + 1000 < 100'000 && input.prefix.isEmpty();
        if (page.truncated)
            page.nextToken = QByteArray::number(first + 1000);
        return page;
    }
    static ListObjectsPage tree(const ListObjectsInput& input)
    {
        ListObjectsPage page;
        if (input.prefix.isEmpty())
            page.prefixes = {"empty/", "raw/"};
        else if (input.prefix == "raw/")
            page.objects = {{"raw/", 0, "\"e\"", {}, {}},
                            {"raw/a/b", 5, "\"e\"", {}, {}},
                            {"raw/day1.mov", 7, "\"e\"", {}, {}}};
        return page;
    }

    StoreProfile m_profile;
};

class OneStore final : public StoreProvider
{
public:
    void open(const QString& accountId, Opened opened) override
    {
        QTimer::singleShot(0, [accountId, opened] {
            if (accountId == "missing")
                opened(Error{.kind = ErrorKind::NotFound, .code = "account-missing"});
            else
                opened(std::shared_ptr<ObjectStore>(std::make_shared<BrowsedStore>()));
        });
    }
    void forget(const QString&) override {}
};

} // namespace

class BucketTreeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void opensStepByStep();
    void keepsThePromisesOfAModel();
    void pagesAHundredThousand();
    void sayWhatWentWrongAndTryAgain();
    void bucketsThatCannotBeListed();
    void narrows();
    void filters();
    void choosesPlacesOnly();
    void answersForWhatIsGone();
    void forgets();

private:
    QModelIndex bucket(const QString& name) const;
    bool open(const QModelIndex& place);
    QStringList names(const QModelIndex& parent) const;

    std::unique_ptr<StoreOffice> m_office;
    std::unique_ptr<BucketTree> m_tree;
};

void BucketTreeTest::init()
{
    BrowsedStore::s_listings = 0;
    BrowsedStore::s_failures = 0;
    BrowsedStore::s_bucketsHidden = false;
    m_office = std::make_unique<StoreOffice>(std::make_unique<OneStore>());
    m_tree = std::make_unique<BucketTree>(*m_office, BucketTree::Show::Everything);
    m_tree->setAccount("account", {});
    QVERIFY(m_tree->isAsking());
    QTRY_VERIFY(!m_tree->isAsking());
}

void BucketTreeTest::cleanup()
{
    m_tree.reset();
    m_office.reset();
}

QModelIndex BucketTreeTest::bucket(const QString& name) const
{
    for (int row = 0; row < m_tree->rowCount(); ++row) {
        if (m_tree->row(m_tree->index(row, 0)).bucket == name)
            return m_tree->index(row, 0);
    }
    return {};
}

bool BucketTreeTest::open(const QModelIndex& place)
{
    QSignalSpy listed(m_tree.get(), &BucketTree::placeListed);
    if (m_tree->canFetchMore(place))
        m_tree->fetchMore(place);
    else
        m_tree->activate(m_tree->index(m_tree->rowCount(place) - 1, 0, place));
    return listed.wait();
}

QStringList BucketTreeTest::names(const QModelIndex& parent) const
{
    QStringList names;
    for (int row = 0; row < m_tree->rowCount(parent); ++row)
        names.append(m_tree->index(row, 0, parent).data().toString());
    return names;
}

void BucketTreeTest::opensStepByStep()
{
    QCOMPARE(names({}), (QStringList{"many", "tree"}));
    QCOMPARE(BrowsedStore::s_listings, 0); // nothing that nobody opened
    const QModelIndex tree = bucket("tree");
    QVERIFY(m_tree->hasChildren(tree) && m_tree->canFetchMore(tree));
    m_tree->fetchMore(tree);
    QVERIFY(!m_tree->canFetchMore(tree));
    QTRY_COMPARE(names(tree), (QStringList{"empty", "raw"}));
    const QModelIndex raw = m_tree->index(1, 0, tree);
    QVERIFY(open(raw));
    QCOMPARE(names(raw), (QStringList{"a/b", "day1.mov"})); // without the object that stands for the folder
    const QModelIndex day = m_tree->index(1, 0, raw);
    QCOMPARE(m_tree->row(day).key, QByteArray("raw/day1.mov"));
    QCOMPARE(m_tree->placeOf(day), raw);
    QVERIFY(day.data(Qt::AccessibleTextRole).toString().contains("object"));
    QVERIFY(open(m_tree->index(0, 0, tree)));
    QCOMPARE(names(m_tree->index(0, 0, tree)), QStringList{"Nothing in here"});
}

// The tester opens whatever can be opened, in the middle of changes, and looks at all of it after each.
void BucketTreeTest::keepsThePromisesOfAModel()
{
    QAbstractItemModelTester tester(m_tree.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    BucketFilter filter(*m_tree);
    QAbstractItemModelTester filtered(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_tree->refresh({});
    QTRY_COMPARE(m_tree->rowCount(), 2);
    QTRY_COMPARE(m_tree->rowCount(bucket("many")), 1001);
    QTRY_COMPARE(m_tree->rowCount(bucket("tree")), 2);
    m_tree->activate(m_tree->index(1000, 0, bucket("many")));
    QTRY_COMPARE(m_tree->rowCount(bucket("many")), 2001);
    m_tree->narrow(bucket("many"), "object 00001");
    QTRY_COMPARE(m_tree->rowCount(bucket("many")), 10);
    m_tree->forgetObject("many", "object 000013");
    QCOMPARE(m_tree->rowCount(bucket("many")), 9);
    BrowsedStore::s_failures = 1;
    m_tree->refresh(bucket("tree"));
    QTRY_COMPARE(m_tree->row(m_tree->index(0, 0, bucket("tree"))).kind, BucketRowKind::Failed);
}

// What is shown costs what is shown of it.
void BucketTreeTest::pagesAHundredThousand()
{
    const QPersistentModelIndex many = bucket("many");
    QVERIFY(open(many));
    QCOMPARE(m_tree->rowCount(many), 1001);
    QCOMPARE(m_tree->row(m_tree->index(1000, 0, many)).kind, BucketRowKind::More);
    for (int page = 1; page < 100; ++page)
        QVERIFY(open(many));
    QCOMPARE(m_tree->rowCount(many), 100'000);
    QCOMPARE(m_tree->row(m_tree->index(99'999, 0, many)).key, QByteArray("object 099999"));
    QCOMPARE(BrowsedStore::s_listings, 100);
    m_tree->activate(m_tree->index(99'999, 0, many)); // an object is left alone
    QCOMPARE(m_tree->rowCount(many), 100'000);
}

void BucketTreeTest::sayWhatWentWrongAndTryAgain()
{
    BrowsedStore::s_failures = 1;
    const QModelIndex tree = bucket("tree");
    QVERIFY(open(tree));
    QCOMPARE(m_tree->row(m_tree->index(0, 0, tree)).kind, BucketRowKind::Failed);
    QVERIFY(m_tree->index(0, 0, tree).data(Qt::ToolTipRole).toString().size() > 10);
    QVERIFY(open(tree));
    QCOMPARE(names(tree), (QStringList{"empty", "raw"}));
}

// Keys may be for one bucket alone: it is shown although nobody may list it.
void BucketTreeTest::bucketsThatCannotBeListed()
{
    BrowsedStore::s_bucketsHidden = true;
    m_tree->setAccount("account", "tree");
    QTRY_VERIFY(m_tree->error());
    QCOMPARE(names({}), QStringList{"tree"});
    QVERIFY(open(bucket("tree")));
    m_tree->addBucket("many");
    m_tree->addBucket("many");
    QCOMPARE(names({}), (QStringList{"many", "tree"})); // by name
    m_tree->addBucket("new");
    QCOMPARE(names({}), (QStringList{"many", "new", "tree"}));
    QCOMPARE(bucket("tree").row(), 2);
    m_tree->setAccount("missing", {});
    QTRY_VERIFY(m_tree->error() && m_tree->error()->code == "account-missing");
    QCOMPARE(m_tree->rowCount(), 0);
}

void BucketTreeTest::narrows()
{
    const QPersistentModelIndex many = bucket("many");
    QVERIFY(open(many));
    QSignalSpy listed(m_tree.get(), &BucketTree::placeListed);
    m_tree->narrow(many, "object 00001");
    QVERIFY(listed.wait());
    QCOMPARE(m_tree->rowCount(many), 10);
    QVERIFY(many.data().toString().contains("object 00001"));
    m_tree->narrow(many, {});
    QVERIFY(listed.wait());
    QCOMPARE(m_tree->rowCount(many), 1001);
}

void BucketTreeTest::filters()
{
    BucketFilter filter(*m_tree);
    QVERIFY(open(bucket("tree")));
    QVERIFY(open(m_tree->index(1, 0, bucket("tree"))));
    filter.setText("DAY1");
    QCOMPARE(filter.rowCount(), 1);
    const QModelIndex raw = filter.index(0, 0, filter.index(0, 0));
    QCOMPARE(raw.data().toString(), QString("raw"));
    QCOMPARE(filter.index(0, 0, raw).data().toString(), QString("day1.mov"));
    filter.setText({});
    QCOMPARE(filter.rowCount(), 2);
}

void BucketTreeTest::choosesPlacesOnly()
{
    BucketTree places(*m_office, BucketTree::Show::Places);
    places.setAccount("account", {});
    QTRY_COMPARE(places.rowCount(), 2);
    QCOMPARE(places.columnCount(), 1);
    QSignalSpy listed(&places, &BucketTree::placeListed);
    places.fetchMore(places.index(1, 0));
    QVERIFY(listed.wait());
    const QModelIndex raw = places.index(1, 0, places.index(1, 0));
    places.fetchMore(raw);
    QVERIFY(listed.wait());
    QCOMPARE(places.row(places.index(0, 0, raw)).kind, BucketRowKind::Empty);
}

// The account is changed, or the page is closed, while the store thinks.
void BucketTreeTest::answersForWhatIsGone()
{
    m_tree->fetchMore(bucket("tree"));
    m_tree->setAccount("account", {});
    QTRY_COMPARE(m_tree->rowCount(), 2);
    QCOMPARE(m_tree->rowCount(bucket("tree")), 0);
    m_tree->refresh(bucket("many"));
    m_tree->refresh(bucket("many")); // the first answer is void
    QTRY_COMPARE(m_tree->rowCount(bucket("many")), 1001);
    QTRY_COMPARE(BrowsedStore::s_listings, 2);
    QCOMPARE(m_tree->rowCount(bucket("many")), 1001);
    m_tree->fetchMore(bucket("tree"));
    m_tree.reset();
}

void BucketTreeTest::forgets()
{
    const QModelIndex many = bucket("many");
    QVERIFY(open(many));
    m_tree->forgetObject("many", "object 000003");
    QCOMPARE(m_tree->rowCount(many), 1000);
    QCOMPARE(m_tree->row(m_tree->index(3, 0, many)).key, QByteArray("object 000004"));
    m_tree->forgetObject("many", "nothing");
    QCOMPARE(m_tree->rowCount(many), 1000);
}

QTEST_MAIN(BucketTreeTest)
#include "tst_buckettree.moc"
