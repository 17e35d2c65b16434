// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPainter;

namespace partway {

// What the patterns of strip and map mean, with how many parts are in each state. Wraps into lines where it
// is narrow.
class PartLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit PartLegend(QWidget* parent = nullptr);

    void setCounts(const QList<int>& counts, bool finished); // by PartState

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    // Places the entries; paints them if there is a painter. Returns the height.
    int gap(int width) const;
    int place(int width, QPainter* painter) const;
    QString entryText(int state) const;
    QList<int> shownStates() const;

    QList<int> m_counts;
    bool m_finished = false;
};

} // namespace partway
