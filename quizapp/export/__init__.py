"""Taking progress away: the fields that exports and `--json` write, and rows as CSV and JSON text. Pure."""
