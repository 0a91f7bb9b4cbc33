"""Words that notes of corrections are made of, as parts of patterns."""

_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = (
    rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
WRONGLY = "wrongly|incorrectly|mistakenly|erroneously|inaccurately|falsely|by[ ]mistake|in[ ]error"
ERRED = (
    "misstated|misspelled|misspelt|misidentified|misreported|misquoted|misnamed|mislabelled|mislabeled|miscalculated"
)
TEXT = (
    "article|story|post|report|headline|column|piece|text|copy|page|caption|photograph|photo|graphic|chart|map"
    "|interview"
    "|review|obituary|profile|feature|item|analysis|paragraph|sentence|passage|entry|newsletter|podcast|video"
)
CHANGED = "(?:changed|removed|deleted|amended|edited|corrected|rewritten|taken[ ]down|withdrawn|altered|revised)"
