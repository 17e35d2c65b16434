// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/bucketsplace.h"

#include "buckets/bucketspage.h"
#include "buckets/placedialog.h"
#include "dialogs/refuseddialog.h"
#include "windows/mainwindow.h"
#include "windows/ticketdesk.h"

#include <QCoreApplication>
#include <QSettings>

namespace partway {

namespace {

QString say(const char* words)
{
    return QCoreApplication::translate("BucketsPage", words);
}

void choosePlace(MainWindow& window, StoreOffice& office, const AccountList& accounts, const Destination& now)
{
    auto* dialog = new PlaceDialog(office, accounts,
                                   say(QT_TRANSLATE_NOOP("BucketsPage", "Where new files are uploaded to")),
                                   now, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, &window,
                     [&window, dialog] { window.setDestination(dialog->destination()); });
    dialog->open();
}

} // namespace

void addBucketsPlace(MainWindow& window, const WindowParts& parts)
{
    const auto showRefused = [&window](const QList<RefusedPath>& refused) {
        auto* dialog = new RefusedDialog(refused, &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    auto* page = new BucketsPage(
        {.office = parts.office,
         .accounts = parts.book.accounts(),
         .queue = parts.queue,
         .upload = [&window](const QStringList& paths, const Destination& to) { window.addPaths(paths, to); },
         .setDestination = [&window](const Destination& to) { window.setDestination(to); },
         .notice = [&window](const QString& text) { window.showNotice(text); },
         .showRefused = showRefused,
         .offerTicket = [&window](const Destination& to) { Q_EMIT window.tickets().offerWanted(to); },
         .exchanges = parts.exchanges},
        &window);
    const QString file = parts.stateFolder + QStringLiteral("/window.ini");
    page->restoreState(QSettings(file, QSettings::IniFormat));
    window.addPlace(QStringLiteral("buckets"), say(QT_TRANSLATE_NOOP("BucketsPage", "&Buckets")),
                    QStringLiteral("bucket"), page);
    QObject::connect(&parts.book, &AccountBook::changed, page, &BucketsPage::reloadAccounts);
    QObject::connect(&window, &MainWindow::closing, page, [page, file] {
        QSettings settings(file, QSettings::IniFormat);
        page->saveState(settings);
    });
    QObject::connect(&window, &MainWindow::browseWanted, page,
                     [&window, &office = parts.office, &book = parts.book](const Destination& now) {
                         choosePlace(window, office, book.accounts(), now);
                     });
}

} // namespace partway
