"""Checks of images: what they say to those who do not see them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Annotated

from newslint.article import Article, Block, Image, Link
from newslint.contract import Option, Scene, check
from newslint.diagnostics import Finding, Related
from newslint.language.units.comparison import comparison_key
from newslint.patterns import pattern

# Images that nobody sees, such as counters of one pixel, and those that have a name of another kind.
_UNSEEN = pattern(
    r"""
      \s(?:width|height)\s*=\s*["']?[01](?:px)?["'\s/>]
    | display\s*:\s*none | visibility\s*:\s*hidden
    | \saria-hidden\s*=\s*["']?true | \srole\s*=\s*["']?(?:presentation|none)\b
    | \saria-label(?:ledby)?\s*=
    | \stitle\s*=\s*(?:"[^"\s]|'[^'\s]|[^"'\s>])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Icons by their file's name.
_ICON = pattern(
    r"icon|logo|sprite|spacer|pixel|avatar|button|arrow|share|scroll|banner|badge|(?<![a-z])(?:bullets?|dots?|checkmarks?"
    r"|chevrons?|carets?|dividers?|separators?|stars?)(?![a-z])",
    re.IGNORECASE,
)
_SIZE = pattern(r"""[\s"';](?:width|height)\s*(?:=\s*["']?|:\s*)(\d{1,5})(?:px)?\b""", re.IGNORECASE)
_FACE = pattern(r"gravatar|/(?:avatar|icon|logo)s?/", re.IGNORECASE)
_PICTURE = pattern(r"\.(?:jpe?g|png|gif|webp|avif|svg)\b", re.IGNORECASE)
_FILE_NAME = pattern(r"[^/\\?#]+(?=[?#]|/?$)")


@check(
    grades=("empty", "captioned", "lead"),
    needs=("images",),
    placeholders=("image", "more", "alt"),
    messages={"stand-in": "The alternative text “{alt}” does not say what the image {image} shows{more}."},
    renamed={"icon_size": "max_icon_size"},
)
def missing_alt(
    article: Article,
    scene: Scene,
    *,
    mark_decorative: Annotated[bool, Option('whether an empty `alt=""` of HTML marks a decorative image')] = True,
    max_icon_size: Annotated[
        int, Option("on whole pages, images whose declared width or height is at most this many pixels are icons", ge=0)
    ] = 64,
) -> Iterator[Finding]:
    """Flag images of the body without an alternative text or with a stand-in for one, once an article and grade.

    A stand-in is the name of a file, a number of a camera, a credit, or words such as “image”. The grade is `empty`
    where Markdown's brackets are empty, `captioned` where a whole page shows a caption or its template the image, and
    `lead` for the picture of front matter whose field for a description is empty or holds a stand-in.
    """
    # A page shows the lead picture with the description that front matter gives.
    seen = {image.target for image in article.images if not image.in_body and _is_described(image)}
    found: dict[tuple[str, bool], list[Image]] = {}
    for image in article.images:
        grade = _judge_image(article, image, mark_decorative, max_icon_size)
        if grade is not None and image.target not in seen:
            seen.add(image.target)
            found.setdefault((grade, bool(image.alt)), []).append(image)
    for (grade, is_stand_in), images in found.items():
        yield _tell(images, grade, is_stand_in)


_MOST_IMAGES = 20


def _tell(images: Sequence[Image], grade: str, is_stand_in: bool) -> Finding:
    first, others = images[0], len(images) - 1
    more = f"; {others} more {'has' if others == 1 else 'have'} {'such a text' if is_stand_in else 'none'}"
    related = tuple(Related(image.span, _name_of(image)) for image in images[1 : _MOST_IMAGES + 1])
    values = {"image": _name_of(first), "more": more if others else "", "alt": (first.alt or "").strip()}
    return Finding(first.span, values, grade, related, message="stand-in" if is_stand_in else None)


def _name_of(image: Image) -> str:
    name = _FILE_NAME.search(image.target)
    return name.group() if name else image.target or "an image"


def _is_described(image: Image) -> bool:
    return image.alt is not None and bool(image.alt.strip()) and not _is_stand_in(image)


# Words for pictures as such and for what is to come; an alternative text of nothing else says nothing.
_EMPTY_WORDS = frozenset(
    """
    a an the of for this that in at on to from as is my our your and or no not new main lead hero header headline cover
    featured feature top large small big full width left right center centre first second inline body article story
    post page blog news site web website section content default generic sample example test dummy stock handout
    supplied courtesy library archive archival undated untitled unnamed unknown cropped final edited copy web version
    image images img imgs pic pics picture pictures photo photos photograph photographs photography foto fotos bild
    bilder graphic graphics illustration illustrations visual visuals figure fig picture1 banner thumbnail thumb
    screenshot screengrab screencap snapshot shot media asset file upload attachment jpg jpeg png gif webp svg icon
    alt alternative alternate text attribute tag description desc describe descriptive caption title label name
    placeholder todo tk tktk tba tbc tbd tbs fixme xxx none null undefined na n nan empty blank missing needed need
    needs required pending here goes coming come later soon add insert enter write type put provide fill please
    credit credits caption image1 number no
    """.split()
)
_WORDS = pattern(r"[^\W\d_]+")
# What says to whoever writes it that a description belongs here.
_ASKS_FOR = pattern(
    r"(?:please\s)?(?:add|insert|enter|write|type|put|provide|fill\sin|describe|needs?|todo\W|tk\W)\b.{0,60}"
    r"\b(?:alt|alternative|descri\w{1,8}|caption|image|picture|photo|graphic|text|readers?|seo)\b"
    r"|.{0,30}\b(?:alt(?:ernative)?(?:\s|-)?text|description|caption)\s(?:of\s\w{1,12}\s|for\s\w{1,12}\s)?"
    r"(?:goes|here|to\scome|to\sfollow|missing|needed|required|tk|tbc|tba|tbd|pending|placeholder)\b",
    re.IGNORECASE,
)
# What cameras, telephones and programs call a file, and any word with an image's suffix.
_FILE = pattern(
    r"""
    \S{1,120}\.(?:jpe?g|png|gif|webp|avif|svg|heic|tiff?|bmp)
  | (?:img|dsc[fn]?|dscf|dscn|pxl|dcim|mvimg|gopr|imag|image|photo|pic|picture|cimg|kic|hpim|pict|scan
      |screen\s?shot|screenshot|screenshot\sfrom|bildschirmfoto|whatsapp\simage|unnamed|download|untitled|capture
      |getty\s?images|shutterstock|istock|adobestock|depositphotos|alamy|pexels[\w-]{0,40}|unsplash)
    [\s_(#-]{0,3}\d[\d\s_.:()x-]{0,40}(?:at\s[\d.:]{1,12})?(?:\s?[ap]m)?(?:[_-]\w{1,30})?
  | (?:p|ap|gp|wp|vid|sam)[_-]?\d{5,20}(?:_\w{1,20})?
  | https?://\S{1,400} | /(?:[\w.-]{1,60}/){0,8}[\w.-]{1,80} | (?:[\w.-]{1,60}/){2,8}[\w.-]{1,80}
  | [\d_.:x\s-]{3,60} | [0-9a-f]{12,64} | [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Words that only marks join, as in addresses and names of files: `flood-main-street`, `ward_corridor_2`.
_JOINED = pattern(r"[^\W_]+(?:_[^\W_]+)+|[a-z0-9]+(?:-[a-z0-9]+){2,}|[a-z]{3,}[-_]?\d{3,}")
_CREDIT = pattern(
    r"(?:\(|\[)?(?:(?:photo|image|picture|pic|photograph|graphic|illustration|file\sphoto|credit|source)s?"
    r"(?:\s(?:credit|courtesy|by|from|via))?\s?[:/|©–—-]\s?|(?:photo|image|picture|photograph)s?\s(?:by|courtesy\sof"
    r"|credit)\s|courtesy(?:\sof)?\s|©\s?)(?:[^\W_][^\s,.;]{0,30}[ /]){0,4}[^\W_]\S{0,30}",
    re.IGNORECASE,
)
_AGENCIES = frozenset(
    """
    ap apphoto reuters afp getty gettyimages epa pa pamedia upi bloomberg shutterstock istock unsplash pexels pixabay
    alamy associatedpress theassociatedpress wikimedia wikimediacommons flickr creativecommons adobestock dpa
    """.split()
)


def _is_stand_in(image: Image) -> bool:
    """Tell whether an alternative text stands in for one: the name of a file, a credit, or words for any picture."""
    text = " ".join((image.alt or "").split())
    if not text or len(text) > _LONGEST_STAND_IN or "{" in text:
        return False
    return _says_nothing(text) or _is_file_name(text, image.target)


_LONGEST_STAND_IN = 160  # code points


def _says_nothing(text: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(text)]
    if not words and not text.isascii():
        return text == "…"  # an emoji has itself as its text
    if _EMPTY_WORDS.issuperset(words) or (len(words) == 1 and len(set(words[0])) == 1):
        return True
    if "".join(words) in _AGENCIES or _CREDIT.fullmatch(text):
        return True
    return _ASKS_FOR.match(text) is not None


def _is_file_name(text: str, target: str) -> bool:
    if _FILE.fullmatch(text) or _JOINED.fullmatch(text):
        return True
    name = _FILE_NAME.search(target)
    stem = name.group().rpartition(".")[0] if name else ""
    has_marks = any(mark in text for mark in "_/=%") or any(map(str.isdigit, text))
    return bool(stem) and has_marks and comparison_key(stem, "letters") == comparison_key(text, "letters")


def _is_lead(article: Article, image: Image) -> bool:
    """Tell whether front matter names an image."""
    matter = article.front_matter
    return matter is not None and not image.in_body and image.span.start < matter.span.end


def _is_judged(image: Image) -> bool:
    return image.in_body and bool(image.target.strip()) and not _is_described(image)


def _judge_image(article: Article, image: Image, mark_decorative: bool, max_icon_size: int) -> str | None:
    written = article.source.slice(image.span)
    if _is_lead(article, image):
        # Where nothing asks for a description, the site's templates may have one of their own.
        return None if image.alt is None or "{" in image.alt or _is_described(image) else "lead"
    if image.is_decorative or not _is_judged(image) or (image.alt and "{" in written):
        return None
    if article.format == "document":
        return "empty"
    if not written.startswith("<"):
        # Of shortcodes, many take the caption for an alternative text.
        return "empty" if written.startswith("!") else None
    if image.alt == "":
        return None if mark_decorative else "empty"
    if _is_decoration(article, image, written, max_icon_size):
        return None
    return _judge_surroundings(article, image) if article.is_page else "default"


_CAPTION = 3  # words; a credit may have fewer
_LONG_CAPTION = 30  # words
_LABEL = 4  # words
_PROSE = 6  # words
_STOPS = (".", "!", "?", ":", "”", '"')


def _judge_surroundings(article: Article, image: Image) -> str | None:
    """Return the grade of an image on a whole page by what stands around it; none where it is not the article's own.

    What lies in a box of the site, or between short labels such as the ranks and names of results, is not. The picture
    over the text is the template's.
    """
    if image.block is not None and article.blocks[image.block].kind == "boilerplate":
        return None
    at = bisect_left(article.blocks, image.span.end, key=lambda block: block.span.start)
    if at == len(article.blocks):
        return "default"
    after = article.blocks[at]
    if after.role in ("related", "menu") or all(map(_is_label, article.blocks[max(0, at - 1) : at + 1])):
        return None
    return "captioned" if _is_caption(after) or not any(map(_is_prose, article.blocks[:at])) else "default"


def _is_caption(block: Block) -> bool:
    """Tell whether the block below an image says what it shows: a caption, or a line that is not a sentence."""
    words = block.text.count(" ") + 1
    if block.kind in ("caption", "boilerplate"):
        return words >= _CAPTION
    return block.kind == "paragraph" and words <= _LONG_CAPTION and not block.text.rstrip().endswith(_STOPS)


def _is_prose(block: Block) -> bool:
    return block.kind == "paragraph" and not block.role and block.text.count(" ") >= _PROSE


def _is_label(block: Block) -> bool:
    return block.kind == "paragraph" and len(block.text.split()) <= _LABEL


def _is_decoration(article: Article, image: Image, written: str, max_icon_size: int) -> bool:
    """Tell whether nobody sees an image, or on a whole page it is an icon, a teaser or a banner."""
    if not article.is_page or _UNSEEN.search(written):
        return _UNSEEN.search(written) is not None
    name = _FILE_NAME.search(image.target)
    if (name and _ICON.search(name.group())) or _FACE.search(image.target):
        return True
    if any(int(size) <= max_icon_size for size in _SIZE.findall(written)):
        return True
    link = _link_around(article, image)
    return link is not None and not _PICTURE.search(link.target)


def _link_around(article: Article, image: Image) -> Link | None:
    """Return the link that an image lies in; links come in source order and do not nest."""
    at = bisect_right(article.links, image.span.start, key=lambda link: link.span.start) - 1
    return article.links[at] if at >= 0 and image.span.start < article.links[at].span.end else None
