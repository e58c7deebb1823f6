"""Grammar and names by a spaCy pipeline: our own or any that is installed."""
