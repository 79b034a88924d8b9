# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the headers of app, one a line, as an include would name them."""

import pathlib
import sys

app = pathlib.Path(sys.argv[1])
print('\n'.join(sorted(path.relative_to(app).as_posix() for path in app.rglob('*.h'))))
