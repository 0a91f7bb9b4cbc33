"""Hold the tables of how noun phrases go on, word by word."""

from __future__ import annotations

from newslint.language.speech.tables import WORDS, Table

# How a noun phrase goes on to the left of its last word: `here` is a word, `before` and `beyond` are the two to the
# left of it, `after` is the one to the right, and `first` is the first word of the phrase so far.
LEFTWARD = Table(
    dict.fromkeys(("here", "before", "beyond", "after", "first"), WORDS),
    """
    bracket: here closing-bracket => skip the bracket
        [Ada Roe (62)] said the pier was safe.
    preposition as adjective: here adjective-like, before det -pron => take
        [An outside adviser] said the pier was safe.
    other preposition: here prep|to -name, here -linking => stop
        Tenants angry as [Mayor Roe] promises change.
    participle after its noun: here prep|to -name, before ed|cue ed|irregular-participle -name|det,
            beyond -barrier|adv|prep|det|time|nothing or name, first -nothing => skip the participle
        [A paper owned by Ada Roe] said the pier was safe.
    preposition alone: here prep|to -name, first nothing => stop
        The mayor opened up about <being described> {as a fool}.
    preposition after no noun: here prep|to -name, before barrier|adv|prep|ing|ed|time|nothing -name => stop
        Many of [the fishermen] said the pier was safe.
    preposition after a cue: here prep|to -name -of, before cue -det => stop
        The board did not reply to [tenants] asking whether the pier was safe.
    preposition: here prep|to -name => pass
        On Monday at [Harbour Hall Mayor Roe] said the pier was safe.
    joined: here conj => join
        [Ada Roe and Ben Doe] said the pier was safe.
    article after a preposition: here det -name, before before-article prep => take
        [The mayor of the town] said the pier was safe.
    article after another: here det -name, before det => take
        [All the fishermen] said the pier was safe.
    joined before an article: here det -name, before conj => take and join
        [Ada Roe and the mayor] said the pier was safe.
    article: here det -name => take and stop
        [Some fishermen] said the pier was safe.
    barrier: here barrier -name => stop
        Late as it was [Ada Roe] said the pier was safe.
    time: here time, after -num|nothing => stop
        The Herald reported that night [Mayor Roe] claims the pier is safe.
    adverb before an adjective: here adv -name, after -nothing, first -det|name|nothing => pass
        [The first angry mayor] said the pier was safe.
    adverb: here adv -name, after -nothing => stop
        Then [Ada Roe] said the pier was safe.
    past before a name: here cue ed|said -name, after -nothing, first name|title => stop
        The Herald noted [Ada Roe] said the pier was safe.
    verb before a name: here cue -name, after -nothing, before -det|name|num, first name|title => stop
        The mayor reports [Ada Roe] told nobody that the pier was safe.
    word: => take
        [Mayor Roe] said the pier was safe.
    """,
)

# How a noun phrase goes on to the right of its first word: `here` is a word, `before` and `after` are its neighbours.
RIGHTWARD = Table(
    dict.fromkeys(("here", "before", "after"), WORDS),
    """
    comma: here comma => apposition
        According to [Ada Roe, the mayor], the pier is safe.
    bracket: here opening-bracket, before -nothing => skip the bracket
        “The pier is safe,” said [Ada Roe (Tarrow)].
    mark: here mark|quote => stop
        “The pier is safe,” said [Ada Roe]; the pier was closed.
    first word: before nothing => take
        “The pier is safe,” said [nearly everybody].
    weekday: here weekday, before -ed|cue, after -name => stop
        “The pier is safe,” said [the mayor] Monday in a letter.
    name: here name => take
        “The pier is safe,” said [the Monday Club].
    last week: here last-next, after time => stop
        “The pier is safe,” said [the mayor] last week.
    span of time: here span, after sub|adv => stop
        “The pier is safe,” said [the mayor] minutes after it had closed.
    verb: here sub|aux|verb|obj -det|rel|prep => stop
        “The pier is safe,” said [the mayor] while she was eating.
    year after an article: here time num, before det => take
        The pier is safe, according to [a 2014 Harbour Institute study].
    time: here time => stop
        The pier is safe, according to [the mayor] year after year.
    of: here prep|to of => take
        “The pier is safe,” said [Ada Roe of Tarrow].
    listener: here to, before -name|time|obj|with-to|document => stop
        “The pier is safe,” said [the mayor] to nobody in particular.
    preposition: here prep|to attaching, before -name|time|obj => take unless circumstances
        “The pier is safe,” said [an adviser to Ada Roe].
    preposition after a name: here prep|to attaching => take if greedy
        The pier is safe, according to [Ada Roe from Tarrow].
    other preposition: here prep|to => stop
        “The pier is safe,” said [the mayor] without a smile.
    adverb: here adv -det, before -det => stop
        “The pier is safe,” said [the mayor] angrily.
    other conjunction: here conj -and => stop
        “The pier is safe,” said [one] or two fishermen.
    conjunction before a clause: here conj, after pron|aux|verb|cue|ed|ing|adv|prep|sub|mark|quote|nothing -name|title
            => stop
        “The pier is safe,” said [the mayor] and left.
    who: here who rel => take the clause
        “The pier is safe,” said [a mayor who built it].
    other relative clause: here rel => stop
        According to [the mayor] that night, the pier is safe.
    participle: here ing, before name|mark, after det|pron|obj|prep|name|mark|quote|sub|to|nothing => stop
        “The pier is safe,” said [Ada Roe] pointing at it.
    word: => take
        “The pier is safe,” said [the mayor].
    """,
)
