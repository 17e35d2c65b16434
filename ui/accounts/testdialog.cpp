// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/testdialog.h"

#include "doctor/learnt.h"
#include "format/doctortext.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace partway {

namespace {

// About as many as there are when all goes well: the bar only shows that it goes on.
constexpr int usualFindings = 32;

struct Mark
{
    QChar sign; // told apart by its shape, too
    const char* light;
    const char* dark;
};

Mark markOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return {QChar(0x2713), "#1a7f37", "#5fd18a"};
    case Outcome::Warn:
        return {u'!', "#8a5a00", "#f0c060"};
    case Outcome::Fail:
        return {QChar(0x2717), "#b3261e", "#ff8a80"};
    case Outcome::Skipped:
        return {QChar(0x2013), "#5f6368", "#a8adb3"};
    }
    return {};
}

QString rowHtml(const Finding& finding, bool dark)
{
    const FindingText text = describeFinding(finding);
    const Mark mark = markOf(finding.outcome);
    QString html = QStringLiteral("<table cellspacing=0 cellpadding=2 width='100%'><tr>"
                                  "<td width=22 style='color:%1'><b>%2</b></td><td><b>%3</b> – %4")
                       .arg(QLatin1String(dark ? mark.dark : mark.light), mark.sign,
                            text.title.toHtmlEscaped(), text.sentence.toHtmlEscaped());
    if (finding.outcome != Outcome::Ok)
        html += QStringLiteral(" <i>(%1)</i>").arg(outcomeWord(finding.outcome).toHtmlEscaped());
    if (!text.advice.isEmpty())
        html += QStringLiteral("<br>") + text.advice.toHtmlEscaped();
    const QStringList chain = chainLines(finding);
    for (const QString& line : chain)
        html += QStringLiteral("<br><small>%1</small>").arg(line.toHtmlEscaped());
    return html + QStringLiteral("</td></tr></table>");
}

} // namespace

TestDialog::TestDialog(const QString& accountName, const Visit& visit, QWidget* parent)
    : QDialog(parent), m_bucket(visit.patient.bucket), m_prefix(QString::fromUtf8(visit.patient.prefix)),
      m_test(new ConnectionTest(visit))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(accountName.isEmpty() ? tr("Connection test")
                                         : tr("Connection test – %1").arg(accountName));
    m_head = new QLabel(tr("Testing…"), this);
    m_head->setWordWrap(true);
    m_head->setTextFormat(Qt::PlainText);
    m_report = new QTextBrowser(this);
    m_report->setAccessibleName(tr("Report of the connection test"));
    m_report->setOpenLinks(false);
    m_report->setTabChangesFocus(true);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, usualFindings);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the connection test"));
    auto* buttons = new QDialogButtonBox(this);
    m_copy = buttons->addButton(tr("&Copy report"), QDialogButtonBox::ActionRole);
    m_copy->setAutoDefault(false);
    m_stop = buttons->addButton(tr("&Stop"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_head);
    layout->addWidget(m_report, 1);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
    resize(640, 520);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(report()); });
    connect(m_stop, &QPushButton::clicked, this, &TestDialog::stopOrClose);
    connect(m_test, &ConnectionTest::found, this, &TestDialog::tell);
    connect(m_test, &ConnectionTest::ended, this, &TestDialog::finish);
    connect(m_test, &ConnectionTest::begun, this, [this](const QString& key) {
        if (!m_bucket.isEmpty())
            m_head->setText(tr("Testing. It writes and deletes %1 in the bucket %2, and nothing else.")
                                .arg(key, m_bucket));
    });
    m_test->start();
}

TestDialog::~TestDialog()
{
    if (m_test)
        m_test->finishAlone();
}

void TestDialog::tell(const Finding& finding)
{
    m_findings.removeIf([&](const Finding& earlier) { return earlier.step == finding.step; });
    m_findings.append(finding);
    m_progress->setValue(int(qMin<qsizetype>(m_findings.size(), usualFindings - 1)));
    const bool dark = palette().color(QPalette::Base).lightness() < 128;
    m_report->append(rowHtml(finding, dark));
    m_report->verticalScrollBar()->setValue(m_report->verticalScrollBar()->maximum());
}

QString TestDialog::policyHtml() const
{
    const QStringList denied = deniedRights(m_findings);
    if (denied.isEmpty())
        return {};
    return QStringLiteral("<p>%1</p><pre>%2</pre>")
        .arg(tr("A policy that gives what is missing, for whoever manages the keys:").toHtmlEscaped(),
             QString::fromUtf8(uploadPolicy(m_bucket, m_prefix, denied)).toHtmlEscaped());
}

void TestDialog::finish(const QList<Finding>& findings, bool cancelled)
{
    m_progress->hide();
    m_stop->setText(tr("&Close"));
    m_stop->setDefault(true);
    m_stop->setEnabled(true);
    m_stop->setFocus(Qt::OtherFocusReason);
    if (cancelled) {
        m_head->setText(tr("The test was stopped."));
        return;
    }
    m_report->append(policyHtml());
    const QString verdict = verdictOnAll(findings);
    m_head->setText(verdict);
    m_head->setAccessibleName(verdict);
    QFont bold = m_head->font();
    bold.setBold(true);
    m_head->setFont(bold);
    Q_EMIT tested(findings);
}

void TestDialog::stopOrClose()
{
    if (!m_test || !m_test->isRunning()) {
        accept();
        return;
    }
    m_head->setText(tr("Stopping, and taking away what the test made…"));
    m_stop->setText(tr("&Stop at once"));
    m_test->cancel();
}

QString TestDialog::report() const
{
    QString text = m_head->text() + u'\n';
    for (const Finding& finding : m_findings) {
        const FindingText words = describeFinding(finding);
        text +=
            QStringLiteral("[%1] %2: %3\n").arg(outcomeWord(finding.outcome), words.title, words.sentence);
        if (!words.advice.isEmpty())
            text += QStringLiteral("    %1\n").arg(words.advice);
        const QStringList chain = chainLines(finding);
        for (const QString& line : chain)
            text += QStringLiteral("    %1\n").arg(line);
    }
    const QStringList denied = deniedRights(m_findings);
    if (!denied.isEmpty())
        text += QString::fromUtf8(uploadPolicy(m_bucket, m_prefix, denied));
    return text;
}

} // namespace partway
