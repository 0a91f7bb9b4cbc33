"""What a file of a jurisdiction may say; imported only when such files are compiled, never later."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from newslint.rules.spec import Strict, Text

Topic = Annotated[str, Field(pattern=r"^[a-z][a-z-]*$")]
Topics = Annotated[tuple[Topic, ...], Field(min_length=1, alias="for", description="The topics that it is for.")]
Fact = Literal["name", "address", "school", "workplace", "picture"]


class BasisSpec(Strict):
    """Who says so, that it was read, when, and for how many days newslint relies on that.

    An entry is there only if the page was read: a status other than `verified` is refused.
    """

    title: Text = Field(description="The name of the law, code or page.")
    clause: Text = Field(description="The part of it that says so.")
    url: Annotated[str, Field(pattern=r"^https://")] = Field(description="Where it can be read.")
    status: Literal["verified"] = Field(description="That it was read.")
    verified_on: date = Field(description="The day on which it was read.")
    stale_after: Annotated[int, Field(ge=30, le=1500)] = Field(description="After how many days it is stale.")


class EntrySpec(Strict):
    """An entry with its source."""

    source: BasisSpec = Field(description="Who says so.")


class HelplineSpec(EntrySpec):
    """Who helps, and under which number."""

    name: Text = Field(description="Who helps.")
    number: Annotated[str, BeforeValidator(str), Field(pattern=r"^[0-9+][0-9 -]*$", description="As it is printed.")]
    topics: Topics


class WarningSpec(EntrySpec):
    """A warning that texts must carry."""

    topics: Topics
    wording: Text = Field(description="The wording.")
    is_exact: bool = Field(default=False, alias="exact", description="Whether the law prescribes each word.")


class LabelSpec(EntrySpec):
    """What marks a text of a sort."""

    topics: Topics
    wordings: tuple[Text, ...] = Field(default=(), description="Words that are known to do.")
    asks: Text = Field(description="What is asked for, in our words.")


class AnonymitySpec(EntrySpec):
    """Whose identity is protected."""

    who: Literal["complainant", "minor"] = Field(description="Who is protected.")
    protects: Annotated[tuple[Fact, ...], Field(min_length=1)] = Field(description="What gives the identity away.")
    until: Text = Field(description="How long it holds.")
    where: str = Field(default="", description="Where, or in which proceedings, it holds.")


class ProceedingsSpec(EntrySpec):
    """What is asked of reports on proceedings."""

    asks: Text = Field(description="What is asked for, in our words.")


class AgeSpec(EntrySpec):
    """From which age on something is allowed."""

    topics: Topics
    years: Annotated[int, Field(ge=1, le=30)] = Field(description="The age.")
    where: str = Field(default="", description="Where it holds, and its exceptions.")


class JurisdictionSpec(Strict):
    """A file of a jurisdiction. The order of the fields is the order of the keys in the file."""

    name: Text = Field(description="Its name.")
    note: Text = Field(description="What was read, and what the entries do not say.")
    helplines: tuple[HelplineSpec, ...] = Field(default=(), description="Who helps, by topic.")
    warnings: tuple[WarningSpec, ...] = Field(default=(), description="Warnings that are prescribed.")
    labels: tuple[LabelSpec, ...] = Field(default=(), description="Labels of what was paid for.")
    anonymity: tuple[AnonymitySpec, ...] = Field(default=(), description="Whose identity is protected.")
    proceedings: tuple[ProceedingsSpec, ...] = Field(default=(), description="Reports on proceedings.")
    ages: tuple[AgeSpec, ...] = Field(default=(), description="Age limits.")
    not_read: tuple[Text, ...] = Field(default=(), description="What is left out because its page was not read.")
