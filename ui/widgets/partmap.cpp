// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/partmap.h"

#include "models/partmodel.h"
#include "paint/partcolors.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace partway {

namespace {

constexpr int largestCell = 24;
constexpr int smallestCell = 8;
constexpr int border = 4;

int gapFor(int cell)
{
    return cell >= 12 ? 2 : 1;
}

double filledOf(const PartRow& part)
{
    return part.range.length > 0
               ? static_cast<double>(part.bytesSent) / static_cast<double>(part.range.length)
               : 0;
}

} // namespace

PartMap::PartMap(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Part map"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    describe();
}

void PartMap::setParts(const QList<PartRow>& parts, bool finished)
{
    const bool relayout = parts.size() != m_parts.size();
    m_parts = parts;
    m_finished = finished;
    if (m_current >= m_parts.size())
        m_current = -1;
    if (relayout)
        layoutCells();
    describe();
    viewport()->update();
}

QSize PartMap::sizeHint() const
{
    return {400, 3 * largestCell + 2 * border};
}

int PartMap::rowCount() const
{
    return (static_cast<int>(m_parts.size()) + m_columns - 1) / m_columns;
}

// The largest cells with which all parts are in sight; the smallest, and a scroll bar, if none are small
// enough.
void PartMap::layoutCells()
{
    const int width = std::max(1, viewport()->width() - 2 * border);
    const int height = std::max(1, viewport()->height() - 2 * border);
    for (m_cell = largestCell; m_cell > smallestCell; --m_cell) {
        m_columns = std::max(1, width / m_cell);
        if (rowCount() * m_cell <= height)
            break;
    }
    m_columns = std::max(1, width / m_cell);
    const int overflow = rowCount() * m_cell + 2 * border - viewport()->height();
    verticalScrollBar()->setRange(0, std::max(0, overflow));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_cell);
}

QRect PartMap::cellRect(int index) const
{
    const int gap = gapFor(m_cell);
    const int column = index % m_columns;
    const int top = border + index / m_columns * m_cell - verticalScrollBar()->value();
    const int left =
        isRightToLeft() ? viewport()->width() - border - (column + 1) * m_cell : border + column * m_cell;
    return {left, top, m_cell - gap, m_cell - gap};
}

int PartMap::partAt(const QPoint& position) const
{
    const int x = isRightToLeft() ? viewport()->width() - border - position.x() : position.x() - border;
    const int y = position.y() - border + verticalScrollBar()->value();
    if (x < 0 || y < 0 || x >= m_columns * m_cell)
        return -1;
    const int index = y / m_cell * m_columns + x / m_cell;
    return index < m_parts.size() ? index : -1;
}

void PartMap::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    const int offset = verticalScrollBar()->value() - border;
    const int firstRow = std::max(0, (event->rect().top() + offset) / m_cell);
    const int lastRow = (event->rect().bottom() + offset) / m_cell;
    const int last = std::min<int>(static_cast<int>(m_parts.size()), (lastRow + 1) * m_columns);
    const QColor outline = outlineColor(palette());
    for (int index = firstRow * m_columns; index < last; ++index) {
        const PartRow& part = m_parts.at(index);
        const QRect box = cellRect(index);
        painter.fillRect(box, outline);
        painter.fillRect(box.adjusted(1, 1, -1, -1), troughColor(palette()));
        paintPart(painter, box.adjusted(1, 1, -1, -1), m_finished ? PartState::Stored : part.state,
                  filledOf(part), m_finished, palette());
    }
    if (m_current >= 0) {
        painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Text), 2));
        painter.drawRect(QRectF(cellRect(m_current)).adjusted(-0.5, -0.5, 0.5, 0.5));
    }
}

void PartMap::resizeEvent(QResizeEvent*)
{
    layoutCells();
}

bool PartMap::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = partAt(help->pos());
    if (index >= 0)
        QToolTip::showText(help->globalPos(), partSentence(m_parts.at(index), m_parts.size()), viewport(),
                           cellRect(index));
    else
        QToolTip::hideText();
    return true;
}

void PartMap::mousePressEvent(QMouseEvent* event)
{
    const int index = partAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0)
        choose(index);
    event->accept();
}

int PartMap::indexForKey(int key) const
{
    const int last = static_cast<int>(m_parts.size()) - 1;
    const int page = std::max(1, viewport()->height() / m_cell - 1) * m_columns;
    const int ahead = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    if (key == ahead)
        return std::min(last, m_current + 1);
    if (key == back)
        return std::max(0, m_current - 1);
    switch (key) {
    case Qt::Key_Down:
        return m_current + m_columns <= last ? m_current + m_columns : std::max(0, m_current);
    case Qt::Key_Up:
        return m_current - m_columns >= 0 ? m_current - m_columns : std::max(0, m_current);
    case Qt::Key_PageDown:
        return std::min(last, m_current + page);
    case Qt::Key_PageUp:
        return std::max(0, m_current - page);
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return last;
    default:
        return -1;
    }
}

void PartMap::keyPressEvent(QKeyEvent* event)
{
    const int index = m_parts.isEmpty() ? -1 : indexForKey(event->key());
    if (index < 0) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    choose(index);
}

void PartMap::choose(int index)
{
    setCurrentPart(index);
    Q_EMIT currentChanged(index);
}

void PartMap::setCurrentPart(int index)
{
    if (index == m_current || index >= m_parts.size())
        return;
    m_current = index;
    if (index >= 0) {
        const QRect box = cellRect(index);
        QScrollBar* bar = verticalScrollBar();
        if (box.top() < border)
            bar->setValue(bar->value() + box.top() - border);
        else if (box.bottom() > viewport()->height() - border)
            bar->setValue(bar->value() + box.bottom() - viewport()->height() + border);
    }
    describe();
    viewport()->update();
}

void PartMap::describe()
{
    QString text = tr("%n part(s)", nullptr, static_cast<int>(m_parts.size()));
    if (m_current >= 0)
        text = partSentence(m_parts.at(m_current), m_parts.size());
    if (text != accessibleDescription())
        setAccessibleDescription(text); // tells listeners, too
}

void PartMap::focusInEvent(QFocusEvent* event)
{
    if (m_current < 0 && !m_parts.isEmpty() && event->reason() != Qt::MouseFocusReason)
        choose(0);
    viewport()->update();
}

void PartMap::focusOutEvent(QFocusEvent*)
{
    viewport()->update();
}

} // namespace partway
