"""Sentences told by classes of words that meet in them, as data: which classes, in which order, beside which others.

A file of frames has lines of two sorts. `= class : words` names words and phrases (`_` for a space; `@other` takes in
another class). `frame : items` says what must meet in one sentence: `a` one of a class; `a>b` one of `b` behind it;
`a>>b` at most four words behind it; `!a` none of `a` beside what met. Behind a bar stands what must be said in the
sentence or around it: classes, or frames as `&frame`; after `||` it must be said in the sentence or the one beside it.
A frame may have several lines. A star before a class says that it is the rarest, which is looked for first; else the
first one is. A phrase that begins with `^` opens its sentence, or follows a colon, a dash or a bracket: an order.

There are signs for words that no list has: `#` a figure, `#-#` two (odds, scores), `Name` a name, `Bookie` one with a
bookmaker's syllable, `Coin` one that ends as coins do. `%` and signs of money are words.
"""
