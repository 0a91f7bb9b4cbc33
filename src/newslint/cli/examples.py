"""Examples of command lines, for help and documentation: what to type, and what it does."""

from __future__ import annotations

from collections.abc import Mapping

EXAMPLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "": (
        ("newslint article.md", "check one article"),
        ("newslint check articles", "check all articles in a folder"),
        ("newslint check --help", "show the options of a command"),
    ),
    "init": (
        ("newslint init --dry-run", "show what newslint would write for this repository"),
        ("newslint init --hook --ci --baseline", "begin today: configuration, hook, job and baseline"),
    ),
    "check": (
        ("newslint check article.md", "check one article"),
        ("newslint check --changed-since origin/main", "check what a branch changed"),
        ("newslint check articles --select quotes,hygiene/mojibake", "use one family of rules and one rule"),
        ("newslint check articles --format sarif --output newslint.sarif", "write a report for another program"),
        ("newslint check article.md --format html --output article.html", "make a page to read, or to print"),
        ("newslint check articles --format html --output report", "make a folder of pages with an overview"),
        ("newslint check articles --statistics --fail-on never", "count by rule what an archive holds"),
        ("newslint check - --stdin-filename story.md", "check what another program sends"),
    ),
    "desk": (
        ("newslint desk articles", "write and check the articles of a folder in the browser"),
        ("newslint desk --no-browser --port 9000", "answer `POST /lint` for a content system"),
    ),
    "baseline": (
        ("newslint baseline articles", "record what is found today"),
        ("newslint baseline --prune articles", "take out what has been mended"),
    ),
    "excuses": (
        ("newslint excuses articles", "list what is excused, by whom and until when"),
        ("newslint excuses articles --by-rule", "count how often each rule was called wrong"),
    ),
    "audit": (
        ("newslint audit articles", "say which duties each article has, and whether they are fulfilled"),
        ("newslint audit articles --format markdown", "sum that up by section and author"),
        ("newslint audit articles --format csv --output duties.csv", "make a table for the compliance desk"),
    ),
    "archive": (
        ("newslint archive articles.parquet -o findings.parquet", "judge a table on all cores, into another"),
        (
            "newslint archive posts.jsonl.gz -o findings.parquet --columns text=body,date=published,section=desk",
            "name the columns",
        ),
        ("newslint archive cms.db --table stories -o findings.parquet --summary figures.md", "sum it up, too"),
    ),
    "explain": (
        ("newslint explain headline/all-caps", "explain a rule"),
        ("newslint explain quotes", "explain a family of rules"),
    ),
    "rules": (
        ("newslint rules", "list all rules"),
        ("newslint rules quotes --profile opinion", "list a family, as it is set under a profile"),
        ("newslint rules --format csv", "make a table with sources and limits for an auditor"),
    ),
    "config": (
        ("newslint config", "show what holds for all files"),
        ("newslint config --why article.md", "show what holds for an article, and which line says so"),
    ),
    "inspect": (
        ("newslint inspect article.md", "show how newslint reads an article"),
        ("newslint inspect article.md --format json", "give the same to another program"),
    ),
    "annotate": (
        ("newslint annotate story.docx", "write story.reviewed.docx, with a comment for each finding"),
        (
            "newslint annotate story.docx -o story.docx --min-severity error",
            "put comments on errors into the file itself",
        ),
    ),
    "test": (
        ("newslint test", "try the examples of all shipped rules"),
        ("newslint test house-rules", "try those of your own rules"),
    ),
    "lsp": (
        ("newslint lsp", "serve an editor, which starts this itself"),
        ("newslint lsp --min-severity advice", "show advice, too"),
    ),
    "mcp": (("newslint mcp", "serve an assistant, which starts this itself"),),
    "convert-vale": (("newslint convert-vale styles/House -o rules", "write a house rule for each rule of a style"),),
    "clean": (("newslint clean", "begin anew, with nothing kept"),),
    "schema": (
        ("newslint schema configuration --output newslint.schema.json", "write a schema for your editor"),
        ("newslint schema rule", "print the schema of rule files"),
    ),
}
