"""Judge an archive with Ray Data: `map_batches` takes each batch through the same function.

usage: python ray_job.py ARTICLES.parquet… FINDINGS [--config FILE] [--cores N]

Each machine needs newslint with its extra `archive` in its Python. The configuration goes along with the function.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

import newslint


def findings_of(articles: Any, judge: newslint.BatchLinter) -> Any:
    """Return the findings of a dataset of articles, as a dataset."""

    def findings(batch: Any) -> Any:
        return judge(batch)

    return articles.map_batches(findings, batch_format="pyarrow", batch_size=500, zero_copy_batch=True)


def main(words: Sequence[str]) -> int:
    """Run the job on the cluster that is there, or on this machine."""
    import ray

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("findings")
    parser.add_argument("--config")
    parser.add_argument("--cores", type=int)
    options = parser.parse_args(words)
    ray.init(num_cpus=options.cores, ignore_reinit_error=True, include_dashboard=False)
    found = findings_of(ray.data.read_parquet(options.articles), newslint.BatchLinter(options.config))
    found.write_parquet(options.findings)
    print(f"{ray.data.read_parquet(options.findings).count()} findings: {options.findings}")
    ray.shutdown()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
