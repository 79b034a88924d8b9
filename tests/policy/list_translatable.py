# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the files that hold strings for people: what po/POTFILES.in must say."""

import pathlib
import sys

import translations

print('\n'.join(sorted(translations.translatable_files(pathlib.Path(sys.argv[1])))))
