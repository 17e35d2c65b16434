// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;

namespace partway {

// The help in one page: how it works, what the states mean, and the keys. The keys are read from the actions
// themselves, so that none is missing or wrong.
class HelpWindow final : public QDialog
{
    Q_OBJECT
public:
    HelpWindow(const QList<QAction*>& actions, QWidget* parent);
};

// The page, as simple HTML. Pure but for the language.
QString helpPage(const QList<QAction*>& actions);

} // namespace partway
