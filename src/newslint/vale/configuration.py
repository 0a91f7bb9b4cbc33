"""What `.vale.ini` says: which styles and rules hold in which files, and what of a file is left alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newslint.errors import ConfigurationError
from newslint.records import NamedTuple
from newslint.rules.notices import note
from newslint.vale.ini import Entry, read_ini
from newslint.vale.regexes import UnknownSyntaxError, check, translate
from newslint.vale.words import Vocabulary, read_vocabularies

LEVELS = ("suggestion", "warning", "error")
_STATES = {"YES": True, "NO": False, **dict.fromkeys(LEVELS, True)}
_ALL = "*"
# What of Vale means nothing here, and why nothing is said of it.
_WITHOUT_MEANING = frozenset({"Packages", "NLPEndpoint", "Lang", "Transform", "View", "CommentDelimiters"})
_NO_FILES = frozenset({"formats", "asciidoctor"})


class Section(NamedTuple):
    """What holds in the files of a glob: styles (None: those of the section before), rules, and what is ignored."""

    glob: str
    styles: tuple[str, ...] | None = None
    rules: tuple[tuple[str, bool], ...] = ()
    token_ignores: tuple[str, ...] = ()
    block_ignores: tuple[str, ...] = ()


class ValeConfig(NamedTuple):
    """All that Vale is told, by its own file or by a configuration of newslint.

    `root` is the folder that globs start from. `levels` are the severities of rules by name, in Vale's words.
    """

    path: Path
    root: Path
    styles_paths: tuple[Path, ...] = ()
    least: str = "suggestion"
    vocabulary: Vocabulary = Vocabulary()
    ignored_scopes: tuple[str, ...] = ()
    skipped_scopes: tuple[str, ...] = ()
    ignored_classes: tuple[str, ...] = ()
    word_template: str = ""
    levels: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def styles(self) -> list[str]:
        """The styles that hold anywhere."""
        return list(dict.fromkeys(name for section in self.sections for name in section.styles or ()))

    @property
    def rules(self) -> list[str]:
        """The rules that are switched on or off anywhere, as `Style.Rule`."""
        return list(dict.fromkeys(name for section in self.sections for name, _ in section.rules))


def read_vale_ini(path: Path) -> ValeConfig:
    """Return what a `.vale.ini` says; raise ConfigurationError where a folder, vocabulary or value is wrong."""
    own = read_ini(path)
    styles_paths = _styles_paths(path, own)
    entries = [*_of_packages(styles_paths), *own]
    core = [entry for entry in entries if not entry.section]
    names = _items(core, "Vocab")
    return ValeConfig(
        path=path,
        root=path.parent,
        styles_paths=styles_paths,
        least=_least(path, core),
        vocabulary=read_vocabularies(names, styles_paths, str(path)),
        ignored_scopes=_items(core, "IgnoredScopes"),
        skipped_scopes=_items(core, "SkippedScopes"),
        ignored_classes=_items(core, "IgnoredClasses"),
        word_template=next((entry.value for entry in core if entry.key == "WordTemplate"), ""),
        levels=tuple((entry.key, entry.value) for entry in entries if entry.section and entry.value in LEVELS),
        sections=tuple(_sections(path, entries)),
    )


def of_styles(path: Path, folders: Iterable[Path]) -> ValeConfig:
    """Return the configuration under which all rules of some folders of styles hold in every file."""
    styles = [Path(os.path.abspath(folder)) for folder in folders]
    section = Section(_ALL, tuple(style.name for style in styles))
    return ValeConfig(path, path.parent, tuple(dict.fromkeys(style.parent for style in styles)), sections=(section,))


def _styles_paths(path: Path, entries: Sequence[Entry]) -> tuple[Path, ...]:
    found: list[Path] = []
    for entry in entries:
        if entry.key == "StylesPath" and not entry.section:
            folder = Path(os.path.abspath(path.parent / entry.value))
            if not folder.is_dir():
                cause = f"`StylesPath`: there is no folder `{entry.value}`."
                raise ConfigurationError(
                    f"{path}:{entry.line}", cause, "Run `vale sync`, or name the folder of styles."
                )
            found.append(folder)
    return tuple(found)


def _of_packages(styles_paths: Iterable[Path]) -> list[Entry]:
    """Return the entries of the configurations that packages bring, which the project's own come after."""
    files = [file for folder in styles_paths for file in sorted((folder / ".vale-config").glob("*.ini"))]
    return [entry for file in files for entry in read_ini(file) if entry.key != "StylesPath"]


def _items(entries: Iterable[Entry], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for entry in entries if entry.key == key for item in entry.items))


def _least(path: Path, core: Iterable[Entry]) -> str:
    chosen = [entry for entry in core if entry.key == "MinAlertLevel"]
    for entry in chosen:
        if entry.value not in LEVELS:
            cause = f"`MinAlertLevel` is `{entry.value}`."
            raise ConfigurationError(f"{path}:{entry.line}", cause, f"Known: {', '.join(LEVELS)}.")
    return chosen[-1].value if chosen else LEVELS[0]


def _sections(path: Path, entries: Sequence[Entry]) -> list[Section]:
    globs = dict.fromkeys(entry.section for entry in entries if entry.section and entry.section not in _NO_FILES)
    # What holds in all files comes first, wherever it is written.
    ordered = sorted(globs, key=lambda glob: glob != _ALL)
    return [_section(path, glob, [entry for entry in entries if entry.section == glob]) for glob in ordered]


def _section(path: Path, glob: str, entries: Sequence[Entry]) -> Section:
    styles = _items(entries, "BasedOnStyles") if any(entry.key == "BasedOnStyles" for entry in entries) else None
    rules: dict[str, bool] = {}
    for entry in entries:
        if "." in entry.key:
            rules[entry.key] = _STATES.get(entry.value, False)
        elif entry.key not in _KNOWN:
            note(f"{path}:{entry.line}: `{entry.key}` means nothing in a section; it is left out.")
    former = [entry._replace(key="BlockIgnores") if entry.key == "IgnorePatterns" else entry for entry in entries]
    ignores = [_expressions(path, former, key) for key in ("TokenIgnores", "BlockIgnores")]
    return Section(glob, styles, tuple(rules.items()), *ignores)


def _expressions(path: Path, entries: Iterable[Entry], key: str) -> tuple[str, ...]:
    """Return the expressions of a key as Python's; raise ConfigurationError for one that is not valid."""
    found = {item: entry.line for entry in entries if entry.key == key for item in entry.items}
    return tuple(_expression(f"{path}:{line}", key, item) for item, line in found.items())


def _expression(place: str, key: str, text: str) -> str:
    try:
        return check(translate(text))
    except (UnknownSyntaxError, RecursionError) as problem:
        raise ConfigurationError(
            place, f"`{key}`: `{text[:60]}` is not valid here ({problem}).", "Fix it."
        ) from problem


_KNOWN = frozenset({"BasedOnStyles", "TokenIgnores", "BlockIgnores", "IgnorePatterns"}) | _WITHOUT_MEANING


def reading_of(config: ValeConfig) -> dict[str, Any]:
    """Return how files are read under a configuration, as the plain data that checks are given."""
    return {
        "root": str(config.root),
        "ignored_scopes": list(config.ignored_scopes),
        "skipped_scopes": list(config.skipped_scopes),
        "ignored_classes": list(config.ignored_classes),
        "sections": [
            {
                "glob": section.glob,
                "styles": None if section.styles is None else list(section.styles),
                "rules": [[name, "on" if is_on else "off"] for name, is_on in section.rules],
                "token_ignores": list(section.token_ignores),
                "block_ignores": list(section.block_ignores),
            }
            for section in config.sections
        ],
    }
