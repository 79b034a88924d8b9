# SPDX-License-Identifier: GPL-3.0-or-later
"""The handbook is whole: its pages lead to one another, and show pictures that say what they show."""

import html.parser
import re

import claims

FOLDER = 'data/handbook'
VOID = {'br', 'img', 'link', 'meta'}
FORBIDDEN = {'script', 'iframe', 'object', 'embed', 'form', 'style'}
MOST_BYTES = 1_000_000  # of all pictures together


class Page(html.parser.HTMLParser):
    """What a page refers to, what it can be referred to by, and what is wrong with it."""

    def __init__(self, text):
        super().__init__()
        self.links = []
        self.ids = set()
        self.problems = []
        self.headings = []
        self.language = None
        self._open = []
        self.feed(text)
        self.problems += [f'<{tag}> is not closed' for tag in self._open]

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == 'html':
            self.language = found.get('lang')
        if tag in FORBIDDEN or any(name.startswith('on') for name in found):
            self.problems.append(f'<{tag}> does more than show')
        if tag == 'img' and not (found.get('alt') or '').strip():
            self.problems.append(f'{found.get("src")} has no words')
        if re.fullmatch('h[1-6]', tag):
            self.headings.append(int(tag[1]))
        if 'id' in found:
            if found['id'] in self.ids:
                self.problems.append(f'the id {found["id"]} is there twice')
            self.ids.add(found['id'])
        self.links += [found[name] for name in ('href', 'src') if name in found]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if not self._open or self._open.pop() != tag:
            self.problems.append(f'</{tag}> closes something else')


def heading_problems(headings):
    if headings.count(1) != 1 or headings[0] != 1:
        yield 'it has not one first heading'
    for before, after in zip(headings, headings[1:]):
        if after > before + 1:
            yield f'h{after} stands below h{before}'


def link_problems(folder, name, pages):
    for link in pages[name].links:
        place, _, part = link.partition('#')
        place = place or name
        if re.match(r'[a-z]+:|/', place) or not (folder / place).is_file():
            yield f'{link} is not there'
        elif part and part not in pages[place].ids:
            yield f'{link} leads to no part'


def check(root, build=None):
    sound = claims.Claim('every page of the handbook is sound')
    linked = claims.Claim('every link and picture of the handbook is there, and nothing from elsewhere')
    reached = claims.Claim('every page and picture of the handbook is shipped, and reached')
    small = claims.Claim('the pictures of the handbook are small')
    folder = root / FOLDER
    pages = {path.name: Page(path.read_text(encoding='utf-8')) for path in sorted(folder.glob('*.html'))}
    shipped = (folder / 'meson.build').read_text() + (folder / 'pictures/meson.build').read_text()

    for name, page in pages.items():
        if page.language != 'da':
            sound.problems.append(f'{name}: its language is {page.language}')
        sound.problems += [f'{name}: {problem}'
                           for problem in (*page.problems, *heading_problems(page.headings))]
        linked.problems += [f'{name}: {problem}' for problem in link_problems(folder, name, pages)]
        if f"'{name}'" not in shipped:
            reached.problems.append(f'{name} is not installed')
    css = (folder / 'handbook.css').read_text(encoding='utf-8')
    if 'url(' in css or '@import' in css or 'prefers-color-scheme: dark' not in css:
        linked.problems.append('handbook.css fetches something, or knows no dark')

    used = {link.partition('#')[0] for page in pages.values() for link in page.links}
    pictures = sorted((folder / 'pictures').glob('*.png'))
    for path in (*pictures, *(folder / name for name in pages)):
        if path.relative_to(folder).as_posix() not in used:
            reached.problems.append(f'{path.name}: no page leads to it')
        if path.suffix == '.png' and f"'{path.stem}'" not in shipped:
            reached.problems.append(f'{path.name} is not installed')
    size = sum(path.stat().st_size for path in pictures)
    if size > MOST_BYTES:
        small.problems.append(f'{size} bytes')
    return [sound, linked, reached, small]


if __name__ == '__main__':
    claims.main(check)
