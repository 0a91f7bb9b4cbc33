"""What options do that are keys of the configuration, too: told once, for help, pages and schemas."""

from __future__ import annotations

PROFILE = "check every article under this profile"
FAIL_ON = "the lowest severity that fails the run"
MIN_SEVERITY = "the lowest severity that is shown; `json` and `jsonl` have all"
PREVIEW = "use rules that are on trial, too"
SEVERITIES = ("error", "warning", "advice")
THRESHOLDS = (*SEVERITIES, "never")
TRACKED = ("accepted", "rejected")
TRACKED_CHANGES = "how tracked changes of documents are read: as if all were accepted, or rejected"
