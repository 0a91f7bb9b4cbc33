"""The options that checks of Vale's kinds have in common."""

from __future__ import annotations

from typing import Annotated, Any

from newslint.checks.vale.expressions import all_compiled
from newslint.contract import Option

Name = Annotated[str, Option("the rule's name for the switches of Vale, `Style.Rule`")]
Scope = Annotated[tuple[str, ...], Option("the texts that are searched, as selectors of Vale")]
Limit = Annotated[int, Option("how many findings a file may have; 0: all", ge=0)]
Configured = Annotated[Any, Option("how files are read, as a configuration of Vale says")]
Exceptions = Annotated[str, Option("what in a match excuses it", pattern=all_compiled)]
Phrases = Annotated[str, Option("what excuses a match that lies in it", pattern=all_compiled)]
Acting = Annotated[tuple[str, ...], Option("what is done to a match, with parameters")]
