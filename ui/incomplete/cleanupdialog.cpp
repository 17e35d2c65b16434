// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/cleanupdialog.h"

#include "format/errortext.h"
#include "format/incompletetext.h"
#include "incomplete/deadline.h"
#include "paint/icons.h"
#include "paint/partcolors.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace partway {

namespace {

// Lines that come and go, told by their first character as well as by colour.
class DifferenceColors final : public QSyntaxHighlighter
{
public:
    explicit DifferenceColors(QPlainTextEdit& view) : QSyntaxHighlighter(view.document()), m_view(view) {}

protected:
    void highlightBlock(const QString& text) override
    {
        const bool dark = isDark(m_view.palette());
        QTextCharFormat format;
        if (text.startsWith(u'+'))
            format.setForeground(dark ? QColor(0x7e, 0xd4, 0x8a) : QColor(0x17, 0x6b, 0x2c));
        else if (text.startsWith(u'-'))
            format.setForeground(dark ? QColor(0xff, 0x9b, 0x8f) : QColor(0xa8, 0x1e, 0x12));
        else
            return;
        format.setFontWeight(QFont::Bold);
        setFormat(0, int(text.size()), format);
    }

private:
    QPlainTextEdit& m_view;
};

QString ruleSentence(const CleanUpRule& rule)
{
    QString words =
        rule.prefix.isEmpty()
            ? CleanUpDialog::tr("“%1” aborts incomplete uploads after %n day(s).", nullptr, rule.days)
                  .arg(rule.id)
            : CleanUpDialog::tr("“%1” aborts incomplete uploads below “%2” after %n day(s).", nullptr,
                                rule.days)
                  .arg(rule.id, QString::fromUtf8(rule.prefix));
    if (!rule.enabled)
        words += u' ' + CleanUpDialog::tr("It is switched off.");
    return words;
}

QLabel* paragraph(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

// Rules of others may fill pages: what changes comes into sight, its first line before all.
void showLines(QPlainTextEdit& view, const QStringList& lines)
{
    const auto changes = [](const QString& line) { return line.startsWith(u'+') || line.startsWith(u'-'); };
    const auto first = std::find_if(lines.cbegin(), lines.cend(), changes);
    const auto last = std::find_if(lines.crbegin(), lines.crend(), changes);
    if (first == lines.cend())
        return;
    for (const auto line : {lines.crend() - last - 1, first - lines.cbegin()}) {
        view.setTextCursor(QTextCursor(view.document()->findBlockByNumber(int(line))));
        view.ensureCursorVisible();
    }
}

// What is empty is not shown: a program that reads the dialog aloud would find a text without words.
void say(QLabel* label, const QString& words)
{
    label->setText(words);
    label->setVisible(!words.isEmpty());
}

} // namespace

// Lives in the office. The editor goes before the store.
struct CleanUpDialog::Agent
{
    StoreOffice::Store store;
    std::unique_ptr<LifecycleEditor> editor;
};

CleanUpDialog::CleanUpDialog(StoreOffice& office, const QString& accountId, const QString& bucket,
                             const QString& provider, const QList<OwnUpload>& own, QWidget* parent)
    : QDialog(parent), m_office(office), m_accountId(accountId), m_bucket(bucket), m_own(own)
{
    setWindowTitle(tr("Clean-up rule of %1").arg(bucket));
    makeForm(provider);
    m_soon.setSingleShot(true);
    m_soon.setInterval(400);
    connect(&m_soon, &QTimer::timeout, this, &CleanUpDialog::plan);
    connect(m_days, &QSpinBox::valueChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_prefix, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_set, &QPushButton::clicked, this, &CleanUpDialog::apply);
    connect(m_remove, &QPushButton::clicked, this, &CleanUpDialog::planRemoval);
    plan();
}

CleanUpDialog::~CleanUpDialog() = default;

void CleanUpDialog::makeForm(const QString& provider)
{
    auto* about = paragraph(this);
    about->setText(
        tr("A rule of the bucket lets the store itself abort incomplete uploads when they are old, whoever "
           "began them. Other rules of the bucket stay as they are."));
    auto* habits = paragraph(this);
    say(habits, habitWords(storeHabits(provider)));
    m_now = paragraph(this);
    m_days = new QSpinBox(this);
    m_days->setRange(1, 3650);
    m_days->setValue(7);
    m_days->setAccessibleName(tr("Days after the start of an upload"));
    m_prefix = new QLineEdit(this);
    m_prefix->setPlaceholderText(tr("the whole bucket"));
    m_prefix->setAccessibleName(tr("Only below this prefix"));
    m_prefix->setObjectName(QStringLiteral("prefix"));
    m_warning = paragraph(this);
    m_warningPicture = new QLabel(this);
    m_warningPicture->setPixmap(ownIcon(QStringLiteral("warning")).pixmap(24, 24));
    m_warningPicture->setAlignment(Qt::AlignTop);
    warn({});
    m_status = paragraph(this);
    QSizePolicy keepsItsPlace = m_status->sizePolicy(); // what is above it does not jump at each question
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_status->setSizePolicy(keepsItsPlace);
    m_difference = new QPlainTextEdit(this);
    m_difference->setReadOnly(true);
    m_difference->setTabChangesFocus(true);
    m_difference->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_difference->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new DifferenceColors(*m_difference);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_set = buttons->addButton(tr("&Set the rule"), QDialogButtonBox::ActionRole);
    m_remove = buttons->addButton(tr("&Remove Partway's rule"), QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* form = new QFormLayout;
    form->addRow(tr("Abort after &days:"), m_days);
    form->addRow(tr("Only &below:"), m_prefix);
    auto* layout = new QVBoxLayout(this);
    for (QLabel* label : {about, habits, m_now})
        layout->addWidget(label);
    layout->addLayout(form);
    auto* warning = new QHBoxLayout;
    warning->addWidget(m_warningPicture);
    warning->addWidget(m_warning, 1);
    layout->addLayout(warning);
    m_title = new QLabel(this);
    m_title->setBuddy(m_difference);
    layout->addWidget(m_title);
    layout->addWidget(m_difference, 1);
    layout->addWidget(m_status);
    layout->addWidget(buttons);
    showDifference({}, false);
    resize(680, 560);
}

void CleanUpDialog::warn(const QString& words)
{
    say(m_warning, words);
    m_warningPicture->setVisible(!words.isEmpty());
}

// done: it has been written.
void CleanUpDialog::showDifference(const QStringList& lines, bool done)
{
    m_title->setText(done ? tr("What &was changed (+ new, - gone):")
                          : tr("What &would change (+ new, - gone):"));
    m_difference->setAccessibleName(done ? tr("What was changed in the rules of the bucket")
                                         : tr("What would change in the rules of the bucket"));
    m_difference->setPlaceholderText(m_plan ? tr("Nothing is to be changed.") : QString());
    m_difference->setPlainText(lines.join(u'\n'));
    QTimer::singleShot(0, m_difference, // when a warning above it has taken its room
                       [this, lines] { showLines(*m_difference, lines); });
}

void CleanUpDialog::setBusy(const QString& words)
{
    say(m_status, words);
    m_set->setEnabled(words.isEmpty() && m_plan && !m_plan->changesNothing());
    m_remove->setEnabled(words.isEmpty() && m_plan &&
                         std::any_of(m_plan->rules.cbegin(), m_plan->rules.cend(),
                                     [](const CleanUpRule& rule) { return rule.isOurs(); }));
}

// A new question takes the place of one that is out. In the office only copies are used: the dialog may be
// gone.
void CleanUpDialog::ask(std::function<void(LifecycleEditor&)> question)
{
    m_agent = m_office.resident<Agent>();
    const std::weak_ptr<Agent> weak = m_agent;
    m_office.run(m_accountId,
                 [planned = planTeller(false), weak, question](const Result<StoreOffice::Store>& store) {
                     const std::shared_ptr<Agent> here = weak.lock();
                     if (!here)
                         return;
                     if (!store) {
                         planned(store.error());
                         return;
                     }
                     here->store = *store;
                     here->editor = std::make_unique<LifecycleEditor>(*here->store);
                     question(*here->editor);
                 });
}

LifecycleEditor::Planned CleanUpDialog::planTeller(bool removal)
{
    return [office = &m_office, dialog = this, self = QPointer<QObject>(this),
            removal](const Result<LifecyclePlan>& plan) {
        office->report(self, [dialog, plan, removal] { dialog->takePlan(plan, removal); });
    };
}

void CleanUpDialog::plan()
{
    m_plan.reset();
    setBusy(tr("Reading the rules of the bucket…"));
    const CleanUpWish wish{.days = m_days->value(), .prefix = m_prefix->text().toUtf8()};
    ask([bucket = m_bucket, wish, planned = planTeller(false)](LifecycleEditor& editor) {
        editor.planRule(bucket, wish, planned);
    });
}

void CleanUpDialog::planRemoval()
{
    setBusy(tr("Reading the rules of the bucket…"));
    ask([bucket = m_bucket, planned = planTeller(true)](LifecycleEditor& editor) {
        editor.planRemoval(bucket, planned);
    });
}

void CleanUpDialog::takePlan(const Result<LifecyclePlan>& plan, bool removal)
{
    if (!plan) {
        m_plan.reset();
        setBusy({});
        showDifference({}, false);
        say(m_now, {});
        say(m_status, errorLine(plan.error()));
        return;
    }
    m_plan = *plan;
    showNow(*plan);
    showDifference(plan->difference(), false);
    setBusy({});
    if (removal) {
        m_remove->setEnabled(false);
        m_set->setText(tr("Write the re&moval"));
        warn({});
        say(m_status, tr("This is what would be taken out. Nothing has been written yet."));
        m_set->setFocus();
        return;
    }
    m_set->setText(warnOfOwn() ? tr("&Set the rule all the same") : tr("&Set the rule"));
    if (plan->changesNothing())
        say(m_status, tr("The rule is there already; there is nothing to change."));
    else if (plan->covered)
        say(m_status, tr("The rule “%1” does this already, after %n day(s): another one is not needed.",
                         nullptr, plan->covered->days)
                          .arg(plan->covered->id));
}

void CleanUpDialog::showNow(const LifecyclePlan& plan)
{
    QStringList sentences;
    int others = 0;
    for (const CleanUpRule& rule : plan.rules) {
        if (rule.days == 0) {
            ++others;
            continue;
        }
        sentences.append(ruleSentence(rule));
        if (rule.isOurs() && !m_formFilled) {
            m_formFilled = true;
            m_days->setValue(rule.days);
            m_prefix->setText(QString::fromUtf8(rule.prefix));
        }
    }
    m_formFilled = true;
    if (sentences.isEmpty())
        sentences.append(tr("No rule of the bucket aborts incomplete uploads now."));
    if (others > 0)
        sentences.append(tr("%n rule(s) of the bucket do other things.", nullptr, others));
    say(m_now, sentences.join(u'\n'));
}

// True where the rule would take one within a day.
bool CleanUpDialog::warnOfOwn()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList lines;
    bool soon = false;
    for (const OwnUpload& upload : m_own) {
        if (!upload.key.startsWith(m_prefix->text().toUtf8()))
            continue;
        const Deadline end{
            .by = Deadline::By::Rule, .at = endByRule(upload.begunAt, m_days->value()), .rule = {}};
        lines.append(
            tr("• %1 would be deleted %2").arg(QString::fromUtf8(upload.key), deadlineWords(end, now)));
        soon = soon || end.at <= now.addDays(1);
    }
    constexpr qsizetype most = 5;
    const qsizetype more = lines.size() - most;
    if (lines.isEmpty()) {
        warn({});
        return false;
    }
    lines = lines.mid(0, most);
    lines.prepend(tr("The rule would also take uploads of your own list that are not finished by then:"));
    if (more > 0)
        lines.append(tr("… and %n more", nullptr, int(more)));
    warn(lines.join(u'\n'));
    return soon;
}

void CleanUpDialog::apply()
{
    if (!m_plan)
        return;
    setBusy(tr("Writing, and reading again…"));
    const auto applied = [office = &m_office, dialog = this,
                          self = QPointer<QObject>(this)](const Result<QList<CleanUpRule>>& rules) {
        office->report(self, [dialog, rules] { dialog->takeApplied(rules); });
    };
    ask([plan = *m_plan, applied](LifecycleEditor& editor) { editor.apply(plan, applied); });
}

void CleanUpDialog::takeApplied(const Result<QList<CleanUpRule>>& rules)
{
    if (!rules) {
        setBusy({});
        QString words = errorLine(rules.error());
        if (rules.error().code == QLatin1String("lifecycle-altered"))
            showDifference(rules.error().message.split(u'\n'), true);
        say(m_status, words);
        return;
    }
    Q_EMIT rulesChanged(m_bucket, *rules);
    const bool removed =
        std::none_of(rules->cbegin(), rules->cend(), [](const CleanUpRule& rule) { return rule.isOurs(); });
    const QStringList written = m_plan->difference();
    m_plan->rules = *rules;
    m_plan->now.document = m_plan->wanted;
    m_plan->now.exists = !m_plan->wanted.isEmpty();
    showNow(*m_plan);
    showDifference(written, true);
    m_set->setText(tr("&Set the rule"));
    setBusy({});
    say(m_status, removed ? tr("Partway's rule is gone; the store has confirmed it.")
                          : tr("The rule is set; the store has confirmed it."));
}

} // namespace partway
