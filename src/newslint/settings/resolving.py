"""Read configuration and profiles and lay them over one another; only ever run when what it gives is not kept yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newslint.errors import ConfigurationError, RuleFileError, nearest
from newslint.rulesets.compiling import CompiledRule, compile_options, compile_rules
from newslint.rulesets.folders import bundled
from newslint.rulesets.yaml_files import explain, known_keys, line_of, plain, read_yaml, validate
from newslint.settings.model import ConfigModel, LayerModel, ProfileModel, RequireModel, RuleSettings


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings that lie over others: where they come from, rules and requirements."""

    origin: str
    path: Path
    data: Any
    rules: RuleSettings
    require: RequireModel


def read_config(path: Path | None) -> tuple[ConfigModel, Any]:
    """Return a configuration file's model and its data with positions; no file: the defaults."""
    if path is None:
        return ConfigModel(), {}
    if path.suffix == ".toml":
        return _read_pyproject(path)
    data = read_yaml(path, ConfigurationError)
    if data is not None and not isinstance(data, dict):
        raise ConfigurationError(f"{path}:1", "the file is not a mapping.", "Write `profile: news`, for example.")
    return validate(ConfigModel, data, path, ConfigurationError), data or {}


def _read_pyproject(path: Path) -> tuple[ConfigModel, Any]:
    import tomllib

    from pydantic import ValidationError

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}).get("newslint", {})
    except (OSError, ValueError) as problem:
        raise ConfigurationError(str(path), f"not valid TOML ({problem}).", "Mend the file.") from problem
    try:
        return ConfigModel.model_validate(plain(data)), data
    except ValidationError as problem:
        raise explain(problem, data, path, ConfigurationError, known_keys(ConfigModel)) from problem


def profile_names() -> list[str]:
    """List the shipped profiles, sorted."""
    return sorted(path.stem for path in bundled("profiles").glob("*.yaml"))


def profile_chain(name: str, asked_by: str, base: Path) -> list[Layer]:
    """Return a profile's layers, the one it extends first; a profile is a shipped name or a path."""
    return _chain(name, asked_by, base, [])


def _chain(name: str, asked_by: str, base: Path, seen: list[str]) -> list[Layer]:
    path = _profile_path(name, asked_by, base)
    if str(path) in seen:
        cycle = " → ".join(Path(item).name for item in [*seen[seen.index(str(path)) :], str(path)])
        raise ConfigurationError(asked_by, f"`extends` runs in a circle: {cycle}.", "Take one of them out.")
    data = read_yaml(path, ConfigurationError)
    model: LayerModel
    if path.parent == bundled("profiles"):
        model = validate(ProfileModel, data, path, ConfigurationError)
    else:
        model = validate(ConfigModel, data, path, ConfigurationError)
    rules = model.rule_settings if isinstance(model, ConfigModel) else model.rules
    own = Layer(_origin(path), path, data, rules, model.require)
    parents = [
        layer for parent in model.extends for layer in _chain(parent, str(path), path.parent, [*seen, str(path)])
    ]
    return [*parents, own]


def _origin(path: Path) -> str:
    return f"profile {path.stem}" if path.parent == bundled("profiles") else path.name


def _profile_path(name: str, asked_by: str, base: Path) -> Path:
    shipped = bundled("profiles") / f"{name}.yaml"
    if shipped.is_file():
        return shipped
    own = base / name
    if own.is_file():
        return own.resolve()
    hint = nearest(name, profile_names())
    way_out = f"Did you mean `{hint}`?" if hint else f"Known: {', '.join(profile_names())}; or name a file."
    raise ConfigurationError(asked_by, f"`{name}` is neither a profile nor a file.", way_out)


def config_layers(config: ConfigModel, data: Any, path: Path | None) -> list[Layer]:
    """Return the layers of a configuration file: what it extends, then itself."""
    if path is None:
        return []
    above = [layer for name in config.extends for layer in _chain(name, str(path), path.parent, [str(path.resolve())])]
    return [*above, Layer(path.name, path, data, config.rule_settings, config.require)]


def override_layers(config: ConfigModel, data: Any, path: Path | None, chosen: tuple[int, ...]) -> list[Layer]:
    """Return the layers of the chosen entries of `overrides`."""
    if path is None:
        return []
    layers = []
    for index in chosen:
        entry = config.overrides[index]
        within = data["overrides"][index] if isinstance(data, dict) and "overrides" in data else {}
        layers.append(Layer(f"{path.name}, overrides[{index}]", path, within, entry.rules, entry.require))
    return layers


def compile_all(config: ConfigModel, path: Path | None) -> dict[str, CompiledRule]:
    """Return the shipped rules and the configuration's house rules."""
    folders = [bundled("rules")]
    for name in config.folders:
        folder = (path.parent if path else Path()) / name
        if not folder.is_dir():
            raise ConfigurationError(str(path), f"`{name}` is no folder of rules.", "Name a folder beside the file.")
        folders.append(folder)
    return compile_rules(folders)


def resolve_variant(
    compiled: Mapping[str, CompiledRule], chain: list[Layer], over: list[Layer], names: set[str]
) -> dict[str, Any]:
    """Return what holds under a profile with layers over it, as plain data.

    `names` are the profile's own name and those it extends: a rule for any of them is for this profile.
    """
    states = {
        identity: {"on": bool({"all", *names} & set(rule["profiles"])), "origin": "rule file"}
        for identity, rule in compiled.items()
    }
    require: dict[str, Any] = {}
    for layer in [*chain, *over]:
        for key, value in layer.require.model_dump(exclude_none=True).items():
            require[key] = value
        for key, setting in sorted(layer.rules.items(), key=lambda item: "/" in item[0]):
            for identity in _members(key, compiled, layer):
                _apply(states[identity], setting, compiled[identity], layer)
    return {
        "on": [identity for identity, state in states.items() if state["on"]],
        "severities": {identity: state["severity"] for identity, state in states.items() if "severity" in state},
        "options": {identity: state["options"] for identity, state in states.items() if "options" in state},
        "origins": {identity: state["origin"] for identity, state in states.items() if state["origin"] != "rule file"},
        "elements": sorted(require.get("elements", ())),
        "required": [
            *(_requirement("section", entry) for entry in require.get("sections", ())),
            *(_requirement("disclaimer", entry) for entry in require.get("disclaimers", ())),
            *(_requirement("label", entry) for entry in require.get("labels", ())),
        ],
    }


def _members(key: str, compiled: Mapping[str, CompiledRule], layer: Layer) -> list[str]:
    if key in compiled:
        return [key]
    members = [identity for identity in compiled if identity.startswith(f"{key}/")]
    if members:
        return members
    families = {identity.partition("/")[0] for identity in compiled}
    hint = nearest(key, [*compiled, *families])
    line = line_of(layer.data, ("rules", key))
    way_out = f"Did you mean `{hint}`?" if hint else "`newslint rules` lists them."
    raise ConfigurationError(f"{layer.path}:{line}", f"there is no rule or family `{key}`.", way_out)


def _apply(state: dict[str, Any], setting: Any, rule: CompiledRule, layer: Layer) -> None:
    state["origin"] = layer.origin
    if isinstance(setting, str):
        state["on"] = setting != "off"
        if setting not in ("on", "off"):
            state["severity"] = dict.fromkeys(rule["severities"], setting)
        return
    if setting.enabled is not None:
        state["on"] = setting.enabled
    if isinstance(setting.severity, str):
        state["severity"] = dict.fromkeys(rule["severities"], setting.severity)
    elif setting.severity:
        state["severity"] = {**state.get("severity", rule["severities"]), **setting.severity}
    if setting.options:
        merged = {**state.get("options", rule["options"]), **setting.options}
        where = f"{layer.path}:{line_of(layer.data, ('rules', rule['id']))}"
        try:
            state["options"] = compile_options(rule["check"], merged, Path(where), folder=Path(rule["path"]).parents[1])
        except RuleFileError as problem:
            raise ConfigurationError(f"{where}: {rule['id']}", problem.cause, problem.way_out) from problem


def _requirement(kind: str, entry: Any) -> dict[str, Any]:
    if isinstance(entry, str):
        return {"name": entry, "kind": kind, "headings": [entry], "wordings": []}
    return {"kind": kind, **entry}
