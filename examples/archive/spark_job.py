"""Judge an archive with Spark: `mapInArrow` takes each partition through the same function of a batch.

usage: spark-submit spark_job.py ARTICLES.parquet… FINDINGS [--config FILE] [--partitions N]

Each machine needs newslint with its extra `archive` in its Python. The configuration goes along with the function.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

import newslint

_TYPES = {"string": "STRING", "int32": "INT", "date32": "DATE"}
# The columns of findings, as Spark declares them.
SCHEMA = ", ".join(
    f"`{field.name}` {_TYPES[field.type]}{'' if field.is_nullable else ' NOT NULL'}" for field in newslint.ROW_FIELDS
)


def findings_of(articles: Any, judge: newslint.BatchLinter) -> Any:
    """Return the findings of a DataFrame of articles, as a DataFrame."""
    return articles.mapInArrow(judge.over, SCHEMA)


def main(words: Sequence[str]) -> int:
    """Run the job in the session that `spark-submit` made, or in one of this machine."""
    from pyspark.sql import SparkSession

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("findings")
    parser.add_argument("--config")
    parser.add_argument("--partitions", type=int, help="some 20,000 articles each are a good size")
    options = parser.parse_args(words)
    spark = SparkSession.builder.appName("newslint").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 500)  # articles that are in memory at once
    articles = spark.read.parquet(*options.articles)
    if options.partitions:
        articles = articles.repartition(options.partitions)
    findings = findings_of(articles, newslint.BatchLinter(options.config))
    findings.write.mode("overwrite").parquet(options.findings)
    print(f"{spark.read.parquet(options.findings).count()} findings: {options.findings}")
    spark.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
