"""Small trees of sites of each generator, as tests build them: articles, drafts, and what is no article."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FAULT = "The bridge closes on Monday, and the the ferry runs.\n"
HEAD = "---\ntitle: Harbour bridge closes for repairs\nauthor: Ana Roe\ndate: {date}\n{more}---\n\n"
ARTICLE = HEAD.format(date="2026-05-03", more="") + FAULT
DRAFT = HEAD.format(date="2026-05-03", more="draft: true\n") + FAULT
LATER = HEAD.format(date="2026-12-24", more="") + FAULT
UNPUBLISHED = HEAD.format(date="2026-05-03", more="published: false\n") + FAULT
TODAY = "2026-06-01"
# Text that would be full of findings if it were an article's.
PAGE = "<!doctype html><html><body><h1>{{ title }}</h1>\n<p>TK write the the lead here.</p></body></html>\n"
LISTING = "---\ntitle: News\n---\n\n{% for post in posts %}\n<h2>{{ post.title }}</h2> the the TK\n{% endfor %}\n"


class Tree(NamedTuple):
    """The files of a site: its articles, drafts, and what is no article, each with its text."""

    marks: dict[str, str]
    articles: dict[str, str]
    drafts: dict[str, str]
    apart: dict[str, str]

    def build(self, folder: Path) -> Path:
        """Write all files below a folder."""
        for part in self:
            for name, text in part.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text, encoding="utf-8")
        return folder


HUGO = Tree(
    {"hugo.toml": 'baseURL = "https://loam.example/"\n'},
    {"content/news/bridge.md": ARTICLE, "content/opinion/ferry.md": ARTICLE},
    {"content/news/later.md": LATER, "content/news/draft.md": DRAFT},
    {
        "layouts/_default/single.html": '{{ define "main" }}' + PAGE + "{{ .Content }}{{ end }}",
        "layouts/partials/head.html": PAGE,
        "archetypes/default.md": '---\ntitle: "{{ .Name }}"\ndraft: true\n---\n\nTK the the lead\n',
        "themes/plain/layouts/index.html": PAGE,
        "data/people.txt": FAULT,
        "content/list.html": "{{ range .Pages }}<p>the the TK {{ .Title }}</p>{{ end }}\n",
    },
)
JEKYLL = Tree(
    {"_config.yml": "title: The Loam\ncollections:\n  cases:\n    output: true\n", "Gemfile": ""},
    {"_posts/2026-05-03-bridge.md": ARTICLE, "_cases/first.md": ARTICLE, "about/us.md": ARTICLE},
    {"_drafts/ferry.md": ARTICLE, "_posts/2026-12-24-later.md": LATER, "_posts/2026-05-04-no.md": UNPUBLISHED},
    {
        "_layouts/post.html": "<body><p>the the TK</p>{{ content }}</body>\n",
        "_includes/head.html": PAGE,
        "_data/people.txt": FAULT,
        "_snippets/old.md": ARTICLE,
        "blog/_includes/box.html": PAGE,
        "index.html": LISTING,
        "page.html": "---\n---\n<p>the the TK</p>\n{{ content }}\n",
    },
)
ELEVENTY = Tree(
    {"eleventy.config.js": 'export default { dir: { input: "src", includes: "views" } }\n', "package.json": "{}"},
    {"src/posts/bridge.md": ARTICLE},
    {"src/posts/draft.md": DRAFT, "src/posts/later.md": LATER},
    {
        "src/_includes/base.html": PAGE,
        "src/_data/people.txt": FAULT,
        "views/base.html": PAGE,
        "src/index.md": LISTING,
        "_site/posts/bridge.html": PAGE,
    },
)
ASTRO = Tree(
    {"package.json": '{"scripts": {"astro": "astro"}, "dependencies": {"astro": "^5.0.1"}}'},
    {"src/content/blog/bridge.md": ARTICLE, "src/pages/ferry.md": ARTICLE},
    {"src/content/blog/draft.mdx": DRAFT},
    {"src/layouts/Post.md": FAULT, "src/components/card.html": PAGE, "public/robots.html": PAGE},
)
DOCUSAURUS = Tree(
    {"docusaurus.config.ts": "export default {}\n", "package.json": "{}"},
    {"blog/2026-05-03-bridge.md": ARTICLE, "docs/intro.md": ARTICLE},
    {"blog/draft.mdx": DRAFT},
    {"src/pages/index.mdx": FAULT, "static/old.html": PAGE},
)
ZOLA = Tree(
    {"config.toml": 'base_url = "https://loam.example"\n'},
    {"content/news/bridge.md": ARTICLE},
    {"content/news/draft.md": DRAFT},
    {
        "templates/page.html": PAGE,
        "themes/plain/templates/page.html": PAGE,
        "content/feed.html": "{% extends 'base.html' %}the the TK\n",
    },
)
NEXT = Tree(
    {"next.config.mjs": "export default {}\n", "package.json": '{"dependencies": {"next": "15.1.0"}}'},
    {"content/bridge.mdx": ARTICLE, "app/news/ferry/page.mdx": ARTICLE},
    {"content/draft.mdx": DRAFT},
    {"components/card.mdx": FAULT, "public/old.html": PAGE},
)
LEKTOR = Tree(
    {"loam.lektorproject": "[project]\nname = The Loam\n", "content/contents.lr": "title: The Loam\n"},
    {
        "content/press/bridge.html": f"<h1>Bridge</h1><p>By Ana Roe, 3 May 2026</p><p>{FAULT}</p>",
        "content/press/quay/contents.lr": "title: Quay\n---\nauthor: Ana Roe\n---\ndate: 2026-05-03\n---\nbody: "
        f"{FAULT}\n",
    },
    {},
    {"templates/page.html": PAGE, "models/note.txt": FAULT, "assets/static/old.html": PAGE},
)
WORDPRESS = Tree(
    {"wp-includes/version.txt": "1"},
    {"news/bridge.html": f"<h1>Bridge</h1><p>By Ana Roe, 3 May 2026</p><p>{FAULT}</p>"},
    {},
    {"wp-content/themes/plain/page.html": PAGE, "wp-json/index.html": PAGE},
)
GHOST = Tree(
    {"loam.ghost.2026-05-03.json": '{"db": [{"meta": {"exported_on": 1, "version": "5.0"}, "data": {}}]}'},
    {"posts/bridge.md": ARTICLE},
    {},
    {"content/themes/plain/index.html": PAGE},
)
TREES = {
    "Hugo": HUGO,
    "Jekyll": JEKYLL,
    "Eleventy": ELEVENTY,
    "Astro": ASTRO,
    "Docusaurus": DOCUSAURUS,
    "Zola": ZOLA,
    "Next.js": NEXT,
    "Lektor": LEKTOR,
    "WordPress": WORDPRESS,
    "Ghost": GHOST,
}
