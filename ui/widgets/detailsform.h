// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/transfer.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;

namespace partway {

// The facts of one transfer, as pairs of name and value that can be selected and copied.
class DetailsForm final : public QScrollArea
{
    Q_OBJECT
public:
    explicit DetailsForm(QWidget* parent = nullptr);

    void setDetails(const TransferDetails& details, const QString& accountName);

private:
    QFormLayout* m_form = nullptr;
    QList<QPair<QString, QString>> m_shown;
};

// Name and value of each fact that is known. Pure.
QList<QPair<QString, QString>> detailFacts(const TransferDetails& details, const QString& accountName);

} // namespace partway
