# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through the real program by keys and hears it over the accessibility bus, as a stranger
with a screen reader does.

Everything that can have the focus must have a name and say what it is, what the focus comes to
must be announced, and each cell of the entry grid must say the value that the command line and
the collection's tables have for it, and its state.
"""

import pathlib
import sys

import claims
import stage

if __name__ == '__main__':
    lack = stage.missing()
    if lack:
        print(f'1..0 # SKIP {lack}')
        sys.exit()

    import listening
    sys.exit(not claims.show(listening.listen(pathlib.Path(sys.argv[2]))))
