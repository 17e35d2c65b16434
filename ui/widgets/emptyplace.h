// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace partway {

// What stands where there is nothing yet: an icon, a headline, an explanation and perhaps buttons.
class EmptyPlace final : public QWidget
{
    Q_OBJECT
public:
    EmptyPlace(const QString& icon, const QString& headline, const QString& text, QWidget* parent = nullptr);

    void setHeadline(const QString& headline);
    void setText(const QString& text);
    QPushButton* addButton(const QString& icon, const QString& text);
    void addButton(QPushButton* button);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showPicture();

    QString m_icon;
    QLabel* m_picture = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QHBoxLayout* m_buttons = nullptr;
};

} // namespace partway
