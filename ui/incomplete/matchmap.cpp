// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incomplete/matchmap.h"

#include "format/numbers.h"
#include "paint/partcolors.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace partway {

namespace {

constexpr int largestCell = 22;
constexpr int smallestCell = 7;

// The looks of part states, which have a pattern each.
PartState looksOf(PartMatch match)
{
    switch (match) {
    case PartMatch::Same:
        return PartState::Adopted;
    case PartMatch::Different:
        return PartState::Failed;
    case PartMatch::Missing:
        return PartState::Missing;
    case PartMatch::Uncheckable:
        return PartState::Retrying;
    }
    return PartState::Missing;
}

} // namespace

MatchMap::MatchMap(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Map of the parts"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QString MatchMap::words(PartMatch match)
{
    switch (match) {
    case PartMatch::Same:
        return tr("matching");
    case PartMatch::Different:
        return tr("different");
    case PartMatch::Missing:
        return tr("missing");
    case PartMatch::Uncheckable:
        return tr("cannot be checked");
    }
    return {};
}

void MatchMap::paintCell(QPainter& painter, const QRectF& box, PartMatch match, const QPalette& palette)
{
    painter.fillRect(box, troughColor(palette));
    paintPart(painter, box, looksOf(match), 1, false, palette);
    painter.setPen(outlineColor(palette));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

void MatchMap::setAdoption(const Adoption& adoption)
{
    m_parts.clear();
    m_plan = adoption.plan;
    for (auto part = adoption.parts.cbegin(); part != adoption.parts.cend(); ++part)
        m_parts.append({part.key(), part.value()});
    m_current = m_parts.isEmpty() ? -1 : 0;
    layoutCells();
    choose(m_current);
}

void MatchMap::clear()
{
    setAdoption({});
}

// As large as the space allows; smaller than the smallest, it scrolls.
void MatchMap::layoutCells()
{
    const int count = int(std::max(qsizetype{1}, m_parts.size()));
    const QSize space = viewport()->size();
    m_cell = largestCell;
    while (m_cell > smallestCell) {
        const int columns = std::max(1, space.width() / m_cell);
        if ((count + columns - 1) / columns * m_cell <= space.height())
            break;
        --m_cell;
    }
    m_columns = std::max(1, space.width() / m_cell);
    const int height = (count + m_columns - 1) / m_columns * m_cell;
    verticalScrollBar()->setPageStep(space.height());
    verticalScrollBar()->setRange(0, std::max(0, height - space.height()));
    viewport()->update();
}

QRect MatchMap::cellRect(int index) const
{
    const int gap = m_cell > 10 ? 3 : 1;
    return {index % m_columns * m_cell, index / m_columns * m_cell - verticalScrollBar()->value(),
            m_cell - gap, m_cell - gap};
}

int MatchMap::cellAt(const QPoint& position) const
{
    const int column = position.x() / m_cell;
    const int index = (position.y() + verticalScrollBar()->value()) / m_cell * m_columns + column;
    return column < m_columns && index >= 0 && index < m_parts.size() ? index : -1;
}

void MatchMap::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const int top = verticalScrollBar()->value() + event->rect().top();
    const int first = top / m_cell * m_columns;
    const int last =
        std::min(int(m_parts.size()), (top + event->rect().height()) / m_cell * m_columns + m_columns);
    for (int index = first; index < last; ++index) {
        const QRect box = cellRect(index);
        paintCell(painter, box, m_parts.at(index).second, palette());
        if (index == m_current && hasFocus()) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box.adjusted(-1, -1, 1, 1));
        }
    }
}

void MatchMap::resizeEvent(QResizeEvent*)
{
    layoutCells();
}

void MatchMap::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

QString MatchMap::sentence(int index) const
{
    if (index < 0 || index >= m_parts.size())
        return {};
    const auto [number, match] = m_parts.at(index);
    return tr("Part %1 of %2, %3: %4")
        .arg(number)
        .arg(m_parts.size())
        .arg(formatBytes(m_plan.range(number).length), words(match));
}

void MatchMap::choose(int index)
{
    m_current = index;
    setAccessibleDescription(sentence(index));
    if (index >= 0) {
        const QRect box = cellRect(index);
        if (box.top() < 0)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + box.top());
        else if (box.bottom() > viewport()->height())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + box.bottom() - viewport()->height());
    }
    viewport()->update();
}

void MatchMap::mousePressEvent(QMouseEvent* event)
{
    if (const int index = cellAt(event->pos()); index >= 0)
        choose(index);
}

void MatchMap::keyPressEvent(QKeyEvent* event)
{
    int step = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        step = -1;
        break;
    case Qt::Key_Right:
        step = 1;
        break;
    case Qt::Key_Up:
        step = -m_columns;
        break;
    case Qt::Key_Down:
        step = m_columns;
        break;
    case Qt::Key_Home:
        step = -m_current;
        break;
    case Qt::Key_End:
        step = int(m_parts.size()) - 1 - m_current;
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const int wanted = m_current + step;
    if (wanted >= 0 && wanted < m_parts.size()) {
        choose(wanted);
        QToolTip::showText(viewport()->mapToGlobal(cellRect(wanted).bottomLeft()), sentence(wanted),
                           viewport());
    }
}

bool MatchMap::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), sentence(cellAt(help->pos())), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace partway
