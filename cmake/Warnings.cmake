# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The one place for warnings, definitions and sanitizers: every target links partway_flags.
add_library(partway_flags INTERFACE)
target_compile_definitions(partway_flags INTERFACE
    QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_NO_KEYWORDS QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    PARTWAY_VERSION="${PROJECT_VERSION}")
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    # A switch over an enum lists every case and has no default: a missing case is an error.
    target_compile_options(partway_flags INTERFACE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor
        -Woverloaded-virtual -Werror=switch -Werror=return-type
        # Designated initialisers leave the rest at their defaults on purpose.
        -Wno-missing-field-initializers)
endif()
if(PARTWAY_SANITIZE)
    target_compile_options(partway_flags INTERFACE -fsanitize=${PARTWAY_SANITIZE} -fno-omit-frame-pointer -g1)
    target_link_options(partway_flags INTERFACE -fsanitize=${PARTWAY_SANITIZE})
endif()
