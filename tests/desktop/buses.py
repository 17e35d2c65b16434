#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program says to a desktop, one JSON object a line: progress for the task bar (signals on the session bus),
and wishes to stay awake, which it takes as login1 on the system bus: {"taken": [what, who, why, mode]}, and
{"released": …} when the program lets go. Says {"ready": true} when it listens."""
import json
import os

from gi.repository import Gio, GLib

LOGIN1 = """<node><interface name="org.freedesktop.login1.Manager"><method name="Inhibit">
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="h" direction="out"/></method></interface></node>"""


def say(**what):
    print(json.dumps(what), flush=True)


def update(_bus, _sender, _path, _interface, _signal, parameters):
    application, what = parameters.unpack()
    say(application=application, progress=what.get("progress"), visible=what.get("progress-visible"))


def inhibit(_bus, _sender, _path, _interface, _method, parameters, invocation):
    wish = list(parameters.unpack())
    ours, theirs = os.pipe()
    files = Gio.UnixFDList()
    invocation.return_value_with_unix_fd_list(GLib.Variant("(h)", (files.append(theirs),)), files)
    os.close(theirs)  # the list has its own
    say(taken=wish)

    def closed(*_):
        os.close(ours)
        say(released=wish)
        return False

    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, ours, GLib.IOCondition.HUP, closed)


def main():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    session.signal_subscribe(None, "com.canonical.Unity.LauncherEntry", "Update", None, None,
                             Gio.DBusSignalFlags.NONE, update)
    system = Gio.bus_get_sync(Gio.BusType.SYSTEM)
    described = Gio.DBusNodeInfo.new_for_xml(LOGIN1).interfaces[0]
    system.register_object("/org/freedesktop/login1", described, inhibit, None, None)
    Gio.bus_own_name_on_connection(system, "org.freedesktop.login1", Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: say(ready=True), None)
    GLib.MainLoop().run()


main()
