"""Read from an element's tag, class, id and role which part of a page it is; never looks at its text.

The words are the ordinary vocabulary of page templates and content management systems, collected from counts of
class names on news pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from newslint.formats.html.tree import Node
from newslint.parts import Role
from newslint.patterns import pattern

_NAMING = (
    "class",
    "id",
    "data-testid",
    "data-test-id",
    "data-component",
    "data-component-name",
    "data-module",
    "data-type",
    "data-qa",
    "data-name",
    "data-block-type",
)
_CAMEL = pattern(r"(?<=[a-z0-9])(?=[A-Z])")
_LETTERS = pattern(r"[A-Za-z0-9]+")
_BREAK = pattern(r"[^A-Za-z0-9\s]+")
# WordPress puts the article's own topics into the class of its outermost element: `tag-comments category-menu`.
_TOPIC = pattern(r"(?:^|(?<=\s))(?:tag|category|format|type|status|author|topic|term|section|postid|page|has)-[\w-]+")
_TOPICAL = pattern(r"(?:^|\s)(?:hentry|post-\d+|postid-\d+|type-post|has-post-thumbnail)(?=\s|$)")

# The first role that one of an element's names has counts. `most-read` stands for `mostread` and `mostRead`, too.
_ROLES: dict[Role, str] = {
    "comments": """
        comment comments disqus livefyre respond commentlist viafoura coral discussion kommentar kommentare
        reactions comment-area comment-section comment-box comment-form comments-area comments-list comments-section
        user-comments reader-comments post-comments article-comments leserkommentare leserkommentar lesermeinungen
        leserbriefe leserbrief commentaires commentaire comentarios comentario commenti hyvor isso remark42 fb-comments
        openweb spotim shoutbox guestbook forum-thread forum-posts forum-post replies opinary
    """,
    "share": """
        share shares sharing sharebar sharetools social socials addthis addtoany sharedaddy sharethis bookmark
        sendtofriend send-to-friend tellafriend tell-a-friend tipafriend tip-a-friend emailfriend email-a-friend
        bookmarks follow followus actionbar action-bar article-tools tool-bar social-media print-button
    """,
    "advertisement": """
        ad ads advert adverts advertisement advertising adslot adsense adunit adbox adwrapper adcontainer
        ad-container dfp gpt sponsor sponsored sponsors promo promos promobox promotion promotional anzeige werbung
        commercial affiliate-box affiliate-info affiliate-note affiliate-notice affiliate-hint affiliate-disclaimer
        affiliate-disclosure billboard publicidad publicite pubblicita reklama werbebox advertorial-teaser
    """,
    "call-to-action": """
        newsletter newsletters subscribe subscription subscriptions sign-up signup paywall donate donation donations
        membership cta registration register login signin sign-in app-download piano regwall abo support-us
        call-to-action opt-in optin mailchimp mc-embed push-notification nl-signup newsletter-box newsletter-teaser
        paywall-teaser subscribe-box support-box spenden spendenbox spendenaufruf
    """,
    "related": """
        related relateds relatedposts recommend recommended recommendation recommendations recirc recirculation
        trending popular most-read mostpopular most-viewed most-popular outbrain taboola zergnet nativo teaser
        teasers teaserbox readmore read-more read-next readnext also-read more-from more-stories more-news more-on
        see-also you-may up-next next-article previous-article next-post prev-next post-navigation similar
        latest-news latest-posts latest-stories latest-headlines headlines-list sidebar side-bar rail right-rail
        right-column rightcol right-col jp-relatedposts yarpp crosslink crosslinks linkbox link-list linklist
        internal-link internal-links article-list story-list news-list aside river onward in-case-you-missed
        editors-picks
        top-stories storylist card-list card-grid card-deck mehr-zum-thema weiterlesen lire-aussi
        post-card story-card news-card article-card teaser-card related-content related-links relatedlinks
        relatedcontent related-news related-stories next-prev post-nav postnav prev-post next-story infinite-scroll
        post-add lesen-sie-auch auch-interessant artikel-empfehlung leseempfehlung empfehlungen ver-tambien
        leggi-anche te-puede-interesar mas-leidas a-lire
    """,
    "menu": """
        nav navi navbar navigation topnav subnav mainnav menu menus submenu megamenu breadcrumb breadcrumbs masthead
        top-bar site-header page-header siteheader global-header header-wrapper main-header skip skip-link skiplink
        skiplinks off-canvas offcanvas hamburger drawer pagination pager paging ticker toc table-of-contents
        language-switcher search-form searchbox
    """,
    "footer": """
        footer foot colophon copyright copyrights site-info siteinfo legal imprint impressum bottom-bar rodape
        entry-footer post-footer article-footer site-footer postmetadata post-metadata
    """,
    "other": """
        cookie cookies cookiebar consent gdpr onetrust didomi usercentrics cookiebot qc-cmp qc-cmp2 fc-consent
        sp-message truste iubenda borlabs cookiefirst cookielaw cookieconsent privacy-manager privacy-banner klaro osano
        modal modals popup pop-up popover lightbox overlay tooltip
        widget widgets tags taglist tag-list tag-links tagcloud topics topic-list keywords rating ratings poll quiz
        print-only noprint no-print hide-for-print player video-player videoplayer jwplayer audio-player credit
        credits photo-credit image-credit metadata meta entry-meta post-meta article-meta story-meta info-bar kicker
        eyebrow slideshow gallery galleries carousel swiper slider slick toast notice alert edit-section editsection
        reading-time read-time listen text-to-speech staff-list flyout fly-out
        embed-privacy embed-consent embed-placeholder content-blocker blocked-content consent-placeholder
        external-content externer-inhalt externe-inhalte privacy-placeholder two-click twoclick zweiklick dsgvo
        datenschutz cmplz
        brlbs uc-embed uc-embedding fact-box infobox dropdown captcha error-message spinner loading
        placeholder disclaimer-box correction-form feedback report-error byline-block trust-project placeholder
    """,
    "caption": """
        caption captions wp-caption wp-caption-text image-caption photo-caption figcaption img-caption media-caption
        bildunterschrift bildtext bild-text bildinfo bild-info bildlegende absatzbild-info image-text image-info
        image-description image-legend photo-description photo-legend figure-caption video-caption legende
        pie-de-foto piefoto didascalia
    """,
    "author-bio": """
        author-bio author-box authorbox author-info about-author about-the-author author-description authorbio bio
        bios author-card author-profile contributor-bio post-author-box abh-box saboxplugin
    """,
    "byline": """
        byline bylines by-line byauthor by-author author-name authors author post-author article-author story-author
        contributor contributors writer autor autorin autoren authorname posted-by vcard auteur autore redacteur
        verfasser writtenby journalist reporter field-person author-link author-info-name meta-author user-name
    """,
    "published": """
        date dateline-date pub-date published publish-date published-date publication-date timestamp time-stamp
        post-date entry-date article-date posted-on datetime date-time date-published created post-meta-time datum
        pubdate veroeffentlicht date-posted item-post-date datestamp publish-info
        publishingdate publishing-date publishdate publicationdate
    """,
    "updated": """
        updated modified date-modified last-updated update-time dateupdated date-updated
    """,
    "dek": """
        dek deck standfirst sub-headline subheadline sub-title subtitle subhead-line strapline article-summary
        story-summary article-lead article-intro article-description vorspann chapeau sub-heading article-dek
        summary excerpt teaser-text lede
    """,
}
_BODY = """
    article-body articlebody article-content article-text article-main article-copy story-body story-content
    story-text storytext post-body post-content post-text entry-content entry-body entry-text news-body news-content
    news-text body-copy body-text body-content content-body main-text rich-text td-post-content page-content
    field-name-body field-field-body node-body artikel-text article-paragraph article-paragraphs article-section
    content-article text-content single-content detail-text detail-body article-detail prose article-wysiwyg wysiwyg
    body-main full-text fulltext articletext blog-content story-main read-container paragraphs caas-body zn-body
    body
"""
_LONGEST_PHRASE = 4  # words


@cache
def _role_words() -> dict[str, int]:
    """Return the rank of each word's role."""
    ranks: dict[str, int] = {}
    for rank, words in enumerate(_ROLES.values()):
        for word in words.split():
            ranks.setdefault(word.replace("-", ""), rank)
    return ranks


@cache
def _body_words() -> frozenset[str]:
    return frozenset(_BODY.replace("-", "").split())


def _phrases(words: str) -> Iterator[str]:
    """Yield the runs of neighbouring words of each name, written together."""
    for name in words.split("|"):
        parts = name.split()
        for start in range(len(parts)):
            phrase = ""
            for part in parts[start : start + _LONGEST_PHRASE]:
                phrase += part
                yield phrase


# Parts whose author is not the article's: `image-author`, `quote__author`.
_OF_OTHERS = frozenset(
    "image photo foto bild picture media video quote zitat quotation testimonial tweet copyright license licence lizenz"
    " credit".split()
)


@lru_cache(maxsize=8192)
def _role_of_words(words: str) -> Role:
    ranks = _role_words()
    found = min((ranks[phrase] for phrase in _phrases(words) if phrase in ranks), default=-1)
    # Word calls what its editors noted `MsoCommentText`, and it is no site's comments.
    role: Role = "" if found < 0 or words.startswith("mso ") else tuple(_ROLES)[found]
    if role == "other" and "widget" in words and _BUILT.search(words):
        return ""
    return "other" if role == "byline" and not _OF_OTHERS.isdisjoint(words.split()) else role


# Page builders call every part of a page a widget, that with the text, too; a sidebar's is `widget_text`.
_BUILT = pattern(r"\b(?:elementor|article|story|post) widget (?:text|theme post content|paragraph|html|body|content)\b")
_OWN_TEXT = pattern(r"\b(?:article|story|post) ?(?:body|text|paragraph)\b")


def is_own_text(words: str) -> bool:
    """Tell whether an element in a part that is not the article is called its text all the same."""
    return bool(words) and _OWN_TEXT.search(words) is not None


@lru_cache(maxsize=8192)
def _is_body_words(words: str) -> bool:
    return not _body_words().isdisjoint(_phrases(words))


def naming_words(node: Node) -> str:
    """Return the words of an element's class, id and test names: lower case, camel case taken apart."""
    said = [value for name in _NAMING if name in node.attributes and (value := node.attribute(name))]
    return _split_words(" ".join(said)) if said else ""


@lru_cache(maxsize=8192)
def _split_words(names: str) -> str:
    """Return names as words: parts of one name stand a space apart, names a bar."""
    plain = _TOPIC.sub("", names) if _TOPICAL.search(names) else names
    return " | ".join(_BREAK.sub(" ", _part_camel(name)).lower().strip() for name in plain.split())


def _part_camel(name: str) -> str:
    """Return a name with its camel case taken apart."""
    return _LETTERS.sub(_part_letters, name) if _CAMEL.search(name) else name


def _part_letters(found: re.Match[str]) -> str:
    """Return a run of letters and digits with its words taken apart, unless it is as random as `n1AuAdJlVL`."""
    parted = _CAMEL.sub("-", found[0])
    return found[0] if parted.count("-") * 3 > len(found[0]) else parted


_ROLES_OF_TAGS: dict[str, Role] = {
    "nav": "menu", "footer": "footer", "aside": "related", "menu": "menu",
    **dict.fromkeys(("button", "form", "dialog", "label", "fieldset"), "other"),
}  # fmt: skip


_TEXT = frozenset("p ul ol blockquote h2 h3 h4".split())

_ROLES_OF_ARIA: dict[str | None, Role] = {
    **dict.fromkeys(("navigation", "menu", "menubar", "search"), "menu"),
    **dict.fromkeys(("dialog", "alertdialog", "alert", "toolbar", "tooltip"), "other"),
    "contentinfo": "footer",
    "complementary": "related",
}  # fmt: skip


def role_of(node: Node, words: str) -> Role:
    """Return what part of a page an element says it is, by its tag, its ARIA role or its names; empty for none."""
    tag = node.tag
    if tag in _ROLES_OF_TAGS:
        own = _role_of_words(words) if tag != "nav" else ""
        if tag == "aside" and not own and _tells_of_article(node):
            return "other"
        return own if own and own not in ("dek", "byline") else _ROLES_OF_TAGS[tag]
    aria = node.attribute("role") if "role" in node.attributes else None
    if aria in _ROLES_OF_ARIA:
        return _ROLES_OF_ARIA[aria]
    return "byline" if tag == "address" else _named_role(tag, words)


def _named_role(tag: str, words: str) -> Role:
    """Return the role that an element's names say, unless elements of its tag are named after something else."""
    # Sites name the rows of a table after what it lists: `player-12`.
    if not words or tag in ("tr", "th", "tbody"):
        return ""
    role = _role_of_words(words)
    # Some sites say of each paragraph that it is behind the paywall.
    return "" if role == "call-to-action" and tag in _TEXT and "paywall" in words else role


# Some templates put the article's author and date into an `aside`; one with headings leads elsewhere.
_LONGEST_ASIDE = 8000  # code points of markup
_OF_ARTICLE = pattern(
    r"""\brel=.?author\b|itemprop=.?(?:author|datePublished)|<address\b|class=["']?[^"'<>]{0,60}(?:byline|date|author)"""
)
_LEADS_AWAY = pattern(r"<h[1-6]\b|<article\b")


def _tells_of_article(node: Node) -> bool:
    """Tell whether an `aside` says who wrote the article and when, in place of leading to others."""
    text, start, end = node.text, node.inner, node.close
    if end - start > _LONGEST_ASIDE or _OF_ARTICLE.search(text, start, end) is None:
        return False
    return _LEADS_AWAY.search(text, start, end) is None and text.count("<time", start, end) <= _MOST_TIMES


_MOST_TIMES = 2


def is_body(node: Node, words: str) -> bool:
    """Tell whether an element's names call it the text of an article."""
    itemprop = node.attributes.get("itemprop")
    if itemprop and "articleBody" in node.text[itemprop[0] : itemprop[1]]:
        return True
    return bool(words) and _is_body_words(words)


_KICKERS = frozenset(
    """
    kicker eyebrow overline roofline dachzeile spitzmarke topline toptitle pretitle supertitle overtitle surtitre
    antetitulo occhiello catname category rubrik flag
    """.split()
)


def is_kicker(node: Node) -> bool:
    """Tell whether an element that opens a heading is its kicker, the words that stand over a headline."""
    return not _KICKERS.isdisjoint(_phrases(naming_words(node)))


_LINE_BREAKS = frozenset("br linebreak line-break line_break".split())


def is_break(node: Node) -> bool:
    """Tell whether an element is named after a line break: `<span class="text br"></span>`."""
    return not _LINE_BREAKS.isdisjoint((node.attribute("class") or "").lower().split())


def is_step(node: Node) -> bool:
    """Tell whether an element is a step of breadcrumbs or lies in a menu: `<nav><h1>`."""
    for part in _nearest(node, 6):
        if part.tag in ("nav", "menu") or not _STEPS.isdisjoint(_phrases(naming_words(part))):
            return True
    return False


_STEPS = frozenset("breadcrumb breadcrumbs seotitle".split())
_LOGOS = frozenset("logo logos brand branding sitename sitetitle blogtitle blogname".split())
_BOXES: frozenset[Role] = frozenset({"comments", "share", "advertisement", "call-to-action", "menu", "footer"})


def is_boxed(node: Node) -> bool:
    """Tell whether an element lies in a box of the site, such as that of a newsletter or of its logo."""
    for part in _nearest(node, 4):
        words = naming_words(part)
        if role_of(part, words) in _BOXES or not _LOGOS.isdisjoint(_phrases(words)):
            return True
    return False


def is_of_picture(node: Node) -> bool:
    """Tell whether an element lies in a figure, or in what its markup calls a picture or a comment."""
    for part in _nearest(node, 6):
        if part.tag in ("figure", "figcaption"):
            return True
        kind = part.attribute("itemtype") if part is not node and "itemtype" in part.attributes else None
        if kind:
            return kind.endswith(("ImageObject", "Photograph", "Comment", "UserComments"))
    return False


def _nearest(node: Node, steps: int) -> Iterator[Node]:
    yield node
    yield from islice(node.ancestors(), steps)


_EMBEDS = pattern(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|comment-embed)|bluesky-embed|mastodon-embed"
    r"|reddit-(?:card|embed-bq)|threads-embed|truthsocial-embed|text-post-media|telegram-post)(?=\s|$)"
)


def embeds(node: Node) -> bool:
    """Tell whether an element is a post from elsewhere: somebody else's words."""
    return _EMBEDS.search(node.attribute("class") or "") is not None


# What word processors call the paragraphs that are headings; Google's also have an id that begins with `h.`.
_EXPORTED = pattern(r"(?:^|\s)(?:(title)|MsoTitle(?:Cxsp\w+)?|MsoHeading([1-9]))(?=\s|$)")


def export_tag(node: Node) -> str:
    """Return the tag of the heading that a word processor's paragraph stands for, or nothing."""
    found = _EXPORTED.search(node.attribute("class") or "")
    if found is None or (found[1] and not (node.attribute("id") or "").startswith("h.")):
        return ""
    return f"h{min(int(found[2] or 1), 6)}"


_CONSENT = frozenset(
    """
    consent gdpr onetrust didomi usercentrics cookiebot cookiebar cookiebanner cookienotice cookieconsent cookielaw
    qccmp qccmp2 fcconsent spmessage truste iubenda borlabs klaro privacymanager privacybanner cookiefirst
    """.split()
)


def asks_consent(node: Node) -> bool:
    """Tell whether an element is a dialog about cookies, which is never the article, however long it is."""
    return node.tag not in ("html", "body") and not _CONSENT.isdisjoint(_phrases(node.words))


_HIDING = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_WORDS = pattern(
    r"(?:^|[\s_-])(?:sr-only|screen-reader(?:-text|-only)?|visually-?hidden|visuallyhidden|u-hidden-visually|assistive-text"
    r"|headerlink|hash-link|header-anchor|heading-anchor|mw-editsection|a11y-hidden|element-invisible|hidden-text|hide-text|print-only|show-for-print|offscreen|off-screen)(?:$|[\s_-])",
    re.IGNORECASE,
)
# React sends what comes late in hidden elements of these names, and a script moves them into their places.
_STREAMED = pattern(r"S:[0-9a-f]{1,6}$")


def is_hidden(node: Node) -> bool:
    """Tell whether an element says that readers do not see it."""
    attributes = node.attributes
    if "hidden" in attributes:
        return not _STREAMED.match(node.attribute("id") or "")
    style = attributes.get("style")
    if style and _HIDING.search(node.text, *style):
        return True
    words = attributes.get("class")
    return words is not None and _UNSEEN_WORDS.search(node.text[words[0] : words[1]]) is not None
