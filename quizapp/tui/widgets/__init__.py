"""One widget a file, with its CSS."""
