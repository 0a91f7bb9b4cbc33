"""From configuration and profiles to what holds for one article."""

from newslint.settings.loading import Settings, Variant, find_config, is_named, load_settings

__all__ = ["Settings", "Variant", "find_config", "is_named", "load_settings"]
