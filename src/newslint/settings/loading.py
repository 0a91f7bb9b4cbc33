"""Find the configuration, and load what it means from what was kept or by resolving it; it knows no file's content."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from newslint import __version__
from newslint.errors import ConfigurationError, UsageError, nearest
from newslint.rules.rule import Requirement
from newslint.rulesets.building import RuleSet, build_ruleset
from newslint.rulesets.compiling import CompiledRule
from newslint.rulesets.folders import bundled, stamp
from newslint.settings.globs import matches

CONFIG_NAMES = ("newslint.yaml", "newslint.yml")


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file walking up from a folder, or None."""
    for folder in (start, *start.parents):
        for name in CONFIG_NAMES:
            if (folder / name).is_file():
                return folder / name
        project = folder / "pyproject.toml"
        if project.is_file() and "[tool.newslint" in project.read_text(encoding="utf-8", errors="replace"):
            return project
    return None


@dataclass(frozen=True)
class Variant:
    """What holds for the articles of one profile and set of overrides."""

    profile: str
    compiled: Mapping[str, CompiledRule]
    on: frozenset[str]
    severities: Mapping[str, Mapping[str, str]]
    options: Mapping[str, Mapping[str, Any]]
    origins: Mapping[str, str]
    elements: frozenset[str]
    required: tuple[Requirement, ...]

    def choose(self, select: Sequence[str], ignore: Sequence[str]) -> RuleSet:
        """Build the rules that are on, or that `select` names, less those that `ignore` names."""
        on = (
            self.on
            if not select
            else {identity for identity in self.compiled if any(_is_named(identity, name) for name in select)}
        )
        chosen = [
            rule
            for identity, rule in self.compiled.items()
            if identity in on and not any(_is_named(identity, name) for name in ignore)
        ]
        return build_ruleset(chosen, self.severities, self.options)


def _is_named(identity: str, name: str) -> bool:
    return identity == name or identity.startswith(f"{name}/")


@dataclass
class Settings:
    """A run's frozen configuration; variants are resolved once each."""

    path: Path | None
    state: dict[str, Any]
    stamps: str = ""
    keep: bool = True
    _variants: dict[tuple[str, tuple[int, ...]], Variant] = field(default_factory=dict)
    _is_changed: bool = False

    @property
    def config(self) -> Mapping[str, Any]:
        """The configuration's values as plain data."""
        values: Mapping[str, Any] = self.state["config"]
        return values

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
        """The folder that globs and paths of the configuration start from."""
        return self.path.parent if self.path else Path.cwd()

    @cached_property
    def families(self) -> frozenset[str]:
        """The families of all rules."""
        return frozenset(identity.partition("/")[0] for identity in self.compiled)

    def check_names(self, names: Iterable[str], option: str) -> None:
        """Raise UsageError for a name that is neither a rule nor a family."""
        for name in names:
            if name not in self.compiled and name not in self.families:
                hint = nearest(name, [*self.compiled, *self.families])
                way_out = f"Did you mean `{hint}`?" if hint else "`newslint rules` lists them."
                raise UsageError(option, f"there is no rule or family `{name}`.", way_out)

    def overrides_of(self, path: str) -> tuple[int, ...]:
        """Return the indices of the overrides whose globs match a file, in order."""
        entries, name = self.config["overrides"], self._name_of(path)
        return tuple(
            index for index, entry in enumerate(entries) if any(matches(name, glob) for glob in entry["files"])
        )

    def _name_of(self, path: str) -> str:
        """Return a path as seen from the configuration's folder; a file that lies elsewhere has its name alone."""
        root, absolute = os.path.join(os.path.abspath(self.root), ""), os.path.abspath(path)
        return Path(absolute[len(root) :] if absolute.startswith(root) else os.path.basename(absolute)).as_posix()

    def profile_of(self, path: str, declared: str | None, content_type: str | None, given: str | None) -> str:
        """Choose an article's profile: given, declared in it, by its content type, by its path, else the default."""
        if given or declared:
            return given or declared or ""
        types = self.config["content_types"]
        if types and content_type is not None:
            by_type = {name.lower(): profile for name, profile in types["profiles"].items()}
            if content_type.lower() in by_type:
                return str(by_type[content_type.lower()])
        for index in self.overrides_of(path):
            profile = self.config["overrides"][index]["profile"]
            if profile:
                return str(profile)
        return str(self.config["profile"])

    def ignored_in(self, path: str) -> list[str]:
        """Return the rules and families that the configuration ignores in a file."""
        entries, own = self.config["per_file_ignores"], self._name_of(path)
        return [name for glob, names in entries.items() if matches(own, glob) for name in names]

    def variant(self, profile: str, overrides: tuple[int, ...] = ()) -> Variant:
        """Return what holds under a profile with overrides; raise ConfigurationError where that is not valid."""
        key = (profile, overrides)
        if key not in self._variants:
            self._variants[key] = self._load_variant(profile, overrides)
        return self._variants[key]

    def _load_variant(self, profile: str, overrides: tuple[int, ...]) -> Variant:
        name = json.dumps([profile, overrides])
        if name not in self.state["variants"]:
            self.state["variants"][name] = self._resolve(profile, overrides)
            self._is_changed = True
        data = self.state["variants"][name]
        return Variant(
            profile,
            self.compiled,
            frozenset(data["on"]),
            data["severities"],
            data["options"],
            data["origins"],
            frozenset(data["elements"]),
            tuple(
                Requirement(entry["name"], entry["kind"], tuple(entry["headings"]), tuple(entry["wordings"]))
                for entry in data["required"]
            ),
        )

    def _resolve(self, profile: str, overrides: tuple[int, ...]) -> dict[str, Any]:
        from newslint.settings import resolving

        config, data = resolving.read_config(self.path)
        chain = resolving.profile_chain(profile, str(self.path or "--profile"), self.root)
        names = {profile, *(layer.path.stem for layer in chain)}
        over = [
            *resolving.config_layers(config, data, self.path),
            *resolving.override_layers(config, data, self.path, overrides),
        ]
        return resolving.resolve_variant(self.compiled, chain, over, names)

    def save(self) -> None:
        """Keep what was resolved for the next run; a folder that cannot be written to is no fault."""
        if self._is_changed and self.keep:
            self._is_changed = False
            _write(_cache_file(self.stamps), self.state)


def load_settings(path: Path | None, *, keep: bool = True) -> Settings:
    """Load a configuration (None: the defaults) and all rules; raise where either is not valid."""
    if path is not None and not path.is_file():
        raise ConfigurationError(str(path), "there is no such configuration file.", "Check --config.")
    stamps = _stamps(path, ())
    state = _read(_cache_file(stamps)) if keep else None
    if state is not None and state.get("stamps") == _stamps(path, state["folders"]):
        return Settings(path, state, stamps, keep)
    settings = Settings(path, _resolve_all(path), stamps, keep, _is_changed=True)
    settings.state["stamps"] = _stamps(path, settings.state["folders"])
    return settings


def _resolve_all(path: Path | None) -> dict[str, Any]:
    from newslint.rulesets.building import fingerprint
    from newslint.settings import resolving

    config, data = resolving.read_config(path)
    compiled = resolving.compile_all(config, path)
    layers = resolving.config_layers(config, data, path)
    base = path.parent if path else Path.cwd()
    profiles = {config.profile, *(entry.profile for entry in config.overrides if entry.profile)}
    for name in sorted(profiles):
        resolving.profile_chain(name, str(path), base)
    watched = [base / name for name in config.folders]
    watched += [layer.path for layer in layers if layer.path != path]
    plain = config.model_dump(mode="json", exclude={"rules"})
    return {
        "rules": compiled,
        "fingerprint": fingerprint(compiled),
        "config": plain,
        "folders": [str(item) for item in watched],
        "variants": {},
    }


def _stamps(path: Path | None, watched: Iterable[str]) -> str:
    """Return what changes whenever a file changes that the settings were made from."""
    parts: list[Any] = [__version__, str(path.resolve()) if path else None]
    for folder in (bundled("rules"), bundled("profiles"), *map(Path, watched)):
        parts.append(stamp(folder) if folder.is_dir() else _file_stamp(folder))
    if path:
        parts.append(_file_stamp(path))
    return json.dumps(parts)


def _file_stamp(path: Path) -> tuple[str, int, int]:
    try:
        status = path.stat()
    except OSError:
        return str(path), -1, -1
    return str(path), status.st_size, status.st_mtime_ns


def _cache_file(stamps: str) -> Path:
    from zlib import crc32

    home = os.environ.get("NEWSLINT_CACHE_DIR")
    if home:
        folder = Path(home)
    elif os.name == "nt":
        folder = Path(os.environ.get("LOCALAPPDATA", "~")).expanduser() / "newslint"
    else:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "newslint"
    return folder / f"rules-{crc32(stamps.encode()):08x}.json"


def _read(path: Path) -> dict[str, Any] | None:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and "folders" in data else None


def _write(path: Path, state: Mapping[str, Any]) -> None:
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
