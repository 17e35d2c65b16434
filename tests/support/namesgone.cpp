// SPDX-FileCopyrightText: 2026 The Partway authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A name server that goes and comes back, for one process: preloaded, it answers for getaddrinfo(). While the
// file named by PARTWAY_TEST_NAMES is there, every name leads to 127.0.0.1; while it is not, none can be
// looked up, as when the network is gone.
#include <dlfcn.h>
#include <netdb.h>
#include <unistd.h>

#include <cstdlib>

extern "C" int getaddrinfo(const char* name, const char* service, const addrinfo* hints, addrinfo** found)
{
    using Function = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
    static const auto system = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    const char* file = std::getenv("PARTWAY_TEST_NAMES");
    if (!file || access(file, F_OK) != 0)
        return EAI_AGAIN; // "temporary failure in name resolution"
    return system("127.0.0.1", service, hints, found);
}
