"""The tools in a lesson's header: one file a tool, listed in ``row``."""
