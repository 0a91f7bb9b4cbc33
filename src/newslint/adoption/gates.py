"""Write what runs newslint in a repository: the entry of the pre-commit hook, and a job of GitHub or GitLab."""

from __future__ import annotations

import os
from collections.abc import Sequence
from shlex import quote
from textwrap import indent
from typing import Any

from newslint import __version__
from newslint.adoption.configuration import quoted
from newslint.patterns import pattern
from newslint.records import NamedTuple

HOOK_FILE = ".pre-commit-config.yaml"
# What `.pre-commit-hooks.yaml` says of the hook, for repositories that install newslint in another way.
HOOK_FILES = r"\.(md|markdown|mdx|lr|html|htm|xhtml|rst|rest|adoc|asciidoc|ninjs|newsml|txt|text)$"
_SECOND_LEVEL = pattern(r"(?m)^(?!repos[ \t]*+:)[^\s#-]")
_REPOS = pattern(r"(?m)^repos[ \t]*+:[ \t]*+(?:#[^\n]*+)?$")
_ITEM = pattern(r"(?m)^([ \t]*+)- ")


_ON_GITHUB = pattern(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")


class Origin(NamedTuple):
    """Where this newslint came from: a repository with a revision, or an index, which has neither."""

    url: str = ""
    revision: str = ""
    is_local: bool = False

    @property
    def action(self) -> str:
        """The name under which GitHub knows newslint's repository as an action; empty where it does not keep it."""
        found = _ON_GITHUB.fullmatch(self.url)
        return f"{found[1]}@{self.revision}" if found and self.revision else ""

    @property
    def requirement(self) -> str:
        """What pip is told to install."""
        return f"newslint @ git+{self.url}@{self.revision}" if self.url else f"newslint=={__version__}"


def origin_of() -> Origin:
    """Return where this newslint was installed from, as its installer noted it."""
    from importlib.metadata import PackageNotFoundError, distribution
    from json import loads

    try:
        text = distribution("newslint").read_text("direct_url.json")
        noted: Any = loads(text) if text else {}
    except (PackageNotFoundError, OSError, ValueError):
        return Origin(is_local=True)
    git = noted.get("vcs_info", {}) if isinstance(noted, dict) else {}
    if git.get("vcs") == "git":
        return Origin(noted["url"], git.get("requested_revision") or git.get("commit_id") or "")
    return Origin(is_local=bool(noted))


def hook_entry(origin: Origin) -> str:
    """Return the entry for `repos` in the configuration of pre-commit."""
    if origin.url:
        return f"- repo: {origin.url}\n  rev: {origin.revision}\n  hooks:\n    - id: newslint\n"
    install = (
        "      language: system  # newslint must be on the PATH of whoever commits\n"
        if origin.is_local
        else f"      language: python\n      additional_dependencies: [{origin.requirement!r}]\n"
    )
    return (
        "- repo: local\n  hooks:\n    - id: newslint\n      name: newslint\n"
        f"      entry: newslint check --force-exclude\n{install}"
        f"      files: '{HOOK_FILES}'\n      require_serial: true\n"
    )


def with_hook(text: str, entry: str) -> str | None:
    """Return a configuration of pre-commit with one more entry; None where that cannot be done without harm."""
    found = _REPOS.search(text)
    if found is None:
        return None if text.strip() else f"repos:\n{indent(entry, '  ')}"
    after = _SECOND_LEVEL.search(text, found.end())
    end = after.start() if after else len(text)
    item = _ITEM.search(text, found.end(), end)
    before = text[:end].rstrip("\n") + "\n"
    rest = f"\n{text[end:]}" if after else ""
    new = f"{before}{indent(entry, item[1] if item else '  ')}{rest}"
    return new if _is_one_more(text, new) else None


def _is_one_more(old: str, new: str) -> bool:
    """Tell whether a text says what another one does, and one entry more."""
    from yaml import YAMLError, safe_load

    try:
        before, after = safe_load(old), safe_load(new)
        return isinstance(before, dict) and {**after, "repos": after["repos"][:-1]} == {
            **before,
            "repos": before["repos"] or [],
        }
    except (YAMLError, KeyError, TypeError):
        return False


class Job(NamedTuple):
    """A job of a service: its name, the file that it goes into, and its text."""

    service: str
    path: str
    text: str


def service_of(folder: str, repository: str) -> str | None:
    """Return the service that a repository is kept by, `GitHub` or `GitLab`; None where nothing tells."""
    for place in dict.fromkeys((repository, folder)):
        if os.path.isfile(f"{place}/.gitlab-ci.yml"):
            return "GitLab"
        if os.path.isdir(f"{place}/.github"):
            return "GitHub"
    remotes = _read(f"{repository}/.git/config").lower()
    return next((name for name in ("GitHub", "GitLab") if name.lower() in remotes), None)


def job_of(service: str, paths: Sequence[str], origin: Origin, branch: str, folder: str = "") -> Job:
    """Return the job that checks some paths; `folder` is that of the configuration, seen from the repository's top."""
    # A name that a shell or YAML would read in a way of its own is not worth the risk.
    where = " ".join(paths) if paths and all(_SAFE.fullmatch(path) for path in paths) else "."
    changed = service == "GitHub" and bool(origin.action)
    note = f"# Written by `newslint init`: {_CHANGED if changed else _ALL}{f' Works in {folder}.' if folder else ''}\n"
    if origin.is_local:
        note += "# Put the address of your copy of newslint in place of the package's name.\n"
    if service == "GitHub":
        if origin.action:
            inner = f"          working-directory: {quoted(folder)}\n" if folder else ""
            lines = "".join(f"            {path}\n" for path in where.split())
            step = _ACTION.format(action=origin.action, lines=lines, inner=inner)
        else:
            inner = f"        working-directory: {quoted(folder)}\n" if folder else ""
            step = _STEPS.format(install=origin.requirement, where=where, inner=inner)
        more = (_UPLOADS, _WHOLE_HISTORY) if origin.action else ("", "")
        text = _GITHUB.format(note=note, branch=branch, step=step, permissions=more[0], history=more[1])
        return Job(service, ".github/workflows/newslint.yml", text)
    inner = f"    - {quoted(f'cd {quote(folder)}')}\n" if folder else ""
    git = _GIT if origin.url else ""
    text = _GITLAB.format(note=note, install=origin.requirement, where=where, inner=inner, git=git)
    return Job(service, ".gitlab-ci.yml", text)


def branch_of(repository: str) -> str:
    """Return the name of the branch that a repository's others start from."""
    for name in (".git/refs/remotes/origin/HEAD", ".git/HEAD"):
        head = _read(f"{repository}/{name}").strip()
        branch = head.removeprefix("ref: ").removeprefix("refs/heads/").removeprefix("refs/remotes/origin/")
        if head.startswith("ref: ") and _BRANCH.fullmatch(branch):
            return branch
    return "main"


_BRANCH = pattern(r"[\w./-]{1,100}")
_SAFE = pattern(r"[A-Za-z0-9_][\w./-]*+")


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(100_000)
    except OSError:
        return ""


_GITHUB = """\
{note}name: newslint
on:
  pull_request:
  push:
    branches: [{branch}]
permissions:
  contents: read
{permissions}jobs:
  newslint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
{history}{step}"""
_CHANGED = "judges what each change touches, and all of new files."
_ALL = "judges all articles at each change."
# The action compares with what was before, writes the job's summary, and the findings for code scanning.
_WHOLE_HISTORY = """\
        with:
          fetch-depth: 0
"""
_UPLOADS = "  security-events: write  # findings for code scanning\n"
_ACTION = """\
      - uses: {action}
        with:
          paths: |
{lines}{inner}"""
_STEPS = """\
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install '{install}'
      - run: newslint check {where} --format github
{inner}"""
_GIT = "    - apt-get update && apt-get install --yes --no-install-recommends git\n"
_GITLAB = """\
{note}newslint:
  stage: test
  image: python:3.12-slim
  script:
{git}    - pip install '{install}'
{inner}    - newslint check {where} --format gitlab --output "$CI_PROJECT_DIR/newslint.json" --fail-on never
    - newslint check {where}
  artifacts:
    when: always
    reports:
      codequality: newslint.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""
