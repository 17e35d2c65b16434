// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/preferences.h"

#include <QIcon>
#include <QWidget>

class QFormLayout;
class QCheckBox;
class QComboBox;
class QLabel;

namespace partway {

// One page of the settings: rows of a label and a field, each with a sentence below it where the label is not
// enough. Shows what the book says and changes it at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    SettingsPage(PreferenceBook& book, const QString& title, const QString& icon);

    QString title() const { return m_title; }
    QString icon() const { return m_icon; }
    void refresh();                      // from the book
    int showOnly(const QString& search); // the rows that have it in them; all if the title has. Their number

protected:
    virtual void fill(const Preferences& now) = 0;
    // words: more that the search finds, such as the choices of a box.
    void addRow(const QString& label, QWidget* field, const QString& hint, const QStringList& words = {});
    void addCheck(QCheckBox* box, const QString& hint = {});
    void addChoice(const QString& label, QComboBox* box, const QString& hint = {});
    void edit(const std::function<void(Preferences&)>& edit);

private:
    struct Row
    {
        int at = 0; // of the form
        QString words;
    };
    QWidget* withHint(QWidget* field, const QString& hint);

    PreferenceBook& m_book;
    QString m_title;
    QString m_icon;
    QFormLayout* m_form = nullptr;
    QList<Row> m_rows;
    bool m_filling = false;
};

// The pages, in their order.
SettingsPage* makeUploadsPage(PreferenceBook& book);
SettingsPage* makeSpeedPage(PreferenceBook& book);
SettingsPage* makeRunningPage(PreferenceBook& book, bool hasTray);
SettingsPage* makeLooksPage(PreferenceBook& book);

} // namespace partway
