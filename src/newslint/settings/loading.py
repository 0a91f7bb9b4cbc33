"""Find the configuration and load what it means, from the cache or by resolving it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from newslint.contract import Requirement
from newslint.errors import ConfigurationError, NewslintError, UsageError, did_you_mean
from newslint.jurisdictions import Jurisdictions, read_jurisdictions
from newslint.language.lexicon import Lexicon, extended
from newslint.patterns import bytecode, pattern
from newslint.places import is_there, is_within, obstacle, tree_of
from newslint.records import NamedTuple
from newslint.rules.building import RuleSet, build_ruleset, find_literals
from newslint.rules.builtin import BUILTIN_RULES
from newslint.rules.compiling import CompiledRule
from newslint.rules.folders import bundled, is_shipped_profile, made_from, profile_name, profile_path
from newslint.rules.life import former_names, tell_deprecated, tell_renamed
from newslint.rules.notices import noting, warn
from newslint.rules.prepared import read_prepared
from newslint.rules.stamps import digest, stamp
from newslint.settings.cache import is_fresh, read_cache, stamp_all, write_cache
from newslint.settings.globs import matches, name_below
from newslint.settings.records import Configuration, Ignore, read_configuration

CONFIG_NAMES = ("newslint.yaml", "newslint.yml")
_TABLE = pattern(r"^[ \t]*\[{1,2}[ \t]*tool[ \t]*\.[ \t]*newslint\b", re.MULTILINE)


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file walking up from a folder, or None.

    Raise ConfigurationError where one has the name and cannot be read: to go on without it would judge by other rules.
    """
    for folder in (start, *start.parents):
        for name in CONFIG_NAMES:
            if is_there(folder / name):
                _refuse_unreadable(folder / name)
                return folder / name
        project = folder / "pyproject.toml"
        if is_there(project) and _has_table(project):
            return project
    return None


_FIX = "Fix or remove it, or name another configuration with --config."


def _refuse_unreadable(path: Path) -> None:
    """Raise ConfigurationError where a path leads to no regular file, before a pipe is waited for."""
    cause = obstacle(path)
    if cause is not None:
        raise ConfigurationError(str(path), f"the configuration {cause}.", _FIX)


def _has_table(project: Path) -> bool:
    _refuse_unreadable(project)
    try:
        text = project.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise ConfigurationError(str(project), f"the file cannot be read ({error.strerror}).", _FIX) from error
    return _TABLE.search(text) is not None


class Variant(NamedTuple):
    """What holds for the articles of one profile and set of overrides.

    `tried` are the rules that the configuration switches on by name, so that they are used though they are on trial.
    `origins` name, for each rule that a profile or the configuration touches, who set its `state`, its `severity` and,
    by name, its `options`.
    """

    profile: str
    compiled: Mapping[str, CompiledRule]
    on: frozenset[str]
    tried: frozenset[str]
    severities: Mapping[str, Mapping[str, str]]
    options: Mapping[str, Mapping[str, Any]]
    origins: Mapping[str, Mapping[str, Any]]
    elements: frozenset[str]
    required: tuple[Requirement, ...]
    literals: Mapping[str, Sequence[str]]
    targets: Mapping[str, float]

    def is_chosen(self, identity: str, select: Sequence[str], ignore: Sequence[str], preview: bool = False) -> bool:
        """Tell whether a rule is on, or `select` names it, and `ignore` does not.

        A rule on trial is not on without `preview`, unless it is named itself.
        """
        chosen = is_named(identity, select) if select else identity in self.on
        on_trial = identity in self.compiled and self.compiled[identity]["preview"]
        if on_trial and not (preview or identity in select or identity in self.tried):
            return False
        return chosen and not is_named(identity, ignore)

    def choose(self, select: Sequence[str], ignore: Sequence[str], preview: bool = False) -> RuleSet:
        """Build the rules that are on, or that `select` names, less those that `ignore` names."""
        chosen = (rule for identity, rule in self.compiled.items() if self.is_chosen(identity, select, ignore, preview))
        return build_ruleset(chosen, self.severities, self.options, self.literals)


class Choice(NamedTuple):
    """A profile, and the keys of the configuration under which it is named."""

    profile: str
    keys: tuple[str | int, ...]


def is_named(identity: str, names: Iterable[str]) -> bool:
    """Tell whether a rule or its family is among some names."""
    return any(identity == name or identity.startswith(f"{name}/") for name in names)


class Settings:
    """A run's frozen configuration; variants are resolved once each."""

    def __init__(self, path: Path | None, state: dict[str, Any], keep: bool = True, is_new: bool = False) -> None:
        """Take the state that `load_settings` read or made."""
        self.path = path
        self.state = state
        self.keep = keep
        self._is_changed = is_new
        self._place: Path | None = None
        self._variants: dict[tuple[str, tuple[int, ...]], Variant] = {}

    @cached_property
    def config(self) -> Configuration:
        """What the configuration says beside rules and requirements."""
        return read_configuration(self.state["config"])

    @property
    def compiled(self) -> Mapping[str, CompiledRule]:
        """All rules, shipped and of the house, by id."""
        rules: Mapping[str, CompiledRule] = self.state["rules"]
        return rules

    @property
    def fingerprint(self) -> str:
        """The hash of all rules and newslint's version."""
        return str(self.state["fingerprint"])

    @property
    def root(self) -> Path:
        """The folder that globs and paths of the configuration start from; without one, the top of the repository."""
        if self._place is not None:
            return self._place
        return self.path.parent if self.path else self._top

    @cached_property
    def _top(self) -> Path:
        return Path(tree_of(os.curdir))

    def placed_in(self, folder: Path) -> Settings:
        """Let globs and paths start from another folder: that of a file which is not written yet."""
        self._place = folder
        return self

    @property
    def files(self) -> list[Path]:
        """The files that these settings were made from: configuration, profiles, rule files and word lists."""
        named = [Path(name) for name in self.state["stamps"] if os.path.isabs(name)]
        inner = [file for folder in named if folder.is_dir() for file in folder.glob("*/*")]
        return [*named, *inner, *(Path(rule["path"]) for rule in self.compiled.values())]

    @property
    def is_current(self) -> bool:
        """Whether the files that these settings were made from are still what they were."""
        return not self.state["stamps"] or is_fresh(self.state["stamps"])

    @cached_property
    def parts(self) -> frozenset[str]:
        """The newsroom's own files that these settings were made from, by absolute name: none of them is an article."""
        shipped = set(map(str, made_from()))
        own = [os.path.normpath(name) for name in self.state["stamps"] if os.path.isabs(name) and name not in shipped]
        lists = (str(file) for folder in own if os.path.isdir(folder) for file in Path(folder).glob("*/*"))
        return frozenset([*own, *lists])

    @cached_property
    def lexicon(self) -> Lexicon:
        """The word lists with the newsroom's own lines; raise ConfigurationError for lines that mean nothing."""
        try:
            return extended(self.config.lexicons)
        except ValueError as problem:
            cause = f"`lexicons`: {problem}."
            raise ConfigurationError(
                str(self.path), cause, "Write each line like those of the list itself."
            ) from problem

    @cached_property
    def jurisdictions(self) -> Jurisdictions:
        """The jurisdictions that the configuration chooses, and all that newslint knows."""
        return read_jurisdictions(self.state["jurisdictions"], self.config.jurisdictions)

    @cached_property
    def families(self) -> frozenset[str]:
        """The families of all rules."""
        return frozenset(identity.partition("/")[0] for identity in (*self.compiled, *BUILTIN_RULES))

    @cached_property
    def former(self) -> Mapping[str, str]:
        """The present name of each rule by its former names."""
        return former_names(self.compiled.values())

    def check_names(self, names: Iterable[str], option: str) -> tuple[str, ...]:
        """Return the present names of rules and families; raise UsageError for a name that is neither.

        Former names are told, and so are rules that a later release drops.
        """
        known = {*self.compiled, *self.families, *BUILTIN_RULES}
        present = []
        for name in names:
            now = self.former.get(name, name)
            if now not in known:
                way_out = did_you_mean(name, {*known, *self.former}, "`newslint rules` lists them.")
                raise UsageError(option, f"there is no rule or family `{name}`.", way_out)
            if now != name:
                warn([tell_renamed(option, name, now)])
            if now in self.compiled and self.compiled[now]["deprecated"]:
                warn([tell_deprecated(option, self.compiled[now])])
            present.append(now)
        return tuple(present)

    def overrides_of(self, path: str) -> tuple[int, ...]:
        """Return the indices of the overrides whose globs match a file, in order."""
        entries = self.config.overrides
        name = name_below(self.root, path) if entries else ""
        return tuple(index for index, entry in enumerate(entries) if any(matches(name, glob) for glob in entry.files))

    def profile_of(self, path: str, content_types: Sequence[str] = ()) -> str:
        """Choose the profile of an article that names none: by its content type, by its path, else the default."""
        return self.choose_profile(path, content_types).profile

    def choose_profile(self, path: str, content_types: Sequence[str] = ()) -> Choice:
        """Choose the profile of an article that names none, and say by which keys of the configuration."""
        types = self.config.content_types
        if types:
            by_type = {name.casefold(): name for name in types.profiles}
            for name in content_types:
                key = by_type.get(name.strip().casefold())
                if key is not None:
                    return Choice(types.profiles[key], ("content_types", "profiles", key))
        for index in self.overrides_of(path):
            profile = self.config.overrides[index].profile
            if profile:
                return Choice(profile, ("overrides", index, "profile"))
        return Choice(self.config.profile, ("profile",))

    def ignored_in(self, path: str) -> list[Ignore]:
        """Return what the configuration ignores in a file, including what has expired."""
        entries = self.config.per_file_ignores
        own = name_below(self.root, path) if entries else ""
        held = [entry for entry in entries if matches(own, entry.glob)]
        if not self.former:
            return held
        return [entry._replace(rules=tuple(self.former.get(name, name) for name in entry.rules)) for entry in held]

    def variant(self, profile: str, overrides: tuple[int, ...] = (), asked_by: str | None = None) -> Variant:
        """Return what holds under a profile with overrides.

        Raise ConfigurationError where that is not valid; it says that `asked_by`, else the configuration, named it.
        """
        key = (profile, overrides)
        if key not in self._variants:
            self._variants[key] = self._load_variant(profile, overrides, asked_by or str(self.path or "profile"))
        return self._variants[key]

    def stamp_of(self, profile: str, overrides: tuple[int, ...] = ()) -> str:
        """Return a hash of what holds under a profile with overrides; raise ConfigurationError as `variant` does."""
        self.variant(profile, overrides)
        data = self.state["variants"][self._variant_name(profile, overrides)]
        return digest(repr((profile, data)).encode("utf-8", "surrogatepass"))

    def _variant_name(self, profile: str, overrides: tuple[int, ...]) -> str:
        # Profiles of two folders may have files of the same name.
        path = profile_path(profile, self.root)
        is_shipped = path is None or is_shipped_profile(path)
        return repr((profile if is_shipped else str(path), overrides))

    def _load_variant(self, profile: str, overrides: tuple[int, ...], asked_by: str) -> Variant:
        name = self._variant_name(profile, overrides)
        if name not in self.state["variants"]:
            try:
                with noting() as notices:
                    self.state["variants"][name] = self._resolve(profile, overrides, asked_by)
                self.state["notices"] = list(dict.fromkeys([*self.state.get("notices", ()), *notices]))
            except NewslintError as error:
                raise _hold_back(error, self.root) from None
            self._is_changed = True
        data = self.state["variants"][name]
        return Variant(
            profile,
            self.compiled,
            frozenset(data["on"]),
            frozenset(data["tried"]),
            data["severities"],
            data["options"],
            data["origins"],
            frozenset(data["elements"]),
            tuple(
                Requirement(**{**entry, "headings": tuple(entry["headings"]), "wordings": tuple(entry["wordings"])})
                for entry in data["required"]
            ),
            {**self.state["literals"], **data["literals"]},
            data["targets"],
        )

    def _resolve(self, profile: str, overrides: tuple[int, ...], asked_by: str) -> dict[str, Any]:
        from newslint.settings import resolving

        config, data = resolving.read_config(self.path)
        chain = resolving.profile_chain(profile, asked_by, self.root)
        above = resolving.config_layers(config, data, self.path)
        # What was stamped before stays: a change in between must show in the next run.
        over = [*above, *resolving.override_layers(config, data, self.path, overrides)]
        self.state["stamps"] = {**resolving.stamps_of([*chain, *over]), **self.state["stamps"]}
        names = {profile, *(profile_name(layer.path) for layer in (*chain, *above) if layer.path != self.path)}
        data = resolving.resolve_variant(self.compiled, chain, over, names)
        changed = ((self.compiled[identity]["check"], options) for identity, options in data["options"].items())
        return {**data, "literals": find_literals(changed)}

    def save(self) -> None:
        """Keep what was resolved for the next run; a folder that cannot be written to is no fault."""
        if self._is_changed and self.keep:
            self._is_changed = False
            write_cache(self.path, self.state)
        if self.keep and self.path is None:
            bytecode.save()


def load_settings(path: Path | None, *, keep: bool = True) -> Settings:
    """Load a configuration (None: the defaults) and all rules; raise where either is not valid.

    `keep` lets it read what the last run resolved, and `Settings.save` write it.
    """
    if path is not None:
        if not is_there(path):
            raise ConfigurationError(str(path), "there is no such configuration file.", "Check --config.")
        _refuse_unreadable(path)
        path = Path(os.path.abspath(path))
    state = read_prepared() if path is None else None
    if state is not None:
        return Settings(path, {**state, "stamps": {}, "variants": dict(state["variants"])}, keep=False)
    state = read_cache(path) if keep else None
    warn(state.get("notices", ()) if state else ())
    try:
        return Settings(path, state or _resolve_all(path), keep, is_new=state is None)
    except NewslintError as error:
        raise _hold_back(error, path.parent if path else Path.cwd()) from None


def _hold_back(error: NewslintError, root: Path) -> NewslintError:
    """Return an error that quotes nothing of a file outside the tree of a configuration: its repository, or its folder.

    A configuration may name any file as if it were one, and what is said of it may stand in a log that all can read.
    """
    subject = error.subject
    ends = [len(subject), *(place for place in range(len(subject) - 1, 0, -1) if subject[place] == ":")]
    file = next((subject[:end] for end in ends if os.path.isfile(subject[:end])), None)
    if file is None or is_within(file, (tree_of(root), os.path.realpath(bundled("rules").parent))):
        return error
    cause = "it is not valid. It is outside the configuration's folders, so nothing of it is quoted here."
    return type(error)(file, cause, "Run newslint in the folder of that file to see what is wrong.")


def _resolve_all(path: Path | None) -> dict[str, Any]:
    from newslint.rules.building import fingerprint
    from newslint.rules.jurisdictions import compile_jurisdictions
    from newslint.settings import resolving

    # All stamps are taken before the files are read.
    stamps = stamp_all([path] if path else [])
    config, data = resolving.read_config(path)
    base = path.parent if path else Path.cwd()
    every = tuple(range(len(config.overrides)))
    layers = [*resolving.config_layers(config, data, path), *resolving.override_layers(config, data, path, every)]
    stamps |= resolving.stamps_of(layers) | {str(base / name): stamp(base / name) for name in config.folders}
    stamps |= resolving.vale_stamps(config, path)
    with noting() as notices:
        compiled = resolving.compile_all(config, path)
        if path:
            resolving.check_references(config, data, path, compiled)
    return {
        "notices": list(dict.fromkeys(notices)),
        "stamps": stamps,
        "rules": compiled,
        "fingerprint": fingerprint(compiled),
        "literals": find_literals((rule["check"], rule["options"]) for rule in compiled.values()),
        "jurisdictions": compile_jurisdictions(),
        "config": config.model_dump(mode="json", include=set(Configuration._fields)),
        "variants": {},
    }
