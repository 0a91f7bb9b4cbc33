"""Record the rules of a release in `tests/rules/released.txt`: none of these names is ever refused again."""

from __future__ import annotations

from pathlib import Path

from newslint import __version__
from newslint.rules.compiling import compile_rules
from newslint.rules.folders import bundled

LIST = Path(__file__).resolve().parents[1] / "tests" / "rules" / "released.txt"


def main() -> int:
    """Add the names of today's rules to those that were released before."""
    before = {name for name in LIST.read_text(encoding="utf-8").splitlines()[1:] if name} if LIST.is_file() else set()
    names = sorted(before | set(compile_rules([bundled("rules")])))
    LIST.write_text("\n".join([f"# newslint {__version__}", *names]) + "\n", encoding="utf-8", newline="\n")
    print(f"{LIST.name}: {len(names)} names, {len(set(names) - before)} of them new")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
