// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/storeoffice.h"
#include "incomplete/lifecycleeditor.h"
#include "queue/ownuploads.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace partway {

// The clean-up rule of a bucket: what is there, what would change, and what of ours it would take. Writes
// only when asked to, and says what became of it.
class CleanUpDialog final : public QDialog
{
    Q_OBJECT
public:
    CleanUpDialog(StoreOffice& office, const QString& accountId, const QString& bucket,
                  const QString& provider, const QList<OwnUpload>& own, QWidget* parent = nullptr);
    ~CleanUpDialog() override;

Q_SIGNALS:
    void rulesChanged(const QString& bucket, const QList<partway::CleanUpRule>& rules);

private:
    struct Agent;
    void makeForm(const QString& provider);
    void ask(std::function<void(LifecycleEditor&)> question);
    LifecycleEditor::Planned planTeller(bool removal); // for the office: leads back here
    void plan();                                       // of what is in the form
    void planRemoval();
    void takePlan(const Result<LifecyclePlan>& plan, bool removal);
    void apply();
    void takeApplied(const Result<QList<CleanUpRule>>& rules);
    void showNow(const LifecyclePlan& plan);
    bool warnOfOwn();
    void warn(const QString& words); // empty: of nothing
    void showDifference(const QStringList& lines, bool done);
    void setBusy(const QString& words); // empty: not any more

    StoreOffice& m_office;
    const QString m_accountId;
    const QString m_bucket;
    const QList<OwnUpload> m_own; // unfinished, in the bucket; the oldest first
    std::shared_ptr<Agent> m_agent;
    std::optional<LifecyclePlan> m_plan;
    bool m_formFilled = false;
    QTimer m_soon; // plans when the form has come to rest
    QSpinBox* m_days = nullptr;
    QLineEdit* m_prefix = nullptr;
    QLabel* m_now = nullptr;
    QLabel* m_warning = nullptr;
    QLabel* m_warningPicture = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_title = nullptr; // of the difference
    QPlainTextEdit* m_difference = nullptr;
    QPushButton* m_set = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace partway
