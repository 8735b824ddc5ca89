"""The plots of the report, one a file: figures in, a block out, or None where there is nothing to draw."""
