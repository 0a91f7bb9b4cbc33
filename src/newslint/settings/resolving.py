"""Read configuration and profiles and lay them over one another; only when the cache does not have the outcome."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from newslint.checks import load_check_type
from newslint.contract import OF_TEXTS
from newslint.errors import ConfigurationError, RuleFileError, did_you_mean
from newslint.records import NamedTuple
from newslint.rules.builtin import BUILTIN_RULES
from newslint.rules.compiling import CompiledRule, compile_options, compile_rules
from newslint.rules.folders import (
    bundled,
    is_shipped_profile,
    profile_name,
    profile_path,
    rule_files,
    shipped_profiles,
)
from newslint.rules.life import former_names, tell_deprecated, tell_renamed
from newslint.rules.notices import note
from newslint.rules.references import check_profiles
from newslint.rules.stamps import Stamp, stamp
from newslint.rules.yaml_files import line_of, read_text, read_yaml, validate
from newslint.settings.house import House, ShortForm, join_houses, read_house
from newslint.settings.model import ConfigModel, RequireModel, RuleSettings, TargetsModel
from newslint.settings.required import check_required_version

# What the measures on an article's card should not pass where no profile says otherwise: the limits of the rules on
# readability and length.
_TARGETS = {"grade": 13.5, "long_sentences": 20, "longest_sentence": 45, "longest_paragraph": 100}


class Layer(NamedTuple):
    """Settings that lie over others: where they come from, rules, requirements and targets.

    `named` is the file's path with its links as they were written, and `stamp` what it was just before it was read.
    """

    origin: str
    path: Path
    data: Any
    rules: RuleSettings
    require: RequireModel
    targets: TargetsModel = TargetsModel()
    named: str = ""
    stamp: Stamp | None = None
    house: House = House()


def stamps_of(layers: Sequence[Layer]) -> dict[str, Stamp]:
    """Return the stamps of the files that newslint does not ship, by their names."""
    own = {
        layer.named: layer.stamp for layer in layers if layer.stamp is not None and not is_shipped_profile(layer.path)
    }
    return own | {name: each for layer in layers for name, each in layer.house.files.items()}


def read_config(path: Path | None) -> tuple[ConfigModel, Any]:
    """Return a configuration file's model and its data with positions; no file: the defaults."""
    if path is None:
        return ConfigModel(), {}
    if path.suffix == ".toml":
        return _read_pyproject(path)
    data = read_yaml(path, ConfigurationError)
    if data is not None and not isinstance(data, dict):
        raise ConfigurationError(f"{path}:1", "the file is not a mapping.", "Write `profile: news`, for example.")
    check_required_version(data, path)
    return validate(ConfigModel, data, path, ConfigurationError), data or {}


def _read_pyproject(path: Path) -> tuple[ConfigModel, Any]:
    import tomllib

    text = read_text(path, ConfigurationError)
    try:
        whole = tomllib.loads(text)
    except (ValueError, RecursionError) as problem:
        raise ConfigurationError(str(path), f"not valid TOML ({problem}).", "Fix the file.") from problem
    tools = whole.get("tool")
    data = tools.get("newslint", {}) if isinstance(tools, dict) else {}
    if not isinstance(data, dict):
        raise ConfigurationError(str(path), "`tool.newslint` must be a table.", "Write `[tool.newslint]`.")
    check_required_version(data, path)
    return validate(ConfigModel, data, path, ConfigurationError), data


def profile_names() -> list[str]:
    """List the shipped profiles, sorted."""
    return list(shipped_profiles())


def profile_chain(name: str, asked_by: str, base: Path) -> list[Layer]:
    """Return a profile's layers, the one it extends first; a profile is a shipped name or a path."""
    return _chain(name, asked_by, base, [])


def _chain(name: str, asked_by: str, base: Path, seen: list[str]) -> list[Layer]:
    named = _profile_path(name, asked_by, base)
    before = stamp(named)
    # What a profile extends is named from the folder in which the file stands, not from that of a link to it; shipped
    # profiles are known by the folder that newslint ships, whatever that is a link to.
    path = named if is_shipped_profile(named) else Path(os.path.realpath(named))
    if str(path) in seen:
        cycle = " → ".join(Path(item).name for item in [*seen[seen.index(str(path)) :], str(path)])
        raise ConfigurationError(asked_by, f"circular `extends`: {cycle}.", "Remove one of them.")
    data = read_yaml(path, ConfigurationError)
    if data is not None and not isinstance(data, dict):
        raise ConfigurationError(f"{path}:1", "the profile is not a mapping.", "Write `extends: news`, for example.")
    check_required_version(data, path)
    model = validate(ConfigModel, data, path, ConfigurationError)
    house = read_house(model, data, path)
    own = Layer(_origin(path), path, data, model.rule_settings, model.require, model.targets, str(named), before, house)
    parents = [
        layer for parent in model.extends for layer in _chain(parent, str(path), path.parent, [*seen, str(path)])
    ]
    return [*parents, own]


def _origin(path: Path) -> str:
    return f"profile {profile_name(path)}" if is_shipped_profile(path) else path.name


def _profile_path(name: str, asked_by: str, base: Path) -> Path:
    path = profile_path(name, base)
    if path is not None:
        return path
    known = profile_names()
    way_out = did_you_mean(name, known, f"Known: {', '.join(known)}; or name a file.")
    raise ConfigurationError(asked_by, f"`{name}` is neither a profile nor a file.", way_out)


def config_layers(config: ConfigModel, data: Any, path: Path | None) -> list[Layer]:
    """Return the layers of a configuration file: what it extends, then itself."""
    if path is None:
        return []
    above = [layer for name in config.extends for layer in _chain(name, str(path), path.parent, [str(path.resolve())])]
    house = read_house(config, data, path)
    own = Layer(path.name, path, data, config.rule_settings, config.require, config.targets, house=house)
    return [*above, own]


def override_layers(config: ConfigModel, data: Any, path: Path | None, chosen: tuple[int, ...]) -> list[Layer]:
    """Return the layers of the chosen entries of `overrides`."""
    if path is None:
        return []
    layers = []
    for index in chosen:
        entry = config.overrides[index]
        within = data["overrides"][index] if isinstance(data, dict) and "overrides" in data else {}
        house = read_house(entry, within, path)
        layers.append(Layer(f"{path.name}, overrides[{index}]", path, within, entry.rules, entry.require, house=house))
    return layers


def names_of(config: ConfigModel) -> dict[str, str]:
    """Return every profile that a configuration names, each with the key where it does."""
    named = {config.profile: "profile"}
    for index, entry in enumerate(config.overrides):
        if entry.profile is not None:
            named.setdefault(entry.profile, f"overrides[{index}].profile")
    for value, profile in (config.content_types.profiles if config.content_types else {}).items():
        named.setdefault(profile, f"content_types.profiles.{value}")
    return named


def check_references(config: ConfigModel, data: Any, path: Path, compiled: Mapping[str, CompiledRule]) -> None:
    """Raise ConfigurationError where a configuration names a profile, rule, option or folder that does not exist."""
    chain: list[Layer] = []
    for name, key in sorted(names_of(config).items()):
        layers = profile_chain(name, f"{path}: `{key}`", path.parent)
        chain = layers if name == config.profile else chain
    layers = config_layers(config, data, path)
    for chosen in [(), *((index,) for index in range(len(config.overrides)))]:
        own = override_layers(config, data, path, chosen)
        resolve_variant(compiled, chain, [*layers, *own], {config.profile})
    known = [*compiled, *BUILTIN_RULES]
    families = {identity.partition("/")[0] for identity in known}
    former = former_names(compiled.values())
    for glob, entries in config.per_file_ignores.items():
        for name in (name for entry in entries for name in entry.rules):
            place = f"{path}:{line_of(data, ('per_file_ignores', glob))}: per_file_ignores"
            if name in former:
                note(tell_renamed(place, name, former[name]))
            elif name not in families and name not in known:
                raise _unknown_rule(name, known, place)


def _unknown_rule(name: str, known: list[str], place: str) -> ConfigurationError:
    names = [*known, *{identity.partition("/")[0] for identity in known}]
    way_out = did_you_mean(name, names, "`newslint rules` lists them.")
    return ConfigurationError(place, f"there is no rule or family `{name}`.", way_out)


def compile_all(config: ConfigModel, path: Path | None) -> dict[str, CompiledRule]:
    """Return the shipped rules and the configuration's house rules."""
    folders = [bundled("rules")]
    for name in config.folders:
        folder = (path.parent if path else Path()) / name
        if not folder.is_dir():
            raise ConfigurationError(str(path), f"`{name}` is not a folder of rules.", "Name a folder beside the file.")
        if next(rule_files(folder), None) is None:
            cause = f"`{name}` contains no rule file that can be read."
            raise ConfigurationError(str(path), cause, "Rule files go into family folders: FAMILY/RULE.yaml.")
        folders.append(folder)
    compiled = compile_rules(folders)
    if config.vale_styles and path:
        from newslint.vale.loading import load_vale

        compiled = dict(sorted((compiled | load_vale(config.vale_styles, path)).items()))
    if config.folders:
        base = path.parent if path else Path()
        chains = (profile_chain(name, f"{path}: `{key}`", base) for name, key in sorted(names_of(config).items()))
        named = {layer.path.stem for chain in chains for layer in chain}
        check_profiles(compiled.values(), named, base)
    return compiled


def vale_stamps(config: ConfigModel, path: Path | None) -> dict[str, Stamp]:
    """Return the stamps of the files and folders of Vale that a configuration names, and of all that they name."""
    if not config.vale_styles or path is None:
        return {}
    from newslint.vale.loading import files_of

    return {str(file): stamp(file) for file in files_of(config.vale_styles, path)}


def resolve_variant(
    compiled: Mapping[str, CompiledRule], chain: list[Layer], over: list[Layer], names: set[str]
) -> dict[str, Any]:
    """Return what holds under a profile with layers over it, as plain data.

    `names` are the profile's own name and those it extends: a rule for any of them is for this profile. `origins` say
    for each rule that a layer touched which one set its `state`, its `severity` and each of its options; `tried` are
    those that the configuration itself switches on by name, on trial or not.
    """
    states: dict[str, dict[str, Any]] = {
        identity: {"on": bool({"all", *names} & set(rule["profiles"])), "origin": {}}
        for identity, rule in compiled.items()
    } | {identity: {"on": True, "origin": {}} for identity in BUILTIN_RULES}
    require: dict[str, Any] = {}
    asked: dict[str, str] = {}
    tried: set[str] = set()
    targets = dict(_TARGETS)
    for layer in [*chain, *over]:
        targets |= layer.targets.model_dump(exclude_none=True)
        own = layer.require.model_dump(exclude_none=True)
        require |= own
        asked |= dict.fromkeys(own, layer.origin)
        for key, setting in sorted(layer.rules.items(), key=lambda item: "/" in item[0]):
            name = _present_name(key, compiled, layer)
            for identity in _members(name, [*compiled, *BUILTIN_RULES], layer):
                _apply(states[identity], setting, compiled.get(identity), layer, key)
                if name == identity and layer in over and states[identity]["on"]:
                    tried.add(identity)
    for form in join_houses((layer.origin, layer.path, layer.house) for layer in [*chain, *over]):
        _apply_short(states, form, compiled)
    set_of = {
        fact: {identity: state[fact] for identity, state in states.items() if state.get(fact)}
        for fact in ("on", "severity", "options", "origin")
    }
    return {
        "on": list(set_of["on"]),
        "tried": sorted(tried & set(set_of["on"])),
        "severities": set_of["severity"],
        "options": set_of["options"],
        "origins": set_of["origin"],
        "targets": targets,
        "elements": sorted(require.get("elements", ())),
        "required": [
            {**_requirement(kind, entry), "origin": asked[f"{kind}s"]}
            for kind in ("section", "disclaimer", "label")
            for entry in require.get(f"{kind}s", ())
        ],
    }


def _present_name(key: str, compiled: Mapping[str, CompiledRule], layer: Layer) -> str:
    """Return the present name of a rule under `rules`, after telling of a former one and of a deprecated rule."""
    name = key if key in compiled else former_names(compiled.values()).get(key, key)
    place = f"{layer.path}:{line_of(layer.data, ('rules', key))}"
    if name != key:
        note(tell_renamed(place, key, name))
    if name in compiled and compiled[name]["deprecated"] and not is_shipped_profile(layer.path):
        note(tell_deprecated(place, compiled[name]))
    return name


def _members(key: str, known: list[str], layer: Layer) -> list[str]:
    if key in known:
        return [key]
    members = [identity for identity in known if identity.startswith(f"{key}/")]
    if members:
        return members
    raise _unknown_rule(key, known, f"{layer.path}:{line_of(layer.data, ('rules', key))}")


def _apply(state: dict[str, Any], setting: Any, rule: CompiledRule | None, layer: Layer, key: str) -> None:
    """Lay a layer's setting of a rule over its state; a rule without a file (None) has one grade and no options."""
    where = f"{layer.path}:{line_of(layer.data, ('rules', key))}: {rule['id'] if rule else key}"
    if isinstance(setting, str):
        enabled, severity, options = setting != "off", None if setting in ("on", "off") else setting, None
    else:
        enabled, severity, options = setting.enabled, setting.severity, setting.options
    origin = state["origin"]
    if enabled is not None:
        state["on"] = enabled
        origin["state"] = layer.origin
    if severity:
        before = state.get("severity", rule["severities"] if rule else {"default": ""})
        state["severity"] = _severities(severity, before, rule, where)
        origin["severity"] = layer.origin
    if options:
        if rule is None:
            raise ConfigurationError(where, "this rule has no options.", "Remove them.")
        state["options"] = _options({**state.get("options", rule["options"]), **options}, rule, where)
        renamed = load_check_type(rule["check"]).renamed
        names = (renamed.get(name, name) for name in options)
        origin.setdefault("options", {}).update(dict.fromkeys(names, layer.origin))


def _apply_short(states: dict[str, dict[str, Any]], form: ShortForm, compiled: Mapping[str, CompiledRule]) -> None:
    """Lay what a configuration says in short over the options of the rule that it is for."""
    rule, state = compiled[form.rule], states[form.rule]
    known = state.get("options", rule["options"])
    state["options"] = _options({**known, form.option: form.joined(known[form.option])}, rule, form.place)
    state["origin"].setdefault("options", {})[form.option] = form.origin


def _options(wanted: Mapping[str, Any], rule: CompiledRule, where: str) -> dict[str, Any]:
    own = Path(rule["path"])
    if own.is_relative_to(bundled("rules")):
        # Rules that were read ready-made have had no pattern looked at: the shipped ones must be known as such.
        compile_options(rule["check"], rule["options"], own, folder=own.parents[1])
    try:
        return compile_options(rule["check"], wanted, Path(where), folder=own.parents[1])
    except RuleFileError as problem:
        raise ConfigurationError(where, problem.cause, problem.way_out) from problem


def _severities(
    wanted: str | Mapping[str, str], before: Mapping[str, str], rule: CompiledRule | None, where: str
) -> dict[str, str]:
    """Return a rule's severities by grade after a setting; raise ConfigurationError for a grade that it lacks."""
    if isinstance(wanted, str):
        return dict.fromkeys(before, wanted)
    grades = {"default", *((*OF_TEXTS, *load_check_type(rule["check"]).grades) if rule else ())}
    for grade in wanted:
        if grade not in grades:
            cause = f"unknown grade `{grade}` in `severity`."
            raise ConfigurationError(where, cause, f"Known: {', '.join(sorted(grades))}.")
    return {**before, **wanted}


def _requirement(kind: str, entry: Any) -> dict[str, Any]:
    if isinstance(entry, str):
        return {"name": entry, "kind": kind, "headings": [entry], "wordings": []}
    return {"kind": kind, **entry}
