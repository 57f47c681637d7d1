"""Drawing networks whose layers branch and come together again."""
