// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QPushButton;

namespace partway {

// One line above the list that tells something that needs no answer, perhaps with a button. Stays until it
// is closed, replaced or withdrawn.
class NoticeBar final : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void show(const QString& text, const QString& button = {}, std::function<void()> pressed = {});
    // Another button, of the page: hidden by each show(), shown by the page where it fits.
    void addButton(QPushButton* button);
    QString text() const;

private:
    QLabel* m_text = nullptr;
    QPushButton* m_button = nullptr;
    QHBoxLayout* m_layout = nullptr;
    QList<QPushButton*> m_others;
    std::function<void()> m_pressed;
};

} // namespace partway
