"""One screen a file; what a screen looks like stands beside it as `.tcss`."""
