# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of the place "Accounts" (see leftovers.py), by keys: its list, what is asked for each source of keys, the
preview of an import from AWS files, and the connection test of the stores of the scene."""
from pictures import write_aws_files
from steps import Steps

step = Steps()
SOURCES = ("session", "profile", "program", "role", "sso", "environment")


@step
def accounts_are_listed(window):
    window.keys("ctrl+4")
    window.look("table cell:/^Film archive/")
    window.look("table cell:/^Other service/")
    window.names("accounts")


@step
def each_source_of_keys_has_its_fields(window):
    window.keys("ctrl+4", "ctrl+n")
    window.look("dialog:Add an account")
    window.names("account-keychain")
    window.key("alt+k")
    for source in SOURCES:
        window.key("Down")
        window.names(f"account-{source}")
    for key, page in (("alt+w", "network"), ("alt+u", "uploads")):
        window.key(key)
        window.names(f"account-{page}")
    window.key("Escape")
    window.gone("dialog:Add an account")


@step
def an_import_is_previewed(window):
    write_aws_files(window.home)
    window.key("alt+a", "i")
    window.look("dialog:/^Import from AWS/")
    window.look("table cell:/^studio/")
    window.names("import")
    window.key("Escape")
    window.gone("dialog:/^Import from AWS/")


@step
def a_connection_is_tested(window):
    """Of both stores, to the end."""
    for key, title in (("Home", "Film archive"), ("End", "Other service")):
        window.keys("ctrl+4", key)
        window.look(f"table cell:/^{title}/", "--until", "states=selected")
        window.key("ctrl+shift+t")
        window.look("dialog:/^Connection test/")
        window.look("push button:Close")  # "Stop" until it has ended
        window.names(f"connection-test-{key.lower()}")
        window.key("Escape")
        window.gone("dialog:/^Connection test/")
