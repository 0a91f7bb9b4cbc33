"""Write what is generated, or tell whether it is fresh; run as `python -m newslint.docgen [--check]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from newslint.docgen.command_line import command_line_page
from newslint.docgen.jurisdiction_page import jurisdiction_page
from newslint.docgen.rule_pages import build_pages
from newslint.docgen.versions import versioned_guides
from newslint.jurisdictions import read_jurisdictions
from newslint.rules.compiling import compile_rules
from newslint.rules.folders import bundled
from newslint.rules.jurisdictions import compile_jurisdictions
from newslint.schemas import SCHEMAS, text_of
from newslint.terminal import show, tell

_RULES = Path("docs/rules")
_SCHEMAS = Path("schemas")


def main(arguments: list[str]) -> int:
    """Write the files, or with `--check` return 1 where they differ from what would be written."""
    files = dict(build_files())
    stale = [path for path, text in files.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    extra = sorted({*_RULES.rglob("*.md"), *_SCHEMAS.glob("*.json")} - set(files))
    if "--check" in arguments:
        for path in [*stale, *extra]:
            tell(f"{path}: not fresh; run `python -m newslint.docgen`.")
        return 1 if stale or extra else 0
    for path in extra:
        path.unlink()
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf-8", newline="\n")
    show(f"{len(files)} files, {len(stale)} written, {len(extra)} removed\n")
    return 0


def build_files() -> Iterator[tuple[Path, str]]:
    """Yield the path and text of everything that is generated."""
    for path, text in build_pages(bundled("rules")):
        yield _RULES / path, text
    yield Path("docs/command-line.md"), command_line_page()
    yield Path("docs/jurisdictions.md"), jurisdiction_page(read_jurisdictions(compile_jurisdictions(), ()).known)
    yield from versioned_guides()
    rules = compile_rules([bundled("rules")])
    for name, make in SCHEMAS.items():
        yield _SCHEMAS / f"{name}.schema.json", text_of(make(rules))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
