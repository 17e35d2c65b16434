# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Most of the compiler's time goes into Qt's headers, which nearly every source reads: precompiled, a fresh build takes
# about half as long. Each source still includes what it uses; -DPARTWAY_PCH=OFF shows one that does not.
option(PARTWAY_PCH "Precompile the headers of Qt and of the standard library" ON)

set(core_headers
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray> <QJsonDocument>
    <QJsonObject> <QList> <QMap> <QObject> <QSet> <QString> <QStringList> <QTimer> <QUrl> <QVariant>
    <algorithm> <array> <atomic> <chrono> <functional> <map> <memory> <optional> <set> <string> <utility> <variant>
    <vector>)
set(ui_headers ${core_headers}
    <QAbstractItemModel> <QAction> <QBoxLayout> <QComboBox> <QDialog> <QFormLayout> <QLabel> <QLineEdit> <QPainter>
    <QPushButton> <QStyledItemDelegate> <QTreeView> <QWidget>)
set(test_headers ${core_headers} <QSignalSpy> <QTemporaryDir> <QTest>)

# One library for each set: it holds nothing but what its precompiled header needs.
function(partway_headers name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LIBS")
    if(PARTWAY_PCH)
        set(source ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
        file(CONFIGURE OUTPUT ${source} CONTENT "// Nothing: its headers are what counts.\n")
        add_library(partway_${name}_headers STATIC ${source})
        target_link_libraries(partway_${name}_headers PUBLIC partway_flags ${arg_LIBS})
        target_precompile_headers(partway_${name}_headers PRIVATE ${arg_HEADERS})
        set_target_properties(partway_${name}_headers PROPERTIES AUTOMOC OFF AUTORCC OFF)
    endif()
endfunction()

# partway_precompiled(SET TARGET…): these targets read the headers of a set (core, ui, or one made where it is used) precompiled.
function(partway_precompiled set)
    if(PARTWAY_PCH)
        foreach(target IN LISTS ARGN)
            target_precompile_headers(${target} REUSE_FROM partway_${set}_headers)
        endforeach()
    endif()
endfunction()

partway_headers(core HEADERS ${core_headers} LIBS Qt6::Core)
partway_headers(ui HEADERS ${ui_headers} LIBS Qt6::Widgets)
