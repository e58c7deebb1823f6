"""Pure helpers over strings: offsets, names, numbers, dates. Knows nothing of reports."""
