"""Judge an archive with Dask, on the cores of one machine or of a cluster.

usage: python dask_job.py ARTICLES.parquet… FINDINGS [--config FILE] [--cluster ADDRESS]

Each row group of the articles is a task that writes one file into the folder FINDINGS. A file whose place is taken is
not made again, so that a job that was stopped goes on.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

import newslint


def judge_group(judge: newslint.BatchLinter, path: str, group: int, target: str) -> int:
    """Judge one row group into a file, and return how many findings it has."""
    from pyarrow import parquet

    if os.path.exists(target):
        return int(parquet.read_metadata(target).num_rows)
    with parquet.ParquetFile(path) as file:
        found = judge(file.read_row_group(group))
    parquet.write_table(found, f"{target}.tmp", compression="zstd")
    os.replace(f"{target}.tmp", target)  # whole, or not there
    return int(found.num_rows)


def tasks_of(paths: Sequence[str], output: str, judge: newslint.BatchLinter) -> list[Any]:
    """Return a task for each row group of each file."""
    import dask
    from pyarrow import parquet

    os.makedirs(output, exist_ok=True)
    shared = dask.delayed(judge)  # goes to each worker once
    groups = [(path, group) for path in paths for group in range(parquet.read_metadata(path).num_row_groups)]
    return [
        dask.delayed(judge_group)(shared, path, group, os.path.join(output, f"part-{number:06}.parquet"))
        for number, (path, group) in enumerate(groups)
    ]


def main(words: Sequence[str]) -> int:
    """Run the job: on processes of this machine, or on the cluster at an address."""
    import dask

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("findings")
    parser.add_argument("--config")
    parser.add_argument("--cluster", metavar="ADDRESS")
    parser.add_argument("--scheduler", choices=("processes", "threads", "synchronous"), default="processes")
    options = parser.parse_args(words)
    tasks = tasks_of(options.articles, options.findings, newslint.BatchLinter(options.config))
    if options.cluster:
        from distributed import Client

        with Client(options.cluster) as client:
            counts = client.gather(client.compute(tasks, retries=3))
    else:
        counts = dask.compute(*tasks, scheduler=options.scheduler)
    print(f"{sum(counts)} findings: {options.findings}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
