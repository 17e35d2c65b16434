// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/connectiontest.h"
#include "doctor/finding.h"

#include <QDialog>
#include <QPointer>

class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTextBrowser;

namespace partway {

// The connection test of one account, as saved or as it is being written: a report that grows step by step,
// can be stopped and copied.
class TestDialog final : public QDialog
{
    Q_OBJECT
public:
    TestDialog(const QString& accountName, const Visit& visit, QWidget* parent);
    ~TestDialog() override; // a test that runs cleans up in the background

    const QList<Finding>& findings() const { return m_findings; }
    QString report() const; // as text

Q_SIGNALS:
    void tested(const QList<partway::Finding>& findings); // to its end, not stopped

private:
    void tell(const Finding& finding);
    void finish(const QList<Finding>& findings, bool cancelled);
    void stopOrClose();
    QString policyHtml() const;

    const QString m_bucket;
    const QString m_prefix;
    QPointer<ConnectionTest> m_test;
    QList<Finding> m_findings;
    QLabel* m_head = nullptr;
    QTextBrowser* m_report = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace partway
