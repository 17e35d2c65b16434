// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/refuseddialog.h"

#include "format/errortext.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace partway {

RefusedDialog::RefusedDialog(const QList<RefusedPath>& refused, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Not taken"));
    resize(720, 360);
    auto* label = new QLabel(tr("These could not be taken; everything else goes on."), this);
    label->setWordWrap(true);
    auto* list = new QTreeWidget(this);
    list->setAccessibleName(tr("What could not be taken"));
    list->setHeaderLabels({tr("What"), tr("Why")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setColumnWidth(0, 300);
    list->setTextElideMode(Qt::ElideMiddle);
    QStringList lines;
    for (const RefusedPath& item : refused) {
        Error error = item.error;
        error.resource.clear(); // the path stands beside it
        auto* row = new QTreeWidgetItem(list, {item.path, describeError(error).sentence});
        row->setToolTip(0, item.path);
        row->setToolTip(1, errorLine(error));
        lines.append(item.path + u'\t' + errorLine(error));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copy = buttons->addButton(tr("&Copy the list"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [text = lines.join(u'\n')] { QGuiApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
}

} // namespace partway
