// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectpages.h"

namespace partway {

void ObjectPages::list(const ListObjectsInput& input, Page page, End end)
{
    m_store->listObjects(input, [this, input, page, end](const Result<ListObjectsPage>& answer) {
        if (!answer)
            return end(answer.error());
        page(*answer);
        // A store that says the same place again would be asked for ever.
        if (!answer->truncated || answer->nextToken == input.continuationToken)
            return end({});
        ListObjectsInput next = input;
        next.continuationToken = answer->nextToken;
        list(next, page, end);
    });
}

} // namespace partway
