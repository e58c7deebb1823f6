"""The command line: one module per verb, a table of verbs in `main`."""
