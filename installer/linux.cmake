# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What a Linux desktop wants beside the programs: menu entry, icon, software-centre page, manual, Debian's papers.
find_program(GZIP gzip REQUIRED)
set(doc_folder ${CMAKE_INSTALL_DATADIR}/doc/partway)

# install_zipped(FILE NAME FOLDER): FILE with @VARIABLES@ replaced, as NAME.gz without a time stamp in it.
function(install_zipped file name folder)
    configure_file(${file} ${CMAKE_CURRENT_BINARY_DIR}/${name} @ONLY)
    execute_process(COMMAND ${GZIP} -9nc ${CMAKE_CURRENT_BINARY_DIR}/${name}
        OUTPUT_FILE ${CMAKE_CURRENT_BINARY_DIR}/${name}.gz COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}.gz DESTINATION ${folder})
endfunction()

foreach(page partway partway-cli partway-sandbox)
    install_zipped(${page}.1 ${page}.1 ${CMAKE_INSTALL_MANDIR}/man1)
endforeach()
install_zipped(debian/changelog changelog.Debian ${doc_folder})
install(FILES debian/copyright DESTINATION ${doc_folder})
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/partway.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES partway.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES org.partway.Partway.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
