"""Tours on the screen: where they begin, the bar above a page, what a step does to the stage."""
