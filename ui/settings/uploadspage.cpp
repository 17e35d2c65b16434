// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byterange.h"
#include "format/numbers.h"
#include "settings/settingspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>

namespace partway {

namespace {

constexpr qint64 partSizes[]{8 * MiB, 16 * MiB, 32 * MiB, 64 * MiB, 128 * MiB, 256 * MiB, 512 * MiB, GiB};
constexpr int mostParallel = 12; // connections to one endpoint

// Shows a value also where it is none of the choices (set by hand in the file).
void select(QComboBox* box, qint64 value, const QString& text)
{
    if (box->findData(value) < 0)
        box->addItem(text, value);
    box->setCurrentIndex(box->findData(value));
}

class UploadsPage final : public SettingsPage
{
    Q_DECLARE_TR_FUNCTIONS(UploadsPage)
public:
    explicit UploadsPage(PreferenceBook& book);

private:
    void fill(const Preferences& now) override;
    void makeExists();
    void makeParts();
    void makeChecksum();

    QComboBox* m_exists = nullptr;
    QComboBox* m_partSize = nullptr;
    QComboBox* m_parallel = nullptr;
    QComboBox* m_checksum = nullptr;
    QCheckBox* m_links = nullptr;
};

UploadsPage::UploadsPage(PreferenceBook& book)
    : SettingsPage(book, tr("Uploads"), QStringLiteral("add-files"))
{
    makeExists();
    makeParts();
    makeChecksum();
    m_links = new QCheckBox(tr("Follow symbolic &links"), this);
    addCheck(m_links, tr("Without this a link in a folder is left out and named."));
    connect(m_links, &QCheckBox::toggled, this,
            [this](bool on) { edit([on](Preferences& now) { now.followLinks = on; }); });
}

void UploadsPage::makeExists()
{
    m_exists = new QComboBox(this);
    m_exists->addItem(tr("Ask me"), ifExistsName(IfExists::Ask));
    m_exists->addItem(tr("Replace it"), ifExistsName(IfExists::Replace));
    m_exists->addItem(tr("Keep both, with another name"), ifExistsName(IfExists::Rename));
    m_exists->addItem(tr("Skip the file"), ifExistsName(IfExists::Skip));
    m_exists->addItem(tr("Fail, and let the server refuse it"), ifExistsName(IfExists::Fail));
    addChoice(tr("If the &object exists:"), m_exists, tr("Counts for files that are added from now on."));
    connect(m_exists, &QComboBox::activated, this, [this] {
        const QString name = m_exists->currentData().toString();
        edit([name](Preferences& now) { (void)ifExistsFromName(name, &now.ifExists); });
    });
}

void UploadsPage::makeParts()
{
    m_partSize = new QComboBox(this);
    m_partSize->addItem(tr("Automatic"), qint64(0));
    for (qint64 size : partSizes)
        m_partSize->addItem(formatBytes(size), size);
    addChoice(tr("&Part size:"), m_partSize,
              tr("Automatic parts grow with the file. A fixed size grows only where a file would need more "
                 "parts than the store takes."));
    connect(m_partSize, &QComboBox::activated, this, [this] {
        const qint64 size = m_partSize->currentData().toLongLong();
        edit([size](Preferences& now) { now.partSize = size; });
    });
    m_parallel = new QComboBox(this);
    m_parallel->addItem(tr("Automatic"), 0);
    for (int count = 1; count <= mostParallel; ++count)
        m_parallel->addItem(QLocale().toString(count), count);
    addChoice(
        tr("Parts at on&ce:"), m_parallel,
        tr("Automatic climbs while that makes it quicker, and slows down when the server asks for it."));
    connect(m_parallel, &QComboBox::activated, this, [this] {
        const int count = m_parallel->currentData().toInt();
        edit([count](Preferences& now) { now.parallel = count; });
    });
}

void UploadsPage::makeChecksum()
{
    m_checksum = new QComboBox(this);
    m_checksum->addItem(tr("As the account's store does it best"), QString());
    for (ChecksumMode mode : {ChecksumMode::Crc64Nvme, ChecksumMode::Crc32c, ChecksumMode::Crc32,
                              ChecksumMode::Sha256, ChecksumMode::Md5})
        m_checksum->addItem(checksumModeName(mode).toUpper(), checksumModeName(mode));
    addChoice(tr("Check&sum:"), m_checksum,
              tr("The store compares it with what arrives, part by part. A fixed one must be known to it."));
    connect(m_checksum, &QComboBox::activated, this, [this] {
        ChecksumMode mode{};
        const bool fixed = checksumModeFromName(m_checksum->currentData().toString(), &mode);
        edit([=](Preferences& now) { now.checksum = fixed ? std::optional(mode) : std::nullopt; });
    });
}

void UploadsPage::fill(const Preferences& now)
{
    m_exists->setCurrentIndex(m_exists->findData(ifExistsName(now.ifExists)));
    select(m_partSize, now.partSize, formatBytes(now.partSize));
    select(m_parallel, now.parallel, QLocale().toString(now.parallel));
    const int checksum = now.checksum ? m_checksum->findData(checksumModeName(*now.checksum)) : 0;
    m_checksum->setCurrentIndex(qMax(0, checksum));
    m_links->setChecked(now.followLinks);
}

} // namespace

SettingsPage* makeUploadsPage(PreferenceBook& book)
{
    return new UploadsPage(book);
}

} // namespace partway
