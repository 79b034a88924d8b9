# SPDX-License-Identifier: GPL-3.0-or-later
"""A display, a session bus and a home of one's own, and the program in them."""

import os
import pathlib
import shutil
import subprocess
import tempfile

PROGRAMS = ('Xvfb', 'dbus-daemon', 'setxkbmap', 'xdotool')
SETTINGS = '[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=false\n'
OTHERS = ('DISPLAY', 'GTK_A11Y', 'WAYLAND_DISPLAY', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME',
          'XDG_DATA_HOME', 'XDG_STATE_HOME')
FIXED = {
    'ADW_DISABLE_PORTAL': '1',
    'G_DEBUG': 'fatal-warnings',
    'GDK_BACKEND': 'x11',
    'GSETTINGS_BACKEND': 'memory',
    'GSK_RENDERER': 'cairo',
    'GTK_USE_PORTAL': '0',
    'LANGUAGE': 'da',
}


def missing():
    """What this machine lacks to be listened to on, or ''."""
    for program in PROGRAMS:
        if shutil.which(program) is None:
            return f'{program} is not installed'
    if not pathlib.Path('/usr/share/dbus-1/services/org.a11y.Bus.service').exists():
        return 'at-spi2-core is not installed'
    try:
        import gi
        gi.require_version('Atspi', '2.0')
    except (ImportError, ValueError):
        return 'python3-gi or gir1.2-atspi-2.0 is not installed'
    return ''


def locale():
    """Danish where there is such a locale; the program's words follow LANGUAGE in any."""
    found = subprocess.run(['locale', '-a'], capture_output=True, text=True, check=False).stdout
    return 'da_DK.UTF-8' if 'da_DK.utf8' in found else 'C.UTF-8'


class Stage:
    """Everything is private, and ends with the 'with'."""

    def __init__(self, build):
        self.build = build
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='indsatstal-listen-'))
        self.servants = []
        self.program = None

    def __enter__(self):
        self.furnish()
        self.start_display()
        self.start_bus()
        subprocess.run(['setxkbmap', 'dk'], check=False, stderr=subprocess.DEVNULL)
        return self

    def __exit__(self, *error):
        self.close()
        for servant in reversed(self.servants):
            servant.terminate()
            servant.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def furnish(self):
        home, runtime = self.folder / 'home', self.folder / 'runtime'
        (home / '.config/gtk-4.0').mkdir(parents=True)
        (home / '.config/gtk-4.0/settings.ini').write_text(SETTINGS, encoding='utf-8')
        runtime.mkdir(mode=0o700)
        for name in OTHERS:
            os.environ.pop(name, None)
        os.environ.update(FIXED, HOME=str(home), XDG_RUNTIME_DIR=str(runtime), LC_ALL=locale(),
                          GSETTINGS_SCHEMA_DIR=str(self.build / 'data'))

    def start_display(self):
        reader, writer = os.pipe()
        self.servants.append(subprocess.Popen(
            ['Xvfb', '-displayfd', str(writer), '-screen', '0', '1280x800x24', '-nolisten', 'tcp',
             '-noreset'], pass_fds=[writer], stderr=subprocess.DEVNULL))
        os.close(writer)
        with os.fdopen(reader) as number:
            os.environ['DISPLAY'] = f':{number.readline().strip()}'

    def start_bus(self):
        """The accessibility bus is begun by the session bus when somebody asks for it."""
        bus = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address=1'],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.servants.append(bus)
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().strip()

    def command(self, *words):
        """What the command line says."""
        return subprocess.run([self.build / 'app/cli/indsatstal-cli', *words], check=True,
                              capture_output=True, text=True).stdout

    def make_example(self):
        collection = self.folder / 'eksempel.indsats'
        self.command('new', collection, '--example')
        return collection

    def open(self, *files):
        """Starts the program; what it complains of is seen."""
        self.close()
        self.program = subprocess.Popen([self.build / 'app/ui/indsatstal', *files])
        return self.program.pid

    def close(self):
        if self.program is not None and self.program.poll() is None:
            self.program.terminate()
            self.program.wait()
        self.program = None
