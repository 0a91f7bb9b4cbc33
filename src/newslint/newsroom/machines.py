"""Tell credits that name a program which makes pictures, texts or translations, and whether readers are told so."""

from __future__ import annotations

import re
from functools import cache

from newslint.newsroom.words import word_lists
from newslint.patterns import pattern

_VERSION = (
    r"(?:[ -]?(?:v|Gen-?)?\d(?:\w|\.\w){0,8})?"
    r"(?:[ -](?:XL|Pro|Turbo|Ultra|Flash|Max|Mini|Sonnet|Opus|Haiku|Large|Video)\b){0,3}"
)
# Words of readers for what machines make.
_LABEL = pattern(
    r"(?<![\w./])(?:A\.?I\.?|KI)(?![\w/])|\b(?:AI|KI)-|\bartificial(?:ly)?[ -]intelligence\b|\bartificially\b"
    r"|\b(?:machine|computer)[- ](?:generated|made|drawn|translat\w+)|\bby[ ](?:a[ ])?machine\b|\bgenerative\b"
    r"|\bsynthetic\b|\bdeep-?fakes?\b"
    r"|\bno[ ]such[ ]photograph\b|\bnot[ ]a[ ](?:real[ ])?photo(?:graph)?\b|\bautomat(?:ed|ically)\b"
    r"|\blanguage[ ]model\b|\bkünstliche\w*[ ]intelligenz\b"
)


def is_labelled(text: str) -> bool:
    """Tell whether words say that a machine made something; the names of programs do not."""
    return (
        _LABEL.search(_names("pictures", "other-pictures", "texts", "other-texts", "translators").sub(" ", text))
        is not None
    )


def names_machine(text: str) -> bool:
    """Tell whether a text may name a program: a cheap look before the close one."""
    return _FIRST.search(text) is not None


_FIRST = pattern(
    r"[Mm]idjourney|MidJourney|Diffusion|(?i:dall)|Dream|NightCafe|Craiyon|Ideogram|Recraft|Artbreeder|Nano|Grok"
    r"|Magic|Image[ -]?[CF]"
    r"|Designer|Leonardo|Meta AI|Krea|Seedream|Hunyuan|\bAI\b|\.ai\b|Firefly|Wombo|Lensa|Imagen|(?i:gpt)|SDXL|Qwen"
    r"|Forest Labs"
    r"|OpenA|Civitai|Automatic1111|ComfyUI|Hailuo|(?i:flux)|(?i:sora)|(?i:gemini)|Copilot|Runway|Veo|Kling|Pika"
    r"|Luma|Reve|Canva"
    r"|Generative|DeepSeek|Perplexity|(?i:llama)|Mistral|Mixtral|Bard|NotebookLM|Gemma|(?i:claude)|Le Chat"
    r"|Command R|DeepL"
    r"|Translat|\b[Pp]rompt|[Ss]oftware|[Pp]rogram|[Aa]lgorithm|generator|[Mm]achine|[Cc]omputer|neural|\bapp\b"
    r"|\bbot\b|\bGenerated:|typing|[Tt]ext-to-image"
    r"|[Pp]hoto-?realistic|[Hh]yper-?realistic|from an? (?:few|short|typed)"
)


@cache
def _names(*groups: str) -> re.Pattern[str]:
    names = sorted((name for group in groups for name in word_lists("machines")[group]), key=len, reverse=True)
    joined = "|".join(re.escape(name).replace(r"\ ", "[ ]") for name in names)
    # “Gemini Observatory”, “Sora Shimazaki” and “Claude Martin” are others.
    is_other = any(group.startswith("other") for group in groups)
    ends = r"(?!\w|[ ](?!Video|Images?\b)[A-ZÀ-Þ][a-zß-ÿ]+|-[A-Z])" if is_other else r"(?!\w)"
    return pattern(rf"(?<![\w.])(?:{joined})(?:{_VERSION}){ends}")


_WORK = (
    "(?i:(?:AI[ ])?(?:images?|pictures?|photos?|photographs?|photomontage|illustrations?|graphics?|art(?:work)?"
    "|render(?:ing|s|ed)?|visuals?|(?:(?:video|film)[ ])?stills?|video|montage|composite|collage|credits?"
    "|source|bild(?:er)?|foto|portrait"
    "|cover|drawing|scene))"
)
_MADE = (
    "(?i:made|created|produced|rendered|drawn|designed|imagined|generated|composed|visuali[sz]ed|reconstructed|built)"
)


_PROGRAM = (
    r"(?:software|program(?:me)?|algorithm|app|image[ ]generator|generator|machine|computer"
    r"|neural[ ]net(?:work)?|bot)"
)
_PROMPTED = (
    r"(?:photo-?realistic|hyper-?realistic|ultra-?realistic|ultra-?detailed|octane[ ]render|cinematic[ ]lighting|8k"
    r"|artstation)"
)


@cache
def _picture_credits() -> tuple[re.Pattern[str], ...]:
    sure, names = _names("pictures").pattern, _names("pictures", "other-pictures").pattern
    given = r"(?:[ ](?i:credit|courtesy[ ]of|by|from|via|made[ ]in))?[ ]?[:/|–—-]?[ ]?"
    for_whom = r"(?:[ ](?:for|/|and|&)[ ][^.!?]{1,40})?[.]?\Z"
    return (
        # “Image: Midjourney”, “Credit: Post/DALL-E”, “Picture by Flux.1”
        pattern(rf"\b{_WORK}{given}(?:[\w’' ]{{2,30}}[ ]?[/&|][ ]?|\w+[’']s[ ])?{names}"),
        # “(Stable Diffusion)”, “(DALL-E/Herald)”, “[Post via Sora]”
        pattern(
            rf"[(\[](?:[^()\[\]/|&]{{1,30}}[/|&][ ]?)?(?:(?:via|with|using|by)[ ])?{names}"
            r"(?:[ ]?[/|&,][^()\[\]]{1,40})?[)\]]"
        ),
        # “via Gemini's Nano Banana”, “© Canva Magic Media / Evening Post”, “made with Firefly”
        pattern(
            rf"(?:\b(?:[Vv]ia|{_MADE}[ ](?:by|with|in|using|through)|courtesy[ ]of|with[ ]the[ ]help[ ]of)|©)[ ]"
            rf"(?:the[ ]|a[ ])?(?:[A-Z][\w.’']*[ ]){{0,2}}?{names}"
        ),
        # “Courier/ChatGPT”, “Sora/OpenAI still of …”
        pattern(rf"(?<![\w’'.-])[\w’'.-]{{2,25}}[ ]?/[ ]?{names}[.]?\Z|(?:\A|[.!?][ ]){names}[ ]?/[ ]?\w"),
        # The last words: “Grok Imagine / staff”, “ChatGPT for The Ledger”
        pattern(rf"[.!?:–—|][ ](?:[A-Z][\w.]*[ ])?{names}{for_whom}"),
        pattern(rf"\A{names}{for_whom}"),
        # “a Midjourney picture of …”, “generated from the prompt …”
        pattern(rf"{sure}[ ]{_WORK}\b"),
        pattern(rf"\b(?:{_MADE}[ ])?(?:from|with|by|using)[ ](?:the|a|this)[ ](?:text[ ])?prompt\b"),
        pattern(r"\b[Pp]rompt:[ ]?[“\"‘']|\A\W*[Pp]rompt(?:ed)?:[ ]"),
        # What prompts are made of: “golden hour, 50mm, photorealistic”
        pattern(rf"(?:[^,.]{{2,40}},[ ]){{2,6}}(?i:{_PROMPTED})\b"),
        # A program that “imagines”, and a picture that was typed
        pattern(
            rf"\b(?i:(?:the|our|a|an|some)[ ](?:\w+[ ])?{_PROGRAM}[ ](?:imagin|dream|conjur|pictur|envision"
            rf"|envisag|paint|invent)"
            r"(?:es?|s|ed|t)\b)"
        ),
        pattern(
            rf"\b(?i:(?:imagined|dreamed|dreamt|conjured|invented|painted|envisioned"
            rf"|pictured)(?:[ ]up)?[ ]by[ ](?:the|our|an?|some)"
            rf"[ ](?:\w+[ ])?{_PROGRAM})\b"
        ),
        pattern(
            r"\b(?i:(?:conjured|made|produced|created|generated|summoned|dreamed|dreamt|magicked|whipped"
            r"|cooked)(?:[ ]up)?\b[^.!?]{0,40}?"
            r"(?:by[ ]typing|typing[ ](?:in[ ])?an?[ ](?:few|short)|from[ ]an?[ ](?:few|short|typed)[ ](?:words"
            r"|sentence|line"
            r"|description)))"
        ),
        pattern(r"\b(?i:text-to-image|image[ ]generator)\b|\A\W*Generated:[ ]"),
        pattern(rf"\b(?i:artist[ ](?:being|is|was)[ ](?:an?|the|our)[ ](?:\w+[ ])?{_PROGRAM})\b"),
    )


def picture_credit(text: str) -> tuple[int, int] | None:
    """Return where a caption or credit says that a program made the picture, or None."""
    if not names_machine(text):
        return None
    for credit in _picture_credits():
        if found := credit.search(text):
            return found.span()
    return None


_KINDS_OF_TEXT = (
    r"(?i:(?:this[ ])?text|words|story|stories|writing|written|report|reporting|article|copy|summary|draft"
    r"|translation|translated"
    r"|editing|headline|research|byline|author)s?(?:[ ]from[ ](?:the[ ])?\w+)?"
)
_WROTE = (
    r"(?i:(?:auto-|machine-)?translat(?:ed|ion)|written|drafted|generated|produced|summari[sz]ed|composed|compiled"
    r"|rewritten)(?:[ ]from[ ](?:the[ ])?\w+)?[ ](?:entirely[ ]|automatically[ ]|in[ ]part[ ])?"
    r"(?:by|with|using|through|via|with[ ]the[ ]help[ ]of|with[ ]help[ ]from)"
)


_OBLIQUE = (
    r"(?:report|round-?up|story|text|article|summary|preview|bulletin"
    r"|column)\b[^.!?]{0,80}?\b(?:no[ ]human[ ]hands?|untouched[ ]by[ ]human"
    r"|without[ ](?:a[ ]|any[ ])?human[ ]hands?)|"
    r"(?:written|drafted|compiled|put[ ]together|assembled|composed|summari[sz]ed|typed|penned|produced"
    r"|prepared|reported)\b"
    r"[^.!?]{0,30}?\b(?:by|with[ ]the[ ]help[ ]of|with[ ]help[ ]from|from)[ ](?:our|the"
    r"|an?)\b[^.!?]{0,40}?\b(?:digital|virtual|electronic|silicon"
    r"|synthetic|tireless|non-human|in-house[ ]robot)[ ](?:colleague|assistant|helper|reporter|intern|friend"
    r"|writer|journalist|author"
    r"|scribe|hand|brain|newshound|team[ ]?mate)s?"
)


@cache
def _text_credits() -> tuple[re.Pattern[str], ...]:
    texts = _names("texts", "other-texts").pattern
    all_names = _names("texts", "other-texts", "translators").pattern
    together = r"(?:[\w. ]{2,25}[ ](?:and|with|&)[ ]|[\w.]+/)?"
    by = r"\A[\W_]{0,3}(?i:(?:words|text|story|reporting|written|report)[ ])?(?i:by|von)[ ]"
    return (
        # “Text: ChatGPT; editing: R. Osei”, “Translation: DeepL”
        pattern(
            rf"(?:\A|[.;|·,)][ ]){_KINDS_OF_TEXT}(?:[ ]by[ ]|[ ]?[:"
            rf"|–—][ ]?){together}{all_names}(?!,[ ](?:the|an?|it|its|his|her|he|she)\b)"
        ),
        # “By ChatGPT and Martin Sole”
        pattern(rf"{by}{together}{texts}(?=\Z|[ ](?:and|with|&|for)[ ]|[;|.]|,[ ][A-Z])"),
        # “Translated from the Spanish by Llama 4.”, “Auto-translated by Google Translate”, “Drafted with Gemini”
        pattern(
            rf"(?:\A[\W_]{{0,3}}|[.!?;)][ ]){_WROTE}[ ]{all_names}(?:[ ](?:from|and|for)[ ][^.,]{{1,60}})?[.)]?"
            r"(?:\Z|[;|]|[ ](?=[A-Z]))"
        ),
        # “mso/Claude”, “sports-bot/gemini-2.5-pro”
        pattern(
            rf"\A[\W_]{{0,3}}(?:[\w.-]{{1,25}}[ ]?[/+|][ ]?(?i:{texts})(?:[-.][\w.-]+)?"
            rf"|{texts}[ ]?/[ ]?[\w.-]{{1,25}})[\W_]{{0,3}}\Z"
        ),
        # “by our newsroom's tireless digital colleague”
        pattern(rf"\b(?i:{_OBLIQUE})\b"),
        # What is left of its settings.
        pattern(r"\b(?:temperature|top_p)[ =:]{1,3}[01]\.\d|\b(?:re)?generated[ ]draft[ ]\d"),
    )


_LONGEST_CREDIT = 200  # code points of a line that gives credit


def text_credit(text: str) -> tuple[int, int] | None:
    """Return where a line says that a program wrote or translated a text, or None."""
    if len(text) > _LONGEST_CREDIT or not (names_machine(text) or _SETTING.search(text)):
        return None
    for credit in _text_credits():
        if found := credit.search(text):
            return found.span()
    return None


_SETTING = pattern(r"temperature|top_p|draft|digital|virtual|electronic|silicon|synthetic|tireless|human")
