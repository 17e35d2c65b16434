// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ticketform.h"

#include "paint/icons.h"

#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace partway {

namespace {

// One file of this computer; anything else is none.
QString droppedFile(const QMimeData* data)
{
    if (!data || !data->hasUrls() || data->urls().size() != 1)
        return {};
    const QString path = data->urls().first().toLocalFile();
    return QFileInfo(path).isFile() ? path : QString();
}

} // namespace

QLabel* factLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);                // beside the row's name
    QSizePolicy wide(QSizePolicy::Expanding, QSizePolicy::Preferred); // a form would keep it narrow
    wide.setHeightForWidth(true); // else it takes the room of a label that is as narrow as its hint
    label->setSizePolicy(wide);
    return label;
}

void fitHeight(QWidget* dialog)
{
    constexpr int width = 620;
    const QLayout* layout = dialog->layout();
    dialog->resize(width, layout->hasHeightForWidth() ? layout->totalHeightForWidth(width)
                                                      : dialog->sizeHint().height());
}

QFileDialog* existingFileDialog(const QString& title, QWidget* parent)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    return dialog;
}

QDialogButtonBox* layOutTicketForm(QFormLayout* form, Verdict* verdict, QDialog* dialog)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addLayout(form);
    layout->addWidget(verdict);
    layout->addStretch(1);
    layout->addWidget(buttons);
    return buttons;
}

FileChooser::FileChooser(const QString& title, QWidget* parent) : QWidget(parent), m_title(title)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    m_file = new QLineEdit(this);
    m_file->setReadOnly(true);
    m_file->setAcceptDrops(false); // the window takes them
    m_file->setAccessibleName(tr("File on this computer"));
    m_file->setPlaceholderText(tr("drop it here, or choose it"));
    auto* choose = new QPushButton(ownIcon(QStringLiteral("add-files")), tr("&Choose…"), this);
    connect(choose, &QPushButton::clicked, this, &FileChooser::choose);
    line->addWidget(m_file, 1);
    line->addWidget(choose);
    setFocusProxy(choose);
    parent->window()->setAcceptDrops(true);
    parent->window()->installEventFilter(this);
}

QString FileChooser::path() const
{
    return m_file->text();
}

void FileChooser::setPath(const QString& path)
{
    m_file->setText(path);
    Q_EMIT chosen(path);
}

void FileChooser::choose()
{
    QFileDialog* dialog = existingFileDialog(m_title, this);
    connect(dialog, &QFileDialog::fileSelected, this, &FileChooser::setPath);
    dialog->open();
}

bool FileChooser::eventFilter(QObject* watched, QEvent* event)
{
    const bool enters = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (!enters && event->type() != QEvent::Drop)
        return QWidget::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event);
    const QString path = droppedFile(drop->mimeData());
    if (path.isEmpty())
        return QWidget::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction); // whatever was offered: the file stays where it is
    drop->accept();
    if (!enters)
        setPath(path);
    return true;
}

Verdict::Verdict(QWidget* parent) : QWidget(parent)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    m_icon = new QLabel(this);
    m_sentence = factLabel({}, this);
    m_cause = factLabel({}, this);
    auto* texts = new QVBoxLayout;
    texts->addWidget(m_sentence);
    texts->addWidget(m_cause);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addLayout(texts, 1);
}

void Verdict::say(const char* icon, const QString& sentence, const QString& cause)
{
    m_icon->setPixmap(ownIcon(QLatin1String(icon)).pixmap(22, 22));
    m_sentence->setText(sentence);
    m_cause->setText(cause);
    m_cause->setVisible(!cause.isEmpty());
}

QString Verdict::sentence() const
{
    return m_sentence->text();
}

} // namespace partway
