"""Load the rules of Vale that a configuration names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from newslint.contract import CompiledRule
from newslint.errors import ConfigurationError
from newslint.rules.notices import note
from newslint.vale.configuration import LEVELS, ValeConfig, of_styles, read_vale_ini, reading_of
from newslint.vale.definitions import Definition, read_definition, rule_paths
from newslint.vale.rules import Maker, style_folder
from newslint.vale.vocabulary_rules import own_rules

_OWN = "Vale"


def vale_configs(entries: Sequence[str], asked_by: Path) -> list[ValeConfig]:
    """Return what `vale_styles` names: files such as `.vale.ini`, and folders of styles, which all go together.

    Raise ConfigurationError for what is neither.
    """
    base = asked_by.parent
    folders: list[Path] = []
    found: list[ValeConfig] = []
    for entry in entries:
        path = base / entry
        if path.is_file():
            found.append(read_vale_ini(path))
        elif path.is_dir():
            folders += _styles_in(path, asked_by)
        else:
            cause = f"`vale_styles`: there is neither a file nor a folder `{entry}`."
            raise ConfigurationError(str(asked_by), cause, "Name a `.vale.ini`, a style or a folder of styles.")
    return [*found, of_styles(asked_by, folders)] if folders else found


def _styles_in(folder: Path, asked_by: Path) -> list[Path]:
    """Return a folder that is a style, or those in it that are."""
    if any(folder.glob("*.yml")):
        return [folder]
    inner = [each for each in sorted(folder.iterdir()) if each.is_dir() and any(each.glob("*.yml"))]
    inner = [each for each in inner if each.name not in ("config", "Vocab") and not each.name.startswith(".")]
    if not inner:
        cause = f"`vale_styles`: `{folder}` has no rule of Vale in it, `NAME.yml`."
        raise ConfigurationError(str(asked_by), cause, "Name a style or a folder of styles.")
    return inner


def load_vale(entries: Sequence[str], asked_by: Path) -> dict[str, CompiledRule]:
    """Return the rules that the entries of `vale_styles` name, by id.

    What newslint cannot do (a script, an expression without end) is noted in one line, and the other rules hold. Raise
    ConfigurationError where a file is not valid.
    """
    rules: dict[str, CompiledRule] = {}
    for config in vale_configs(entries, asked_by):
        maker = Maker(reading_of(config), config.vocabulary.accepted, config.word_template, config.styles_paths)
        for rule, level in definitions_of(config):
            if LEVELS.index(level) >= LEVELS.index(config.least) and (made := _made(maker, rule, level)):
                rules.setdefault(made["id"], made)
    return rules


def files_of(entries: Sequence[str], asked_by: Path) -> list[Path]:
    """Return the files and folders that the rules are made from."""
    found: list[Path] = []
    for config in vale_configs(entries, asked_by):
        styles = [folder for name in config.styles if (folder := style_folder(name, config.styles_paths))]
        found += [config.path, *config.styles_paths, *styles, *config.vocabulary.files]
        found += [Path(rule.path) for rule, _ in definitions_of(config)]
    return list(dict.fromkeys(found))


def definitions_of(config: ValeConfig) -> Iterator[tuple[Definition, str]]:
    """Yield the rules of all styles and all single rules that a configuration names, each with its level."""
    levels = dict(config.levels)
    for rule in (*own_rules(config), *_of_styles(config), *_single_rules(config)):
        yield rule, levels.get(rule.name, rule.level)


def _of_styles(config: ValeConfig) -> Iterator[Definition]:
    for name in config.styles:
        folder = style_folder(name, config.styles_paths)
        if folder is not None:
            yield from (read_definition(path) for path in rule_paths(folder))
        elif name != _OWN:
            cause = f"there is no style `{name}` on `StylesPath`."
            raise ConfigurationError(str(config.path), cause, "Run `vale sync`, or take it out of `BasedOnStyles`.")


def _single_rules(config: ValeConfig) -> Iterator[Definition]:
    """Yield rules that are switched on without their style."""
    for name in config.rules:
        style, _, rule = name.partition(".")
        folder = None if style in config.styles else style_folder(style, config.styles_paths)
        if folder is not None and (folder / f"{rule}.yml").is_file():
            yield read_definition(folder / f"{rule}.yml")


def _made(maker: Maker, rule: Definition, level: str) -> CompiledRule | None:
    try:
        return maker.make(rule, level)
    except ConfigurationError as problem:
        note(f"{problem.subject}: `{rule.name}` is left out: {problem.cause} {problem.way_out}")
        return None
