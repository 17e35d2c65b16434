// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What reaches the main window from outside: drags, palette changes, the wish to close, and its saved state.
#include "format/destinationtext.h"
#include "format/errortext.h"
#include "widgets/destinationbox.h"
#include "widgets/dropoverlay.h"
#include "widgets/sidebar.h"
#include "widgets/statusline.h"
#include "windows/dropintake.h"
#include "windows/mainwindow.h"
#include "windows/places.h"
#include "windows/removal.h"
#include "windows/transferspage.h"
#include "windows/uploadintake.h"

#include <QCheckBox>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSplitter>

namespace partway {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString columnsKey = QStringLiteral("window/columns");
const QString groupKey = QStringLiteral("window/group");

} // namespace

// The source may propose a move and would then delete the files, or think that it has: only a copy is ever
// accepted.
void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!event->mimeData() || !bringsFiles(*event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const Result<Destination> to = m_destination->destination();
    m_overlay->showText(to ? tr("Drop to upload to %1").arg(placeText(to->bucket, to->prefix))
                           : errorLine(to.error()));
}

void MainWindow::dragMoveEvent(QDragMoveEvent* event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    m_overlay->hide();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_overlay->hide();
    if (!event->mimeData() || !m_intake->take(*event->mimeData()))
        return;
    m_places->show(transfersPlace); // that is where they are seen coming
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        m_status->setTotals(m_queue.totals()); // its dot is painted in the palette's colours
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const QueueTotals totals = m_queue.totals();
    const bool workLeft = totals.active + totals.waiting > 0;
    const bool toTray = m_hasTray() && !std::exchange(m_quitting, false);
    const OnClose wish = m_preferences.now().onClose;
    if (workLeft && !m_closeAgreed && wish == OnClose::Ask) {
        event->ignore();
        askClose(toTray);
        return;
    }
    m_transfers->removal().commit();
    saveState();
    if (workLeft && !m_closeAgreed && wish == OnClose::Tray && toTray) {
        event->ignore();
        hide();
        return;
    }
    event->accept();
    Q_EMIT closing();
}

void MainWindow::quit()
{
    m_quitting = true;
    if (isVisible())
        close();
    else
        QCoreApplication::sendEvent(this, std::make_unique<QCloseEvent>().get()); // close() passes it over
}

void MainWindow::askClose(bool toTray)
{
    const QueueTotals totals = m_queue.totals();
    comeForward(); // it may be in the tray
    auto* box =
        new QMessageBox(QMessageBox::Question, tr("Close Partway"),
                        tr("%n transfer(s) are not finished.", nullptr, totals.active + totals.waiting),
                        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QString kept =
        tr("Nothing is lost: what is stored is kept, and they go on by themselves when Partway "
           "starts the next time.");
    box->setInformativeText(toTray ? tr("They can go on in the tray while the window is closed. If you quit, "
                                        "nothing is lost: they go on when Partway starts the next time.")
                                   : kept);
    auto* again = new QCheckBox(tr("&Do not ask again"), box);
    box->setCheckBox(again);
    auto* tray = toTray ? box->addButton(tr("&Go on in the tray"), QMessageBox::AcceptRole) : nullptr;
    auto* close = box->addButton(toTray ? tr("&Quit") : tr("&Close"), QMessageBox::AcceptRole);
    auto* stay = box->addButton(tr("&Stay"), QMessageBox::RejectRole);
    box->setDefaultButton(tray ? tray : close);
    box->setEscapeButton(stay);
    const auto remember = [this, again](OnClose wish) {
        if (again->isChecked())
            m_preferences.change([wish](Preferences& now) { now.onClose = wish; });
    };
    connect(close, &QAbstractButton::clicked, this, [this, remember] {
        remember(OnClose::Quit);
        m_closeAgreed = true;
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection); // the box goes first
    });
    if (tray) {
        connect(tray, &QAbstractButton::clicked, this, [this, remember] {
            remember(OnClose::Tray);
            saveState();
            hide();
        });
    }
    box->open();
}

void MainWindow::saveState()
{
    m_settings->setValue(geometryKey, saveGeometry());
    m_settings->setValue(columnsKey, m_columns->saveState());
    m_settings->setValue(groupKey, static_cast<int>(m_sidebar->group()));
    m_places->saveState(*m_settings);
    m_transfers->saveState(*m_settings);
    m_destination->saveState(*m_settings);
    m_settings->sync();
}

void MainWindow::restoreState()
{
    if (!restoreGeometry(m_settings->value(geometryKey).toByteArray()))
        resize(QSize(1280, 760).boundedTo(screen()->availableSize() - QSize(20, 40)));
    m_columns->setSizes({m_columns->widget(0)->sizeHint().width(), 1110});
    m_columns->restoreState(m_settings->value(columnsKey).toByteArray());
    const int group = m_settings->value(groupKey, 0).toInt();
    if (group >= 0 && group < transferGroupCount)
        m_sidebar->setGroup(static_cast<TransferGroup>(group));
    m_places->restoreState(*m_settings);
    m_transfers->restoreState(*m_settings);
    m_destination->restoreState(*m_settings);
}

} // namespace partway
