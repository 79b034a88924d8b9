# SPDX-License-Identifier: GPL-3.0-or-later
"""The command-line program runs on a server: nothing it loads knows a window or a font."""

import re

import claims

PROGRAM = 'app/cli/indsatstal-cli'
WINDOW = re.compile(r'lib(gtk|gdk|adwaita|X11|xcb|wayland|EGL|GL|vulkan|epoxy|cairo|pango|graphene|'
                    r'harfbuzz|fontconfig|freetype|atk|rsvg)')


def window_libraries(listing):
    """The libraries of a window among those that ldd names."""
    names = re.findall(r'^\s*(lib\S+)', listing, re.M)
    return [name for name in names if WINDOW.match(name)]


def check(root, build):
    claim = claims.Claim('indsatstal-cli loads no library of a window')
    if not (root / 'app/cli/meson.build').exists():
        claim.skipped = 'there is no command-line program in this tree yet'
        return [claim]
    program = build / PROGRAM
    code, listing = claims.run('ldd', program)
    if code or 'libglib' not in listing:
        claim.problems.append(f'{program}: {listing}')
    claim.problems += [f'{program} loads {name}' for name in window_libraries(listing)]
    return [claim]


if __name__ == '__main__':
    claims.main(check)
