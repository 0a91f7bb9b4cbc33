"""Write the configuration that is proposed to a repository, short and with a reason for each part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.adoption.survey import Survey
from newslint.adoption.tree import LeftOut, Places
from newslint.generators import Site
from newslint.patterns import pattern
from newslint.terminal import plain

_PLAIN = pattern(r"[A-Za-z_/][\w/.-]*+")
# Words that YAML 1.1 does not take for text.
_SPECIAL = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"})


def configuration(
    site: Site | None, survey: Survey, left_out: LeftOut, places: Places, layout_of_titles: str | None = None
) -> str:
    """Return the text of `newslint.yaml`; `layout_of_titles` is a template that prints titles of front matter."""
    parts = [
        _head(site, places.content),
        _exclude(left_out, places),
        "# A draft is what the generator would not publish. `skip` leaves drafts out, and reports count them;\n"
        "# `advice` shows what is wrong and stops nothing; `check` judges drafts like all others.\ndrafts: skip\n",
        _aliases(survey.aliases),
        _types(survey),
        _titles(layout_of_titles),
        _overrides(survey, site),
    ]
    return "\n".join(part for part in parts if part)


def _titles(layout: str | None) -> str:
    if layout is None:
        return ""
    name = " ".join(plain(layout).split())
    return (
        f"# {name} prints the title of front matter, so a heading that repeats it is a second headline.\n"
        "rules:\n  structure/duplicate-headline-in-body:\n    options:\n      count_metadata: true\n"
    )


def _head(site: Site | None, content: Sequence[str]) -> str:
    known = f"a site of {site.generator.name}, known by {site.proof}" if site else "no generator that newslint knows"
    where = ", ".join(f"{place}/" for place in content) or "all folders"
    return (
        f"# How newslint judges the articles of this repository ({known}).\n"
        f"# Articles are looked for in {where}. `newslint config --why PATH` says what holds for a file.\n"
        "\n# The profile of articles that nothing below gives another one; `newslint rules` shows its rules.\n"
        "profile: news\n"
        "# House style is off. A pack joins with `extends`: style/gov-uk, style/guardian or style/plain.\n"
        "# extends: [style/plain]\n"
    )


def _exclude(left_out: LeftOut, places: Places) -> str:
    groups = (
        ("Templates, data and other folders without articles.", left_out.folders),
        ("Drafts, which lie in folders of their own.", left_out.drafts),
        ("Pages of the site that are no articles.", left_out.pages),
        ("Outside of the folders in which the generator keeps articles.", places.outside),
    )
    lines = [line for reason, globs in groups if globs for line in (f"  # {reason}", *_items(globs))]
    return (
        "\n".join(["# What is not checked, although it looks like an article.", "exclude:", *lines, ""])
        if lines
        else ""
    )


def _items(globs: Sequence[str]) -> Iterator[str]:
    return (f"  - {quoted(glob)}" for glob in globs)


def _aliases(aliases: Mapping[str, Mapping[str, int]]) -> str:
    if not aliases:
        return ""
    lines = [
        f"  {element}: [{', '.join(map(quoted, names))}]  # {_counted(sum(names.values()))}"
        for element, names in aliases.items()
    ]
    return "\n".join(["# Names of your own for fields of front matter.", "field_aliases:", *lines, ""])


def _counted(number: int) -> str:
    return "in 1 article" if number == 1 else f"in {number} articles"


def _types(survey: Survey) -> str:
    if not survey.types:
        return ""
    lines = [f"    {quoted(value)}: {profile}" for value, profile in survey.types.items()]
    head = "# The field that says what type an article is, and the profile of each type."
    return "\n".join([head, "content_types:", f"  field: {quoted(survey.type_field)}", "  profiles:", *lines, ""])


def _overrides(survey: Survey, site: Site | None) -> str:
    lines = [
        line
        for folder, profile in survey.profiles.items()
        for line in (f"  - files: {quoted(f'/{folder}')}", f"    profile: {profile}")
    ]
    if site is not None and site.generator.name == "Docusaurus" and survey.folders.get("docs"):
        lines += ["  # Documentation is neither signed nor dated.", "  - files: /docs", "    profile: blog"]
        lines += ["    require:", "      elements: [headline]"]
    return "\n".join(["# Folders with a profile of their own.", "overrides:", *lines, ""]) if lines else ""


def quoted(text: str) -> str:
    """Return a text as YAML reads it, in quotation marks where it needs them."""
    if _PLAIN.fullmatch(text) and text.lower() not in _SPECIAL:
        return text
    from json import dumps

    return dumps(text, ensure_ascii=False)
