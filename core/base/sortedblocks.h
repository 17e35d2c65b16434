// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace partway {

// A sorted set of small values in flat blocks: a third of the room of std::set, no node for each, and no step
// touches more than a block. For the 100,000 rows of a long queue. Not thread-safe.
template <typename Key>
class SortedBlocks
{
public:
    bool insert(const Key& key) // false: it is there already
    {
        if (m_blocks.empty()) {
            m_blocks.push_back({key});
            return true;
        }
        const size_t at = blockOf(key);
        Block& block = m_blocks[at];
        const auto place = std::lower_bound(block.begin(), block.end(), key);
        if (place != block.end() && *place == key)
            return false;
        if (block.size() < blockSize)
            block.insert(place, key);
        else if (place == block.end() && at + 1 == m_blocks.size())
            m_blocks.push_back({key}); // what only grows fills its blocks
        else
            split(at, key);
        return true;
    }

    bool erase(const Key& key) // false: it is not there
    {
        if (m_blocks.empty())
            return false;
        const size_t at = blockOf(key);
        Block& block = m_blocks[at];
        const auto place = std::lower_bound(block.begin(), block.end(), key);
        if (place == block.end() || *place != key)
            return false;
        block.erase(place);
        if (block.empty())
            m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(at));
        else if (block.size() < blockSize / 4 && at + 1 < m_blocks.size())
            joinWithNext(at);
        return true;
    }

    bool isEmpty() const { return m_blocks.empty(); }

    // From the first one that is not less than `from` (all: from the first), in order, while `see` says true.
    template <typename See>
    void visitFrom(const Key& from, const See& see) const
    {
        if (!m_blocks.empty())
            visit(blockOf(from), &from, see);
    }
    template <typename See>
    void visitAll(const See& see) const
    {
        visit(0, nullptr, see);
    }

private:
    using Block = std::vector<Key>; // never empty
    static constexpr size_t blockSize = 256;

    // The last one that begins with it or before it; the first for what is before all.
    size_t blockOf(const Key& key) const
    {
        const auto after =
            std::upper_bound(m_blocks.begin(), m_blocks.end(), key,
                             [](const Key& wanted, const Block& block) { return wanted < block.front(); });
        return after == m_blocks.begin() ? 0 : static_cast<size_t>(after - m_blocks.begin()) - 1;
    }

    void split(size_t at, const Key& key)
    {
        Block& lower = m_blocks[at];
        const auto middle = lower.begin() + blockSize / 2;
        Block upper(middle, lower.end());
        lower.erase(middle, lower.end());
        Block& half = key < upper.front() ? lower : upper;
        half.insert(std::lower_bound(half.begin(), half.end(), key), key);
        m_blocks.insert(m_blocks.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(upper));
    }

    void joinWithNext(size_t at)
    {
        Block& block = m_blocks[at];
        const Block& next = m_blocks[at + 1];
        if (block.size() + next.size() > blockSize / 2)
            return;
        block.insert(block.end(), next.begin(), next.end());
        m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }

    template <typename See>
    void visit(size_t first, const Key* from, const See& see) const
    {
        for (size_t at = first; at < m_blocks.size(); ++at) {
            const Block& block = m_blocks[at];
            auto place = from ? std::lower_bound(block.begin(), block.end(), *from) : block.begin();
            for (; place != block.end(); ++place) {
                if (!see(*place))
                    return;
            }
        }
    }

    std::vector<Block> m_blocks; // in order
};

} // namespace partway
