# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
set(CPACK_PACKAGE_NAME partway)
set(CPACK_PACKAGE_VENDOR "The Partway authors")
set(CPACK_PACKAGE_CONTACT "The Partway authors <authors@partway.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "uploads large files to S3-compatible stores and resumes")
set(CPACK_PACKAGE_INSTALL_DIRECTORY Partway)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_SOURCE_DIR}/cpackoptions.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so no tool sees them: the keychain's client library, the icons, the journal.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsecret-1-0, libqt6svg6, libqt6sql6-sqlite, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-wayland, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Partway sends files from a desktop to any S3-compatible store in parts, and
never loses what it has sent: after a pause, a crash, a reboot or a new network
it goes on from the parts that are stored, proves that the finished object is
the file, and shows and clears what unfinished uploads left behind.
.
This package has the window (partway), the command line (partway-cli) and a
small store for trying things out (partway-sandbox).")

if(WIN32)
    set(CPACK_GENERATOR NSIS64)
    set(CPACK_NSIS_MODIFY_PATH ON)
    set(CPACK_PACKAGE_EXECUTABLES partway Partway)
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
else()
    set(CPACK_GENERATOR DEB)
endif()
include(CPack)
