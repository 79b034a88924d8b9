# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a C file that knows every type of the window: the headers declare them, nobody lists them."""

import pathlib
import re
import sys

app = pathlib.Path(sys.argv[1])
types = {}
for header in sorted((app / 'ui').rglob('*.h')):
    for name in re.findall(r'G_DECLARE_\w+_TYPE\s*\(\s*\w+,\s*(\w+)', header.read_text(encoding='utf-8')):
        types[name] = header.relative_to(app).as_posix()

print('#include "ui/tal-all-types.h"\n')
print('\n'.join(f'#include "{header}"' for header in sorted(set(types.values()))))
print('\nGType (*const tal_all_types[]) (void) = {')
print('\n'.join(f'  {name}_get_type,' for name in sorted(types)))
print('};\n\nconst guint tal_n_all_types = G_N_ELEMENTS (tal_all_types);')
