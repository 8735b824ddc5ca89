"""The command line: `main` parses and dispatches, `commands` has one file a subcommand."""
