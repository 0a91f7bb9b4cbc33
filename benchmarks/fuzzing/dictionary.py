"""The pieces of syntax that mutations put into texts: what parsers, analyses, rules and reports take for special."""

from __future__ import annotations

FRONT_MATTER = """\
---⏎|+++⏎|...⏎|{⏎|}⏎|---⏎---⏎|---⏎⏎|⏎---⏎|title: |date: 2026-02-31|author: [|authors:⏎  - name: Mara Oduya⏎|\
tags: {a: b}|draft: true⏎|newslint: {profile: opinion}⏎|newslint: {profile: ""}⏎|\
newslint:⏎  ignore:⏎    - rule: clarity⏎|newslint: {ignore: [{rule: clarity, reason: x, until: 2020-01-01}]}⏎|\
description: >-⏎  a|title = "a"⏎|[extra]⏎|date = 2026-13-01T25:00:00Z⏎|"title": "a",⏎|lang: fr⏎|language: en-GB⏎"""
YAML = """\
&a |*a|<<: *a|!!binary |!!python/object:os.system |!!set |? |- |: |:⏎|"|'|{|}|[|]|,|#|%YAML 1.2⏎|%TAG ! x⏎|~|null|\
yes|0x1F|0o17|1_000|1e999|.inf|-.nan|2026-02-31|2026-01-02T03:04:05+99:00|12:30:45|\t|a: a: a|>-⏎  |\\|⏎  |@|`|! |=|\
<<|\\x00|\\uD800|\\/|...⏎"""
TAGS = """\
<p>|</p>|<p|<|>|</|/>|<div>|</div>|<br>|<br/>|<hr>|<b>|</b>|<i>|</i>|<em>|<a href="x">|<a href=>|</a>|<a>|<a name=x>|\
<img>|<img src=a>|<img alt="" src="a.jpg">|<img alt='x|<h1>|</h1>|<h2>|</h2>|<h6>|<ul>|<li>|</ul>|<ol start=-1>|\
<table>|<tr>|<td>|<th>|</table>|<caption>|<blockquote>|</blockquote>|<q>|</q>|<cite>|<figure>|<figcaption>|</figure>|\
<time>|</time>|<time te|<time datetime="2026-01-01">|<time datetime="x" pubdate>|<article>|</article>|<section>|\
<main>|<header>|<footer>|<nav>|</nav>|<aside>|<details>|<summary>|<dl>|<dt>|<dd>|<code>|</code>|<pre>|</pre>|\
<script>|</script>|<script type="application/ld+json">|<style>|</style>|<title>|</title>|<head>|</head>|<body>|\
</body>|<html lang="fr">|</html>|<html>|<template>|<noscript>|<textarea>|<select><option>|<svg>|<math>|<iframe>|\
<plaintext>|<xmp>|<meta charset="utf-16">|<meta charset=|<meta name="author" content="Mara Oduya">|\
<meta property="og:title" content=">|<meta property="article:published_time" content="2026-01-01">|\
<link rel=canonical href=x>|<base href=//x>|<span class="byline">|<p class="author" itemprop="author">|\
<div itemscope itemtype="https://schema.org/NewsArticle">|<address>|<sup>|<ruby><rt>|<font>|<p hidden>|<p lang="de">|\
<p style="display:none">|<p a=b a=c|<p "|<p '|<p =|<x-y>|<a/b>|<!doctype html>|<![CDATA[|]]>|<?xml version="1.0"?>|\
<?|?>|<!"""
ENTITIES = """\
&amp;|&lt;|&gt;|&quot;|&nbsp;|&nbsp|&|&#|&#x|&#0;|&#13;|&#x80;|&#xD800;|&#x110000;|&#99999999999;|&NotEqualTilde;|\
&zwnj;|&NewLine;|&Tab;|&shy;|&hellip;|&ldquo;|&rdquo;|&amp;amp;|&notin|&copy|&fjlig;|&ampx|&#x202e;|&#27;"""
COMMENTS = """\
<!--|-->|<!-->|<!--->|--!>|<!-- -- -->|{/*|*/}|/*|*/|<!-- x -->|{# x #}|{% comment %}|%%|//|\
<!-- newslint: ignore[clarity] reason: why -->|<!-- newslint: ignore-file[structure] reason: why -->|\
<!-- newslint: ignore[] -->|<!-- newslint: ignore[*] reason: a -->|\
<!-- newslint: ignore[no/rule, clarity] until: 2020-01-01 -->|<!-- newslint: disable -->|\
<!-- newslint ignore clarity -->|\
<!-- newslint: ignore[quotes/unattributed-quotation] reason: {x} until: 9999-99-99 -->|\
newslint:|ignore[|reason:|until:"""
QUOTES = '“|”|‘|’|"|\'|«|»|‹|›|„|‚|″|′|`|´|``|\'\'|“‘|’”|,”|.”|”.|’s|s’|“…|“[|]”|“{|}”|— “|\\"|“”|""|» «'
BRACKETS = "(|)|[|]|{|}|[[|]]|{{|}}|{%|%}|<<|>>|(|)|【|】|[1]|[^1]|[TK]|[sic]|[…]|()|[]|[](|![](|](x)|(((|)))"
MARKS = (
    "\r\n|\r|\n|\n\n|\r\n\r\n|\r\r|\n\r|\u2028|\u2029|\x85|\x0b|\x0c|\0|\ufeff|\u200b|\u200d|\u2060|\u00ad|\u00a0|\u202f"
    "|\u3000|\t|   |\u202e|\u202c|\u2066|\u2069|\u061c|\u200e|\x1b[31m|\x1b]0;x\x07|\x9b|\x7f|\x08"
    "|\u0301|\ud800|\udfff|\udc80|\ufffd|\uffff|\U0001f469\u200d\U0001f4bb|\U0001f1e9\U0001f1ea|\U0010ffff|İ|ı|ß|ẞ|ﬁ|Σ|ς|ǆ|ŉ|𝔘|٣|²|½|Ⅷ|ﷺ|名|Ā|â€™|Ã©|ï»¿"
    "|…|–|—|−|•|·|†|§|©|™|€"
)
TEMPLATES = """\
{0}|{}|{x}|{x.y}|{x[0]}|{text}|{text.__class__}|{text!r}|{text!z}|{text:d}|{text:>99999999}|{around}|\
{around:>300000000}|{{|}}|{|}|%s|%d|%(text)s|%n|%|%%|${x}|$x|$0|\\1|\\g<0>|{% if x %}|{{ title }}|\
{{< figure src=a >}}|<%= x %>|#{x}|{self}|{self.__init__.__globals__}"""
COMMANDS = """\
::error::x|::add-mask::x|::error title=a,file=b::c|::stop-commands::t|::|##[error]x|##[group]|##[|\
##vso[task.setvariable]x|%0A|%0D|%3A|%25|%2C|] | ]]|section_start:0:x"""
NUMBERS = """\
0|1|-1|12|1,000|1.000.000|12,34|3.5 million|two million|twenty-two|a hundred|$5|£5m|€1bn|5%|5 percent|5 per cent|\
50 pc|1/2|½|10–20|10-20|1st|22nd|1e9|99999999999999999999999|0.0000001|5kg|5 kg|10 km/h|3 miles|20°C|No. 1|’90s|\
1990s|one in five|two-thirds|half of|200,000 pounds|10 out of 20|(3)|1)|1.|i.|IV|+44 20 7946 0018"""
DATES = """\
2026-01-02|2026-13-45|0000-00-00|9999-12-31|2026-01-02T10:00:00Z|2026-01-02T10:00:00+05:30|12 January 2026|\
January 12, 2026|12/01/2026|1.2.26|Jan. 5|May|May 5|5 May|Monday|on Monday|last Monday|yesterday|tomorrow|today|\
next year|last month|10:30 a.m.|25:61|noon|Published: 3 May 2026|Updated: yesterday|Published on:|\
Last updated 3 June|Posted by|February 30, 2026|Sept 31|2026年1月2日"""
PEOPLE = """\
By Mara Oduya|By MARA ODUYA and Ben Doe|by|By |By Staff|Author:|Written by|Reporting by|Mara Oduya|Ms. Oduya|Ben Doe|\
B. Doe|Dr. Ada O’Neill|Mara Oduya, a reporter|Mara Oduya is a reporter in Tarrow.|About the author|TARROW —|\
TARROW, May 3 —|said|says|said Mara Oduya,|told reporters|, she said.|he added:|according to|according to a source|\
a spokesperson said|experts say|critics|sources close to|who|declined to comment|The council said|\
“It is so,” said Mara Oduya.|Mara Oduya said: “It is so|study|a report found|the Institute of Roads|@maraoduya|\
mara@news.example"""
PHRASES = """\
Opinion|Sponsored|Advertisement|Disclaimer:|Correction:|Editor’s note:|Summary|Key points|Key takeaways|TL;DR|FAQ|\
Frequently asked questions|Q: Why?|A: Because.|What is it?|1. Why?|Sources|References|Related articles|Read more:|\
Share this|Share on Facebook|Home | News | Sport|Sign up|Subscribe|© 2026 News|All rights reserved|Comments|Photo: x|\
TK|[TK]|XXX|Lorem ipsum dolor|TODO|As an AI language model|INSERT NAME|click here|here|at the end of the day|\
not financial advice|medical advice|Background|Conclusion|In conclusion|Figure 1|see above|the above|Table|The|\
the the|very very|I|we|you|Mr|e.g.|i.e.|U.S.|etc.|Inc.|well known|so called|World War II|ALL CAPITALS HERE"""
MARKDOWN = """\
# |## |###### |####### |#|=|⏎===⏎|⏎---⏎|- |* |+ |1. |1) |- [ ] |> |>> |>|    |⏎    |```|~~~|```json⏎|`|``|*|**|***|_|\
__|~~|[a](b)|[a][b]|[a]: b⏎|[a]:|[^1]: a⏎|[^1]|![a](b)|![](b)|[](b)|[a](<b c>)|[a]("b")|<https://x.example>|\
https://x.example/a_b(c)|www.x.example|| a | b |⏎||---|---|⏎|| |\\||\\|\\*|\\[|  ⏎|\\⏎|:::note⏎|:::⏎|$x$|$$|==a==|\
^a^|{.class}|{#id}|Term⏎: definition⏎|import A from 'a'⏎|export const a = 1⏎|<A b={c}>|</A>|{a}|{{< x >}}|{{% x %}}|\
[toc]|---|***|___|~|!|!["""
JSON_LD = """\
{"@type":"NewsArticle"}|{"@context":"https://schema.org"|"@graph":[|"headline":"a"|"author":{"name":"Mara Oduya"}|\
"author":["x",1,null]|"datePublished":"2026-01-01"|"datePublished":20260101|"description":null|\
"mainEntity":[{"@type":"Question","name":"Why?"}]|"@type":["a"]|"acceptedAnswer":{"text":"a"}|"@id":"#a"|\
"inLanguage":"fr"|\\u0000|\\ud800|\\"|\\|"|,|:|[|]|{|}|null|true|NaN|Infinity|1e999|-0|[[[[|{"a":{"a":"""
BYTES = (
    b"\xff", b"\xfe", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xc3\x28", b"\xe2\x80", b"\xe2\x28\xa1",
    b"\xf0\x9f", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xf8\x88\x80\x80\x80", b"\xc0\x80", b"\x80", b"\x93", b"\x94",
    b"\x92", b"\x81", b"\x8d", b"\xa0", b"\0a\0b", b"a\0", b"\xf4\x90\x80\x80", b"\x00", b"\x1a", b"+AGE-", b"\x1b$B",
    b"\x0e",
)  # fmt: skip


def _read(words: str) -> tuple[bytes, ...]:
    """Read pieces that `|` parts (`\\|` is one itself); `⏎` is a line end."""
    hidden = words.replace("\\|", "\x1a").replace("⏎", "\n")
    pieces = dict.fromkeys(hidden.split("|"))
    return tuple(piece.replace("\x1a", "|").encode("utf-8", "surrogatepass") for piece in pieces if piece)


GROUPS: dict[str, tuple[bytes, ...]] = {
    "front matter": _read(FRONT_MATTER),
    "yaml": _read(YAML),
    "tags": _read(TAGS),
    "entities": _read(ENTITIES),
    "comments": _read(COMMENTS),
    "quotes": _read(QUOTES),
    "brackets": _read(BRACKETS),
    "marks": _read(MARKS),
    "templates": _read(TEMPLATES),
    "commands": _read(COMMANDS),
    "numbers": _read(NUMBERS),
    "dates": _read(DATES),
    "people": _read(PEOPLE),
    "phrases": (*_read(PHRASES), b"Home | News | Sport"),
    "markdown": (*_read(MARKDOWN), b"| a | b |\n", b"|---|---|\n", b"| ", b"|"),
    "json-ld": _read(JSON_LD),
    "bytes": BYTES,
}
NAMES = tuple(GROUPS)
