"""Data files are read and matched here; knows no language."""
