"""Tell which subjects a text is about that carry duties: investing, suicide, a court case, a poll and the like.

A topic is opened by its words, each with a weight, in the files beside this module (`terms/*.txt`; `book` says how they
are written). Headline and lead weigh more, weak words alone open nothing, and neither does a passing mention. What a
phrase uses figuratively or as a name is taken out before anything is counted.
"""

from newslint.newsroom.topics.book import topic_names
from newslint.newsroom.topics.gates import opened, openings
from newslint.newsroom.topics.records import METHOD, Opening, TopicWord, span_of

__all__ = ["METHOD", "Opening", "TopicWord", "opened", "openings", "span_of", "topic_names"]
