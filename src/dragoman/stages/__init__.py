"""One module per stage: a batch of readings in, the same batch with one more layer out."""
