// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/partlegend.h"

#include "format/transfertext.h"
#include "paint/partcolors.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace partway {

namespace {

constexpr int sample = 12;
constexpr int space = 6;
constexpr int between = 16;
constexpr int closer = 8; // where one line holds all that way
constexpr int stateCount = static_cast<int>(PartState::Failed) + 1;

} // namespace

PartLegend::PartLegend(QWidget* parent) : QWidget(parent), m_counts(stateCount, 0)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Parts by state"));
}

void PartLegend::setCounts(const QList<int>& counts, bool finished)
{
    if (counts == m_counts && finished == m_finished)
        return;
    m_counts = counts;
    m_finished = finished;
    QStringList texts;
    for (int state : shownStates())
        texts.append(entryText(state));
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

// Only states that occur: a legend of all seven would be longer than what it explains.
QList<int> PartLegend::shownStates() const
{
    QList<int> states;
    for (int state = 0; state < stateCount; ++state) {
        if (m_counts.at(state) > 0)
            states.append(state);
    }
    return states;
}

QString PartLegend::entryText(int state) const
{
    return tr("%1: %2", "state of parts and how many")
        .arg(partStateWords(static_cast<PartState>(state)), QLocale().toString(m_counts.at(state)));
}

int PartLegend::gap(int width) const
{
    const QList<int> states = shownStates();
    int needed = 0;
    for (int state : states)
        needed += sample + space + fontMetrics().horizontalAdvance(entryText(state));
    const auto gaps = std::max<qsizetype>(0, states.size() - 1);
    return needed + gaps * between > width && needed + gaps * closer <= width ? closer : between;
}

int PartLegend::place(int width, QPainter* painter) const
{
    const int lineHeight = std::max(sample, fontMetrics().height()) + 4;
    const int apart = gap(width);
    int x = 0;
    int y = 0;
    for (int state : shownStates()) {
        const QString text = entryText(state);
        const int entryWidth = sample + space + fontMetrics().horizontalAdvance(text);
        if (x > 0 && x + entryWidth > width) {
            x = 0;
            y += lineHeight;
        }
        if (painter && (y == 0 || y + lineHeight <= height())) { // no halves of lines
            const int left = isRightToLeft() ? width - x - sample : x;
            const QRect box(left, y + (lineHeight - sample) / 2, sample, sample);
            painter->fillRect(box, outlineColor(palette()));
            painter->fillRect(box.adjusted(1, 1, -1, -1), troughColor(palette()));
            paintPart(*painter, box.adjusted(1, 1, -1, -1), static_cast<PartState>(state), 0.5, m_finished,
                      palette());
            const int textLeft = isRightToLeft() ? width - x - entryWidth : x + sample + space;
            painter->drawText(QRect(textLeft, y, entryWidth - sample - space, lineHeight), Qt::AlignVCenter,
                              text);
        }
        x += entryWidth + apart;
    }
    return y + lineHeight;
}

QSize PartLegend::sizeHint() const
{
    return {300, heightForWidth(std::max(300, width()))};
}

QSize PartLegend::minimumSizeHint() const
{
    return {120, fontMetrics().height() + 4};
}

int PartLegend::heightForWidth(int width) const
{
    return place(width, nullptr);
}

void PartLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    place(width(), &painter);
}

} // namespace partway
