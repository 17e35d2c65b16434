// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/helpwindow.h"

#include "format/transfertext.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace partway {

namespace {

QString heading(const QString& text)
{
    return QStringLiteral("<h3>%1</h3>").arg(text.toHtmlEscaped());
}

QString paragraph(const QString& text)
{
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

QString tableRow(const QString& name, const QString& meaning)
{
    return QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), meaning.toHtmlEscaped());
}

QString table(const QString& rows)
{
    return QStringLiteral("<table cellpadding=\"4\">%1</table>").arg(rows);
}

QString introduction()
{
    return heading(HelpWindow::tr("How it works")) +
           paragraph(HelpWindow::tr(
               "Add an account, choose where the files are to go, and drop files or folders on the window. "
               "Large files "
               "are sent in parts. Each part that the server has acknowledged stays stored: after a pause, a "
               "crash, a "
               "restart or a change of network Partway goes on with the parts that are missing.")) +
           paragraph(HelpWindow::tr("Pause keeps what is stored on the server. Abort deletes it there. To "
                                    "remove a row from the list changes "
                                    "nothing on the server. At the end Partway proves that the object is the "
                                    "file; only then it says so."));
}

QString states()
{
    QString rows;
    for (Phase phase : {Phase::Waiting, Phase::Creating, Phase::Reconciling, Phase::Sending,
                        Phase::Completing, Phase::Confirming, Phase::Finished, Phase::Paused, Phase::Failed,
                        Phase::Aborting, Phase::Aborted, Phase::Skipped}) {
        TransferRow row;
        row.phase = phase;
        row.queued = true;
        rows += tableRow(stateWords(row), stateSentence(row));
    }
    for (Hold hold :
         {Hold::Network, Hold::Backoff, Hold::Throttled, Hold::SignIn, Hold::Portal, Hold::Proxy}) {
        TransferRow row;
        row.phase = Phase::Sending;
        row.hold = hold;
        rows += tableRow(stateWords(row), stateSentence(row));
    }
    for (Attention attention : {Attention::ObjectExists, Attention::SourceChanged, Attention::SourceMissing,
                                Attention::SignIn, Attention::OutcomeUnknown}) {
        TransferRow row;
        row.phase = Phase::NeedsAttention;
        row.attention = attention;
        rows += tableRow(stateWords(row), stateSentence(row));
    }
    return heading(HelpWindow::tr("What the states mean")) + table(rows);
}

QString keys(const QList<QAction*>& actions)
{
    QString rows;
    QStringList seen;
    for (const QAction* action : actions) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        // A word of a submenu says nothing on its own.
        const QString words =
            action->whatsThis().isEmpty() ? action->text().remove(u'&').remove(u'…') : action->whatsThis();
        if (key.isEmpty() || words.isEmpty() || seen.contains(key))
            continue;
        seen.append(key);
        rows += tableRow(key, words);
    }
    rows +=
        tableRow(HelpWindow::tr("Left and Right"), HelpWindow::tr("Collapse or expand a folder in the list"));
    rows += tableRow(HelpWindow::tr("Tab and Shift+Tab"),
                     HelpWindow::tr("To the next or the previous part of the window"));
    return heading(HelpWindow::tr("Keys")) + table(rows);
}

} // namespace

QString helpPage(const QList<QAction*>& actions)
{
    return introduction() + states() + keys(actions);
}

HelpWindow::HelpWindow(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Help"));
    auto* page = new QTextBrowser(this);
    page->setAccessibleName(tr("Help"));
    page->setOpenLinks(false);
    page->setHtml(helpPage(actions));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(page, 1);
    layout->addWidget(buttons);
    resize(640, 620);
    page->setFocus();
}

} // namespace partway
