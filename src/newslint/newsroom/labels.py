"""Read the labels that newsrooms print: what type of article this is, and lines that announce a value.

Both lists are our own reading of news sites in English, German, French, Spanish, Italian and Portuguese.
"""

from __future__ import annotations

from functools import cache

from newslint.newsroom.boilerplate import line_key
from newslint.parts import ElementKind
from newslint.patterns import pattern
from newslint.records import NamedTuple

LABEL_FIELDS = (
    "type", "content_type", "contenttype", "genre", "kicker", "label", "category", "categories", "section", "layout",
)  # fmt: skip
"""Fields of front matter in which newsrooms say what type of article this is."""

# What newsrooms print above an article to say what type it is; our own reading, by the type.
_TYPES = {
    "opinion": (
        "opinion|op-ed|comment is free|commentary|column|columnist|columnists|viewpoint|perspective|"
        "guest essay|guest column|guest post|opinions|letter to the editor|letters to the editor|letters|"
        "meinung|gastbeitrag|gastkommentar|kolumne|"
        "glosse|leserbrief|tribune|chronique|point de vue|opinión|tribuna|columna de opinión|opinione|l'opinione|"
        "il commento|opinião|artigo de opinião|coluna"
    ),
    "editorial": "editorial|leader|leitartikel|éditorial|édito|editoriale",
    "analysis": "analysis|news analysis|analyse|análisis|analisi|análise",
    "explainer": "explainer|explained|q&a|erklärt|décryptage",
    "fact-check": "fact check|fact-check|faktencheck|verificación",
    "review": "review|book review|film review|rezension|buchkritik|filmkritik|reseña|recensione|resenha",
    "interview": "interview|entretien|entrevista|intervista",
    "profile": "profile|porträt",
    "feature": "feature|features|long read|reportage|reportaje|reportagem",
    "live": "live|live blog|live updates|liveticker|live-ticker|liveblog",
    "news": "news|breaking news|breaking|exclusive|eilmeldung",
    "press-release": (
        "press release|pressemitteilung|communiqué de presse|comunicado de prensa|nota de prensa|comunicato stampa|"
        "comunicado de imprensa|nota à imprensa"
    ),
    "sponsored": (
        "sponsored|sponsored content|sponsored post|paid post|paid content|partner content|"
        "branded content|advertorial|advertisement feature|advertising feature|promoted|paid partnership|"
        "in partnership with|bezahlter inhalt|publireportage|contenu sponsorisé|contenido patrocinado|publirreportaje|"
        "contenuto sponsorizzato|conteúdo patrocinado|publieditorial"
    ),
    "satire": "satire",
    "obituary": "obituary|death notice|paid notice|nachruf|nécrologie|obituario|necrologio|obituário",
}


@cache
def _label_types() -> dict[str, str]:
    return {word: kind for kind, words in _TYPES.items() for word in words.split("|")}


_PAID_FOR = pattern(r"(?:sponsored|presented|paid for) by \S")


def read_label(line: str) -> str | None:
    """Return the type of article that a line names when it is a label (`Opinion`, `Sponsored content`), else None."""
    if len(line) > 60:
        return None
    words = line_key(line)
    if _PAID_FOR.match(words):
        return "sponsored"
    return _label_types().get(words)


class EmptyLabel(NamedTuple):
    """A label without a value: its words, the element that it announces (or None), and its range in the line."""

    label: str
    element: ElementKind | None
    start: int
    end: int


_EMPTY_LABEL = pattern(r"\s*(?P<label>[^\W\d_][\w '’/&-]{1,40}?)\s*[:\uff1a]\s*$")
_LABELS: dict[ElementKind, str] = {
    "published": """published|published on|published at|published date|publish date|publication date|date published|date
        |posted|posted on|date posted|first published|release date|date of publication
        |veröffentlicht|veröffentlicht am|veröffentlichung|veröffentlichungsdatum|erschienen|erschienen am|publiziert am
        |erstellt am|datum|stand|publié|publié le|paru le|mis en ligne le|date de publication|publication
        |publicado|publicado el|fecha|fecha de publicación|publicación|pubblicato|pubblicato il|data di pubblicazione
        |publicado em|data de publicação|publicação""",
    "updated": """updated|updated on|last updated|last updated on|last update|last modified|modified|date updated
        |aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt aktualisiert am|letzte aktualisierung|aktualisierung
        |geändert am|zuletzt geändert|zuletzt geändert am|letzte änderung|zuletzt bearbeitet
        |mis à jour|mis à jour le|mise à jour|mise à jour le|dernière mise à jour|modifié le|actualisé le
        |actualizado|actualizado el|actualización|última actualización|última modificación|modificado el
        |aggiornato|aggiornato il|aggiornamento|ultimo aggiornamento|ultima modifica|modificato il
        |atualizado|atualizado em|atualização|última atualização|modificado em""",
    "byline": """by|author|authors|written by|posted by|reported by|reporter|byline|writer|story by|edited by|editor
        |published by|created by|autor|autorin|autoren|von|verfasst von|geschrieben von|redakteur|redakteurin
        |auteur|auteure|autrice|auteurs|par|écrit par|rédigé par|autora|autores|por|escrito por|redactado por
        |autore|autori|di|scritto da|a cura di|reportagem""",
    "dateline": "location|place|dateline|city|where|lieu|lugar|luogo",
    "summary": """summary|short summary|in short|key points|tl;dr|tldr|at a glance|zusammenfassung|kurzfassung|in kürze
        |auf einen blick|résumé|en bref|l'essentiel|resumen|en resumen|en breve|riassunto|in breve|in sintesi|sintesi
        |resumo|em resumo|em síntese""",
    "label": """category|categories|type|section|topic|filed under|tags|tag|keywords|kategorie|kategorien|rubrik|ressort
        |thema|themen|schlagwörter|schlagworte|catégorie|catégories|rubrique|mots-clés|categoría|categorías|sección
        |etiquetas|palabras clave|categoria|categorie|sezione|argomenti|parole chiave|categorias|seção|secção
        |palavras-chave""",
    "disclosure": "disclosure|disclaimer|sponsored by|haftungsausschluss|transparenzhinweis|offenlegung",
}
# Labels of sources, of links and of pictures.
_OTHER_LABELS = """source|sources|via|reference|references|quelle|official site|official website|official site link
    |official link|website|link|image|photo|image credit|photo credit|photo by|image source|photo source
    |picture|credit|credits|caption|quellen|bild|foto|fotos|bildquelle|bildnachweis|fotoquelle|crédit photo|crédit
    |fuente|fuentes|imagen|crédito|enlace|fonte|fonti|immagine|fontes|imagem|créditos"""


@cache
def _label_elements() -> dict[str, ElementKind | None]:
    found: dict[str, ElementKind | None] = {word.strip(): None for word in _OTHER_LABELS.split("|")}
    return found | {word.strip(): element for element, words in _LABELS.items() for word in words.split("|")}


def read_empty_label(line: str) -> EmptyLabel | None:
    """Read a line that is only a label of metadata with nothing after its colon (`Published on:`), else None."""
    found = _EMPTY_LABEL.match(line) if len(line) <= 60 else None
    if found is None:
        return None
    words = line_key(found["label"])
    if words not in _label_elements():
        return None
    return EmptyLabel(found["label"], _label_elements()[words], found.start("label"), len(line.rstrip()))
