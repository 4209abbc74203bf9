#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a display of its own: drawn in software, with folders and a session bus of its own.
# Says "skipped" (77) where there is no Xvfb.
command -v xvfb-run >/dev/null && command -v dbus-run-session >/dev/null || exit 77
home="$(mktemp -d)"
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/config/gtk-4.0" "$home/data" "$home/cache" "$home/run"
chmod 700 "$home/run"
printf '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\ngtk-cursor-blink=false\n' \
  > "$home/config/gtk-4.0/settings.ini"
export XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home/run" TMPDIR="$home"
export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable
export GSETTINGS_BACKEND="${GSETTINGS_BACKEND:-memory}" LC_ALL="${LC_ALL:-C.UTF-8}"
unset WAYLAND_DISPLAY
xvfb-run -a -s "-screen 0 ${PM_SCREEN:-1280x800}x24 -noreset" dbus-run-session -- "$@"
