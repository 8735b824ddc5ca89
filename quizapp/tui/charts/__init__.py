"""The plots of the stats screen, a module each: pure functions from figures to lines, the same for every size."""
