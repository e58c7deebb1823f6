"""Helpers that train and measure the small English model: corpora, augmentation, pipelines and scores."""
