"""Measure how much of a change to the program the tests notice: change it at random places and run them.

    python tools/mutate.py --sample 60 --seed 7 --json results.jsonl     # ten minutes on two cores
    python tools/mutate.py --report results.jsonl                        # the total of all runs so far
    python tools/mutate.py --sample 20 --room formats --kinds words      # word lists, messages and patterns

Why cosmic-ray and not mutmut: mutmut 3 puts a trampoline in place of each function that it mutates. So it leaves
out properties and other decorated functions, default values that are not plain, and whatever stands outside of
functions, which in this program are most of `article` and all tables of words and patterns. cosmic-ray changes
one place of a parso tree and gives back the text of the module, whatever the place is; its operators are classes
to which others can be added. It is used as a library: its own runner starts a new interpreter with all tests for
each mutant, which takes minutes here. What it lacks (checks dropped, statements deleted, arguments and fields
swapped, values of return, ends of slices, words, messages, patterns) stands in `mutation/code_operators.py` and
`mutation/word_operators.py`.

How it is fast: the tests run once under coverage, and what each of them reaches is kept outside of the
repository for each module of tests, under a key of that module and of all other files. A mutant is tried with
the tests that reach its line, the fastest first, until one fails, and then with those that reach its function.
For a constant those are the tests that reach a use of it. Two processes that have imported all other packages
fork a child for each mutant, in copies of the tree.

What is counted: a mutant is killed where a test fails or takes five times the CPU time that it does (at least
ten seconds). One that cannot be imported is `broken` and not counted, since any test would notice it. Types,
docstrings, decorators, imports and messages of asserts are never changed. Places are drawn at random in
proportion to their number in each room, with a least number for every room; all changes of one kind at a place are
one place. Of words, the three kinds are drawn equally often. Property tests run with a fixed seed, and
tests that fail without a mutant are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from mutation import reach, scores, trees
from mutation.drawing import ROOMS, Mutant, draw

ROOT = Path(__file__).resolve().parents[1]
_JUDGED = ROOT / "tools" / "mutants-equivalent.tsv"
# Most of what is slow in a test run is waiting for a core; more processes than cores would fail by time.
_PROCESSES = 2


class Helper:
    """A worker process with its own copy of the tree."""

    def __init__(self, copy: Path) -> None:
        self.copy = copy
        path = os.pathsep.join([str(copy / "src"), str(ROOT / "tools")])
        environment = os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": "0"}
        command = [sys.executable, "-m", "mutation.worker", str(copy)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=copy
        )

    def ask(self, **job: object) -> dict[str, Any]:
        """Hand over a job and wait for the answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def close(self) -> None:
        """Let the process end."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


def _reach(helpers: list[Helper], is_told: bool) -> reach.Reach:
    """Return what the tests reach; what is not kept of a module of tests with this program is found by running it."""
    copy = helpers[0].copy
    # The plugin decides what is noted of a test; the rest of this tool may change without measuring again.
    plugin = (ROOT / "tools" / "mutation" / "plugins.py").read_text(encoding="utf-8")
    base = trees.key_of(copy, [sys.version, plugin])
    files = sorted((copy / "tests").rglob("test_*.py"), key=lambda path: (-path.stat().st_size, str(path)))
    names = [str(path.relative_to(copy)) for path in files if "install" not in path.parts]
    kept = {name: trees.cache_folder() / f"{trees.key_of_test(base, copy, name)}.json.gz" for name in names}
    waiting: SimpleQueue[str] = SimpleQueue()
    for name in names:
        if not kept[name].is_file():
            waiting.put(name)
    if is_told and not waiting.empty():
        print(f"Running {waiting.qsize()} modules of tests to see what they reach …", file=sys.stderr, flush=True)

    def run(index: int) -> None:
        target = copy.parent / f"reach{index}.json"
        while (name := _next(waiting)) is not None:
            answer = helpers[index].ask(do="reach", file=name, target=str(target))
            if target.is_file():
                reach.keep(kept[name], reach.resolve(json.loads(target.read_text("utf-8")), name))
                target.unlink()
            else:
                print(f"{name} could not be run (status {answer['status']}): {answer['log']}", file=sys.stderr)

    _in_threads(run, len(helpers))
    return reach.Reach(reach.merge([found for path in kept.values() if (found := reach.load(path))]), copy)


def _next(waiting: SimpleQueue[Any]) -> Any:
    """Return what waits, or None."""
    try:
        return waiting.get_nowait()
    except Empty:
        return None


def _in_threads(run: Any, count: int) -> None:
    threads = [threading.Thread(target=run, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _try_all(
    helpers: list[Helper],
    reached: reach.Reach,
    mutants: list[Mutant],
    sizes: dict[str, int],
    options: argparse.Namespace,
) -> list[scores.Result]:
    """Run the tests for each mutant until the time is over; write each result down as it comes."""
    waiting: SimpleQueue[Mutant] = SimpleQueue()
    for mutant in mutants:
        waiting.put(mutant)
    results: list[scores.Result] = []
    lock = threading.Lock()
    deadline = time.monotonic() + 60 * options.minutes

    def run(index: int) -> None:
        while time.monotonic() < deadline and (mutant := _next(waiting)) is not None:
            answer = helpers[index].ask(
                do="mutate", module=mutant.module, code=mutant.code, stages=reached.stages(mutant)
            )
            kept = {key: value for key, value in mutant._asdict().items() if key != "code"}
            row = kept | answer | {"seed": options.seed, "kinds": options.kinds, "places": sizes[mutant.room]}
            with lock:
                results.append(row)
                if options.json:
                    with open(options.json, "a", encoding="utf-8") as file:
                        file.write(json.dumps(row, ensure_ascii=False) + "\n")
                if not options.quiet:
                    told = f"{answer['outcome']:9} {answer['seconds']:6.1f} s {answer['ran']:5} tests"
                    print(f"{len(results):4} {told}  {mutant.module}:{mutant.line} {mutant.operator}", file=sys.stderr)

    if mutants:
        _control(helpers[0], reached, mutants)
    _in_threads(run, len(helpers))
    return results


def _control(helper: Helper, reached: reach.Reach, mutants: list[Mutant]) -> None:
    """Run the tests of the first mutant that has some without changing anything; end where one of them fails."""
    for mutant in mutants:
        stages = reached.stages(mutant)
        if stages:
            code = (helper.copy / mutant.module).read_text(encoding="utf-8")
            answer = helper.ask(do="mutate", module=mutant.module, code=code, stages=[stages[0][:200]])
            if answer["outcome"] != "survived":
                raise SystemExit(f"without a mutant: {answer['outcome']} by {answer['by']}")
            return


def _measure(options: argparse.Namespace) -> list[scores.Result]:
    """Draw mutants and try them in throw-away copies of the tree."""
    known = {row["ident"] for row in scores.read_results([Path(options.json)])} if options.json else set()
    with tempfile.TemporaryDirectory(prefix="newslint-mutation-") as folder:
        tests = Path(options.tests).resolve() if options.tests else None
        copies = [
            trees.copy_tree(Path(options.tree).resolve(), Path(folder).resolve() / f"copy{index}", tests)
            for index in range(_PROCESSES)
        ]
        helpers = [Helper(copy) for copy in copies]
        try:
            reached = _reach(helpers, not options.quiet)
            if not reached.names:
                raise SystemExit("no test passes without a mutant")
            if reached.failing:
                print(f"{len(reached.failing)} tests fail without a mutant and are left out:", file=sys.stderr)
                print(*(f"  {name}" for name in reached.failing[:20]), sep="\n", file=sys.stderr)
            rooms = options.room or list(ROOMS)
            package = copies[0] / "src" / "newslint"
            mutants, sizes = draw(package, rooms, options.kinds, options.sample, options.seed, options.least, known)
            return _try_all(helpers, reached, mutants, sizes, options)
        finally:
            for helper in helpers:
                helper.close()


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure which share of random changes the tests notice.")
    parser.add_argument("--sample", type=int, default=60, help="how many mutants (60)")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws another sample (1)")
    parser.add_argument("--room", action="append", help="only this room; may be repeated")
    parser.add_argument("--kinds", choices=("code", "words"), default="code", help="what is changed (code)")
    parser.add_argument("--least", type=int, default=3, help="at least so many in each room (3)")
    parser.add_argument("--minutes", type=float, default=10, help="begin no mutant after so many minutes (10)")
    parser.add_argument("--tree", default=str(ROOT), help="the tree whose program is changed (this one)")
    parser.add_argument("--tests", help="a folder of tests to run in place of the tree's own")
    parser.add_argument("--json", help="append each result to this file, and draw none that stands there")
    parser.add_argument("--report", nargs="+", metavar="FILE", help="run nothing; print the total of such files")
    parser.add_argument("--quiet", action="store_true", help="print the result only")
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Measure or report; return 0 whatever the score."""
    options = _arguments().parse_args(words)
    judged = scores.read_judged(_JUDGED)
    begun = time.monotonic()
    results = scores.read_results(map(Path, options.report)) if options.report else _measure(options)
    for row in results:
        if row["outcome"] in ("survived", "unreached", "error"):
            print(scores.survivor(row, judged), end="\n\n")
    for line in scores.table(results, judged):
        print(line)
    if not options.report:
        print(f"{len(results)} mutants in {time.monotonic() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
