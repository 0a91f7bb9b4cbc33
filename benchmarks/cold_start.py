"""Measure what a start of newslint costs against a start of the same environment's own interpreter.

usage: python benchmarks/cold_start.py [FILE …] [--repeat N] [--states STATE …]

Runs `python -c pass`, `newslint --version` and `newslint FILE` (default: the Markdown, HTML and text article of
examples/) in turn with the interpreter that runs this script, and prints the median CPU time of each and the median of
its ratios to the bare interpreter's. The cache folder is in each of the states: not there (none), empty, empty and
read-only, and filled by a run before. In a source tree only the state `filled` has a limit: there, rules are compiled
when they change. Use a quiet machine and an installed newslint, not a version manager's shim. PYTHONDONTWRITEBYTECODE
is unset for what is run, since without bytecode each start compiles all of newslint.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERSION_LIMIT, FILE_LIMIT = 2.0, 12.0
STATES = ("none", "empty", "read-only", "filled")


def cost(command: list[str], cwd: Path, cache: Path) -> float:
    """Return the CPU time of a command in milliseconds."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["NEWSLINT_CACHE_DIR"] = str(cache)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def bring_about(state: str, cache: Path) -> None:
    """Bring the cache folder into a state; a filled one is left as it is."""
    if state == "filled":
        return
    if cache.exists():
        cache.chmod(0o700)
        shutil.rmtree(cache)
    if state != "none":
        cache.mkdir(mode=0o500 if state == "read-only" else 0o700)


def main() -> int:
    """Measure, print, and return 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=11)
    parser.add_argument("--states", nargs="+", choices=STATES, default=STATES)
    options = parser.parse_args()
    files = options.files or [ROOT / "examples" / f"clean-news.{suffix}" for suffix in ("md", "html", "txt")]
    newslint = str(Path(sys.executable).with_name("newslint"))
    commands = {"newslint --version": [newslint, "--version"]}
    commands |= {f"newslint {file.name}": [newslint, str(file.resolve())] for file in files}
    passed = True
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "articles"
        place.mkdir()
        for state in options.states:
            taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
            for number in range(options.repeat + 1):
                bare = cost([sys.executable, "-c", "pass"], place, place)
                for name, command in commands.items():
                    cache = Path(folder) / "cache"
                    bring_about(state, cache)
                    took = cost(command, place, cache)
                    if number:  # the first run warms the file system's caches, and fills newslint's own
                        taken[name].append((took, took / bare))
            told = [_tell(state, name, samples) for name, samples in taken.items()]
            passed = passed and all(told)
    return 0 if passed else 1


def _tell(state: str, name: str, samples: list[tuple[float, float]]) -> bool:
    took, ratio = (statistics.median(each) for each in zip(*samples, strict=True))
    limit = VERSION_LIMIT if name.endswith("--version") else FILE_LIMIT
    is_limited = state == "filled" or not _is_source_tree()
    said = f"limit {limit:g}" if is_limited else "no limit in a source tree"
    print(f"cache {state}: {name}: {took:.1f} ms, {ratio:.1f} times a bare interpreter ({said})")
    return ratio <= limit or not is_limited


def _is_source_tree() -> bool:
    import newslint

    return not (Path(newslint.__file__).parent / "_bundled").is_dir()


if __name__ == "__main__":
    raise SystemExit(main())
