// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/objectstore.h"

#include <functional>
#include <memory>

namespace partway {

// All pages of a listing, one after the other. Ends once through `end`; not to be destroyed from inside
// `page`.
class ObjectPages
{
public:
    using Page = std::function<void(const ListObjectsPage&)>;
    using End = std::function<void(Result<void>)>;

    explicit ObjectPages(std::shared_ptr<ObjectStore> store) : m_store(std::move(store)) {}
    void list(const ListObjectsInput& input, Page page, End end);

private:
    std::shared_ptr<ObjectStore> m_store;
};

} // namespace partway
