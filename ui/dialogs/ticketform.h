// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDialog;
class QDialogButtonBox;
class QFileDialog;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace partway {

// What the dialogs of tickets are made of.

QLabel* factLabel(const QString& text, QWidget* parent); // can be selected and copied

void fitHeight(QWidget* dialog); // of the usual width, as high as its texts then need

// Asks for a file that is there; the caller connects fileSelected and opens it. It deletes itself.
QFileDialog* existingFileDialog(const QString& title, QWidget* parent);

class Verdict;
// What is asked for, what is thought of it, and the buttons, of which one that cancels is there already.
QDialogButtonBox* layOutTicketForm(QFormLayout* form, Verdict* verdict, QDialog* dialog);

// The file on this computer: shown, and chosen in a dialog or dropped anywhere on the window around it.
class FileChooser final : public QWidget
{
    Q_OBJECT
public:
    // title: of the dialog. Takes drops from the window of `parent`.
    FileChooser(const QString& title, QWidget* parent);

    QString path() const;
    void setPath(const QString& path); // tells
    void choose();

Q_SIGNALS:
    void chosen(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const QString m_title;
    QLineEdit* m_file = nullptr;
};

// What is thought of it so far: a sign, a sentence, and its likely cause.
class Verdict final : public QWidget
{
    Q_OBJECT
public:
    explicit Verdict(QWidget* parent);

    void say(const char* icon, const QString& sentence, const QString& cause = {});
    QString sentence() const;

private:
    QLabel* m_icon = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_cause = nullptr;
};

} // namespace partway
