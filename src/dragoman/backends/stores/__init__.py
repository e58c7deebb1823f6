"""Where documents, texts and what was coded from them are kept."""
