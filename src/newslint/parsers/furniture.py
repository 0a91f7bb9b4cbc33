"""Recognise a site's furniture (menus, share bars, comment forms, footers) by its words; it knows no article.

The word lists are our own reading of what news sites and blogs print around their articles, in English, with the
commonest German, French and Spanish ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# The longest line, in code points, that may be furniture by its first words.
_LONGEST = 220

_SPACES = re.compile(r"\s+")
_EDGES = " \t.:!?,;|•·…»›>→«<‹[](){}*_-–—+#&\"'“”‘’✕×▼▾▲⌄"


def _words(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.strip().splitlines())


@cache
def _exact() -> dict[str, str]:
    found: dict[str, str] = {}
    for role, words in _EXACT.items():
        for word in words:
            found.setdefault(word, role)
    return found


_MENU = _words(
    """
    home
    homepage
    menu
    main menu
    navigation
    main navigation
    search
    search for
    search the site
    search this site
    search our site
    close
    close menu
    close search
    open menu
    open search
    toggle navigation
    toggle menu
    toggle search
    skip to content
    skip to main content
    skip to navigation
    skip navigation
    skip to the content
    skip to footer
    jump to content
    log in
    login
    log out
    logout
    log in / join
    login / register
    sign in
    sign out
    sign up
    register
    register now
    join
    join us
    join now
    my account
    account
    your account
    my profile
    profile
    settings
    account settings
    saved articles
    subscribe
    subscribe now
    subscribe today
    subscriptions
    subscription
    manage subscription
    become a member
    become a subscriber
    membership
    donate
    donate now
    support us
    contribute
    contact
    contact us
    about
    about us
    advertise
    advertise with us
    advertising
    careers
    jobs
    write for us
    newsletter
    newsletters
    sections
    all sections
    topics
    categories
    archive
    archives
    latest
    latest news
    breaking news
    hot news
    top stories
    live tv
    watch live
    live
    video
    videos
    photos
    podcasts
    edition
    change edition
    dark mode
    light mode
    more
    more news
    show more
    load more
    see more
    see all
    view all
    read more
    read full story
    continue reading
    go back
    back
    back to top
    back to home
    return to top
    scroll to top
    next
    previous
    prev
    previous next
    prev next
    next article
    previous article
    next post
    previous post
    next story
    forum
    forums
    shop
    store
    you are at
    you are here
    type to search
    select page
    select language
    language
    choose language
    english
    deutsch
    français
    español
    faqs
    startseite
    suche
    anmelden
    abmelden
    registrieren
    menü
    mein konto
    abo
    abonnieren
    zum inhalt springen
    kontakt
    über uns
    accueil
    rechercher
    recherche
    connexion
    se connecter
    s'abonner
    inicio
    buscar
    iniciar sesión
    suscríbete
    suscribirse
    """
)
_SHARE = _words(
    """
    share
    share this
    share this article
    share this story
    share this post
    share this page
    share this on
    share article
    share story
    share post
    share on
    share it
    share via
    share with
    share on facebook
    share on twitter
    share on x
    share on linkedin
    share on pinterest
    share on reddit
    share on tumblr
    share on whatsapp
    share on email
    share on google+
    share on vk
    share by mail
    share by email
    share via email
    share to facebook
    share to twitter
    share options
    show more sharing options
    close extra sharing options
    more sharing
    more sharing options
    total shares
    shares
    facebook
    twitter
    x
    instagram
    linkedin
    pinterest
    whatsapp
    telegram
    reddit
    tumblr
    flipboard
    pocket
    buffer
    email
    e-mail
    mail
    messenger
    youtube
    tiktok
    rss
    rss feed
    google+
    google plus
    snapchat
    viber
    line
    vk
    xing
    mix
    digg
    stumbleupon
    threads
    bluesky
    mastodon
    sms
    tweet
    tweet this
    pin
    pin it
    post
    print
    print this
    print article
    print this article
    print page
    printer friendly
    save
    save article
    save for later
    bookmark
    bookmark this
    copy
    copy link
    copy url
    copy the link
    copied
    link copied
    link copied!
    copy link to clipboard
    email this
    email article
    email this article
    send
    send by email
    like
    like this
    like loading
    like us on facebook
    like us
    follow
    follow us
    follow us on
    follow me
    follow us on facebook
    follow us on twitter
    follow us on instagram
    follow us on google news
    following
    unfollow
    listen
    listen to this article
    listen to article
    listen to this story
    gift article
    gift this article
    resize
    text size
    font size
    a a a
    reprints
    republish
    add to favorites
    teilen
    drucken
    merken
    kopieren
    auf facebook teilen
    auf twitter teilen
    per e-mail teilen
    link kopieren
    partager
    partager sur facebook
    imprimer
    compartir
    guardar
    imprimir
    """
)
_COMMENTS = _words(
    """
    comment
    comments
    no comments
    no comments yet
    leave a comment
    leave a reply
    leave your comment
    leave comment
    leave a comment cancel reply
    leave a reply cancel reply
    post a comment
    post comment
    post your comment
    add a comment
    add comment
    add your comment
    write a comment
    write a reply
    submit a comment
    submit comment
    cancel reply
    view comments
    view all comments
    show comments
    hide comments
    read comments
    see comments
    load comments
    load more comments
    join the conversation
    join the discussion
    start the conversation
    start the discussion
    conversation
    discussion
    be the first to comment
    reader comments
    readers' comments
    your comment
    comments are closed
    comments closed
    comments off
    share your thoughts
    what do you think
    have your say
    reply
    replies
    your email address will not be published
    your email address will not be published required fields are marked
    report this comment
    report comment
    facebook comments
    kommentare
    kommentar
    kommentar schreiben
    kommentar verfassen
    kommentar hinterlassen
    kommentieren
    schreibe einen kommentar
    hinterlasse einen kommentar
    einen kommentar schreiben
    antworten
    antwort hinterlassen
    commentaires
    laisser un commentaire
    comentarios
    deja un comentario
    deja una respuesta
    """
)
_RELATED = _words(
    """
    related
    related articles
    related article
    related stories
    related story
    related posts
    related post
    related news
    related content
    related coverage
    related topics
    related topic
    related links
    related reading
    related items
    related videos
    related video
    read next
    up next
    next up
    you may like
    you may also like
    you may also enjoy
    you might like
    you might also like
    you might be interested in
    you may be interested in
    also read
    also on
    see also
    read also
    read this next
    what to read next
    more stories
    more articles
    more posts
    more like this
    more on this
    more on this story
    more on this topic
    more in this section
    more from this section
    more from author
    more from the author
    more from this author
    more by this author
    more coverage
    more news
    more to read
    more top stories
    most read
    most popular
    most viewed
    most shared
    most commented
    most recent
    most watched
    most popular today
    popular
    popular posts
    popular articles
    popular stories
    popular now
    trending
    trending now
    trending stories
    top stories
    top news
    top articles
    top picks
    editors' picks
    editor's picks
    editors' choice
    editor's choice
    editor's pick
    editors picks
    editors pick
    must read
    must reads
    don't miss
    dont miss
    recommended
    recommended for you
    recommended reading
    recommended articles
    recommended stories
    suggested
    suggested for you
    suggested reading
    featured
    featured posts
    featured stories
    recent
    recent posts
    recent articles
    recent news
    recent stories
    recent comments
    latest posts
    latest articles
    latest stories
    latest videos
    latest updates
    the latest
    from the web
    around the web
    from around the web
    promoted
    promoted content
    promoted stories
    sponsored content
    sponsored stories
    paid content
    upcoming events
    in this section
    other news
    other stories
    other articles
    in other news
    keep reading
    further reading
    explore more
    discover more
    previous post next post
    ähnliche artikel
    ähnliche beiträge
    verwandte artikel
    verwandte beiträge
    weitere artikel
    weitere beiträge
    weitere themen
    mehr zum thema
    mehr vom autor
    mehr zu diesem thema
    lesen sie auch
    lesen sie mehr
    auch interessant
    das könnte sie auch interessieren
    das könnte dich auch interessieren
    meistgelesen
    neueste beiträge
    letzte beiträge
    neueste artikel
    à lire aussi
    lire aussi
    articles similaires
    articles liés
    te puede interesar
    lea también
    artículos relacionados
    noticias relacionadas
    """
)
_ADVERTISEMENT = _words(
    """
    advertisement
    advertisements
    advertisment
    advertising
    ad
    ads
    ad feedback
    video ad feedback
    advertisement - continue reading below
    advertisement continue reading below
    article continues below
    article continues below advertisement
    article continues after advertisement
    article continues after this advertisement
    story continues below advertisement
    story continues below
    story continues
    story continues after advertisement
    continue reading below
    report this ad
    report ad
    remove ads
    ads by google
    skip ad
    sponsored
    sponsored links
    anzeige
    werbung
    publicité
    publicidad
    """
)
_FOOTER = _words(
    """
    privacy
    privacy policy
    privacy notice
    privacy statement
    privacy settings
    privacy center
    terms
    terms of use
    term of use
    terms of service
    terms and conditions
    terms & conditions
    terms of use privacy policy
    terms of use privacy
    cookies
    cookie policy
    cookie settings
    cookie preferences
    manage cookies
    manage preferences
    accept
    accept all
    accept cookies
    accept all cookies
    reject all
    i accept
    i agree
    got it
    do not sell my personal information
    do not sell my info
    do not sell or share my personal information
    your privacy choices
    your ad choices
    ad choices
    adchoices
    accessibility
    accessibility statement
    accessibility help
    legal
    legal notice
    imprint
    disclaimer
    copyright
    all rights reserved
    sitemap
    site map
    editorial policy
    editorial guidelines
    editorial standards
    ethics policy
    corrections policy
    corrections
    complaints
    feedback
    send feedback
    help
    help center
    help centre
    support
    rss feeds
    media kit
    press
    press room
    impressum
    datenschutz
    datenschutzerklärung
    nutzungsbedingungen
    agb
    mediadaten
    cookie-einstellungen
    mentions légales
    politique de confidentialité
    aviso legal
    política de privacidad
    """
)
_FURNITURE = _words(
    """
    tags
    tag
    topics in this article
    filed under
    posted in
    in this article
    in this story
    table of contents
    contents
    hide caption
    show caption
    toggle caption
    enlarge this image
    enlarge image
    view gallery
    view slideshow
    view image
    view comments
    image
    photo
    photo gallery
    gallery
    play
    play video
    pause
    watch
    watch video
    now playing
    loading
    loading...
    this video is unavailable
    view author publications
    view all posts
    view all posts by
    view profile
    view bio
    about the author
    about the authors
    about author
    author
    advertisement feedback
    please try again
    please enter a valid email address
    thank you for subscribing
    you're in
    no thanks
    not now
    maybe later
    email address
    your email
    your email address
    enter your email
    enter your email address
    your name
    name
    website
    submit
    username
    password
    remember me
    forgot password
    forgot your password
    forgot your password? get help
    lost your password
    ihre e-mail-adresse
    ihr passwort
    ihr benutzername
    passwort vergessen
    schlagwörter
    """
)
_EXACT = {
    "menu": _MENU,
    "share": _SHARE,
    "comments": _COMMENTS,
    "advertisement": _ADVERTISEMENT,
    "related": _RELATED,
    "footer": _FOOTER,
    "furniture": _FURNITURE,
}


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<footer>
            ©|\(c\)\s*(?:19|20)\d\d|copyright\s*(?:©|\(c\)|19|20|by\b|notice)|all\srights\sreserved
            |we\suse\scookies|this\s(?:web)?site\suses\s(?:cookies|akismet)|by\scontinuing\sto\s(?:use|browse)
            |powered\sby\s|designed\sby|built\swith\s|proudly\spowered|theme\sby\s
            |do\snot\ssell\s|terms\sof\s(?:use|service)\b.{0,60}privacy|privacy\spolicy\b.{0,60}terms
            |diese\s(?:web)?seite\s(?:verwendet|benutzt|nutzt)\scookies|wir\sverwenden\scookies
        )
        | (?P<call>
            click\s(?:here|below|the\slink|on\sthe\slink)\b
            |for\s(?:more|further|full|complete|additional)\s(?:information|info|details|updates|news)\b.{0,40}
                \b(?:click|visit|go\sto|follow|subscribe|check)\b
            |to\s(?:learn|read|know|find\sout|see)\smore\b.{0,40}\b(?:click|visit|go\sto)\b
            |(?:read|learn|know|find\sout|see)\smore\s(?:here|at|on\sour)\b
            |(?:download|get)\s(?:our|the)\s(?:\w+\s){0,3}app\b
            |visit\sour\s(?:website|site|page|store|shop)\b
            |(?:buy|book|order|apply|register|sign\sup|shop|donate|join|start)\s(?:it\s)?(?:now|here|today)\s*[!>»→]*$
        )
        | (?P<share>
            share\s(?:this|on|via|to|with)\b | follow\s(?:us|me|@|him|her|\w+\s\w+\son\s(?:twitter|x|facebook|instagram))\b
            |(?:\d[\d.,k]*\s(?:shares?|likes?|retweets?|views?|reads?|claps?|votes?)\b)
            |like\sus\son\s|find\sus\son\s|connect\swith\sus|tweet\sus\b
        )
        | (?P<newsletter>
            (?:sign|signed)\sup\s(?:for|to|now|here|today)\b | subscribe\s(?:to|now|for|today|via|and)\b
            |get\s(?:our|the|all\sthe|breaking|daily|weekly|more)\s.{0,60}\b(?:inbox|newsletters?|alerts?|email)\b
            |(?:enter|add|type)\syour\se-?mail\b | by\s(?:signing\sup|subscribing|clicking|registering|submitting|providing)\b
            |(?:join|receive)\s.{0,50}\b(?:newsletters?|subscribers|mailing\slist)\b
            |already\sa\s(?:subscriber|member)\b | (?:you\scan\s)?unsubscribe\s(?:at\sany|any|here)
            |never\smiss\s.{0,60}(?:story|update|news|post) | don['’]t\smiss\s.{0,40}(?:newsletter|update|inbox)
            |newsletter\b.{0,20}(?:abonnieren|anmelden)
        )
        | (?P<comments>
            \[?\s*\d[\d.,k]*\s(?:comments?|replies|responses|thoughts\son|kommentare?|commentaires|comentarios)\b
            |(?:leave|post|write|add)\s(?:a|your)\s(?:comment|reply|response)\b | cancel\sreply
            |comments\sare\s(?:closed|off|disabled|moderated) | your\semail\saddress\swill\snot\b
            |save\smy\sname,\semail | notify\sme\sof\s(?:new|follow) | (?:you\smust|please)\s(?:be\slogged\sin|log\sin)\s
            |(?:log|sign)\sin\sto\s(?:comment|reply|leave|post) | required\sfields\sare | no\scomments\b
            |\d+\s(?:people|bloggers)\s(?:like|are) | comments?\s*[(:|]\s*\d+
            |deine?\se-mail-adresse\swird\snicht | ihre\se-mail-adresse\swird\snicht
        )
        | (?P<related>
            (?:(?:also\s)?read(?:\s(?:more|also|next|this|on))?|related(?:\s\w+)?|see\salso|also\sread|also\ssee|watch(?:\salso)?
               |more(?:\son\sthis)?|don['’]t\smiss|recommended|must\sread|up\snext|next\sup|previous(?:\spost|\sarticle|\sstory)?
               |next(?:\spost|\sarticle|\sstory)|listen(?:\snow)?|lesen\ssie\sauch|mehr\szum\sthema|lire\saussi|à\slire
               |trending|popular|latest|in\spictures|gallery)\s?[:|»›>→]
            |(?:more|latest)\s(?:from|stories|articles|posts|news)\s(?:from|by|on|in|about)\b | more\sfrom\s(?:the\s)?[A-Z“"'‘]
            |you\s(?:may|might)\s(?:also\s)?(?:like|enjoy|be\sinterested)|(?:read|view)\s(?:all|more)\s(?:posts|articles|stories|from|about|by)\b
            |das\skönnte\s(?:sie|dich)\sauch
        )
        | (?P<furniture>
            (?:tags?|tagged|tagged\swith|filed\sunder|filed\sin|posted\sin|categories|category|categorised|keywords?|topics?|schlagwörter
               |schlagworte|stichworte?|themen|mots-clés|etiquetas)\s?[:|]
            |(?:filed\sunder|posted\sin|tagged(?:\swith)?)\s | \d+[\s-](?:min|minute|minutes|mins)\s?(?:read|to\sread|lesezeit)?$
            |(?:estimated\s)?(?:reading|read)\stime\b | lesezeit\b | view\s(?:author|all\sposts|full|gallery|larger|more|image|slideshow)\b
            |your\s(?:web\s)?browser\s(?:is|does) | (?:please\s)?(?:enable|turn\son)\sjavascript | javascript\s(?:is|must|seems|required)
            |loading\b.{0,10}$ | (?:this\s)?video\s(?:is\sunavailable|player|length) | (?:there\swas|an)\serror\s(?:processing|occurred)
            |breaking\snews\salerts | turn\son\s(?:desktop\s)?notifications | hide\s(?:this|caption) | image\s\d+\sof\s\d+
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_ADVERT = re.compile(r"(?:advertisement|anzeige|werbung|sponsored\scontent)\s?[:|–—-]", re.IGNORECASE)
_RIGHTS = re.compile(r"all\srights\sreserved|alle\srechte\svorbehalten|tous\sdroits\sréservés|©\s?(?:19|20)\d\d", re.IGNORECASE)
_HERE = re.compile(r"\bclick(?:ing)?\shere\b|\bclick\son\sthe\slink\b|\bhere\s?(?:>>|»|→)$", re.IGNORECASE)
_OTHER_STOP = re.compile(r"[.!?…]\s+\S")


def normalise(line: str) -> str:
    """Return a line in small letters, without the marks at its ends, with single spaces."""
    return _SPACES.sub(" ", line.strip(_EDGES).replace("’", "'")).lower()


def boilerplate_role(line: str) -> str:
    """Return what furniture of a site a line is (a role of `Block` for boilerplate), or nothing."""
    if len(line) > _LONGEST:
        return "footer" if len(line) < 1200 and _is_notice(line) else ""
    plain = normalise(line)
    role = _exact().get(plain)
    if role:
        return role
    if not plain:
        return "" if any(mark.isalnum() for mark in line) else "furniture"
    if plain.isdigit():
        return ""
    if is_menu_line(line):
        return "menu"
    return _role_by_opening(line.lstrip(_EDGES + "("), line)


def _is_notice(line: str) -> bool:
    opening = _openings().match(line.lstrip(_EDGES))
    return bool(opening and opening.lastgroup == "footer")


def _role_by_opening(text: str, line: str) -> str:
    if _ADVERT.match(text):
        return "advertisement"
    if _RIGHTS.search(line):
        return "footer"
    words = line.count(" ") + 1
    opening = _openings().match(text) or _openings().match(line)
    if opening is None:
        return "call-to-action" if words <= 14 and _HERE.search(line) else ""
    group = opening.lastgroup or ""
    # A sentence that merely begins with such words is prose unless it is a notice that is a sentence by nature.
    has_more = bool(_OTHER_STOP.search(line))
    if group in ("share", "related", "furniture") and (words > 24 or has_more):
        return ""
    if group == "call":
        return "call-to-action" if words <= 22 and not has_more else ""
    return {"newsletter": "call-to-action"}.get(group, group)


_SECTION_WORDS = _words(
    """
    home
    news
    world
    local
    national
    international
    politics
    business
    economy
    finance
    money
    markets
    tech
    technology
    science
    health
    sport
    sports
    football
    cricket
    entertainment
    lifestyle
    life
    culture
    arts
    travel
    food
    opinion
    opinions
    video
    videos
    photos
    weather
    education
    automobile
    auto
    cars
    jobs
    careers
    about
    about us
    contact
    contact us
    advertise
    adsense
    disclaimer
    privacy
    privacy policy
    terms
    terms of use
    terms of service
    sitemap
    archive
    archives
    subscribe
    newsletter
    newsletters
    login
    log in
    sign in
    register
    search
    menu
    more
    help
    faq
    shop
    events
    obituaries
    podcasts
    magazine
    features
    reviews
    games
    puzzles
    india
    us
    uk
    europe
    africa
    asia
    cookie policy
    accessibility
    press
    blog
    forum
    live
    latest
    hot news
    top stories
    investigations
    audio
    editorial
    environment
    climate
    crime
    property
    motoring
    style
    fashion
    beauty
    astrology
    gadgets
    bollywood
    """
)
_CRUMB = re.compile(r"\s*(?:[›»>/|•·]|::|→|➤)\s*")
_MENU_TOKEN = re.compile(r"[\w'’&-]+")


def is_menu_line(line: str) -> bool:
    """Tell whether one line holds a site's menu, or the trail of breadcrumbs to the page."""
    if len(line) > 400 or len(line) < 8 or line[-1] in ".!?…":
        return False
    parts = [normalise(part) for part in _CRUMB.split(line)]
    known = _SECTION_WORDS | _MENU | _FOOTER
    if len(parts) > 1 and parts[0] in ("home", "startseite", "accueil", "inicio", "you are here: home") and all(parts[:2]):
        return True
    if len(parts) >= 3 and sum(part in known for part in parts) * 2 > len(parts):
        return True
    tokens = [token.lower() for token in _MENU_TOKEN.findall(line)]
    hits, covered, at = 0, 0, 0
    while at < len(tokens):
        size = 2 if " ".join(tokens[at : at + 2]) in known and at + 1 < len(tokens) else 1
        if size == 2 or tokens[at] in known:
            hits += 1
            covered += size
        at += size
    return hits >= 4 and covered * 2 > len(tokens) or hits >= 3 and covered == len(tokens)


@dataclass(frozen=True, slots=True)
class EmptyLabel:
    """A label without a value: its words, the element that it announces (or None), and its range in the line."""

    label: str
    element: str | None
    start: int
    end: int


_EMPTY_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][\w '’/&-]{1,40}?)\s*[:：]\s*$")
_LABELS = {
    "published": """published|published on|published at|published date|publish date|publication date|date published|date
        |posted|posted on|date posted|first published|release date|date of publication|veröffentlicht|veröffentlicht am
        |publié le|publicado el""",
    "updated": """updated|updated on|last updated|last updated on|last update|last modified|modified|date updated
        |aktualisiert|aktualisiert am|mis à jour le|actualizado""",
    "byline": """by|author|authors|written by|posted by|reported by|reporter|byline|writer|story by|edited by|editor
        |published by|created by|autor|von|auteur|par""",
    "dateline": "location|place|dateline|city|where",
    "source": "source|sources|via|reference|references|quelle|official site|official website|official site link|official link|website|link",
    "image": "image|photo|image credit|photo credit|photo by|image source|photo source|picture|credit|credits|caption",
    "summary": "summary|short summary|in short|key points|tl;dr|tldr|at a glance",
    "label": "category|categories|type|section|topic|filed under|tags|tag|keywords",
    "disclosure": "disclosure|disclaimer|sponsored by",
}


@cache
def _label_elements() -> dict[str, str]:
    return {word.strip(): element for element, words in _LABELS.items() for word in words.split("|")}


def read_empty_label(line: str) -> EmptyLabel | None:
    """Read a line that is only a label of metadata with nothing after its colon (`Published on:`), else None."""
    found = _EMPTY_LABEL.match(line) if len(line) <= 60 else None
    if found is None:
        return None
    words = normalise(found["label"])
    element = _label_elements().get(words)
    if element is None:
        return None
    named = element if element in ("published", "updated", "byline", "dateline", "summary", "disclosure", "label") else None
    return EmptyLabel(found["label"], named, found.start("label"), len(line.rstrip()))
