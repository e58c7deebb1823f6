"""What belongs together across reports: block, compare, score, cluster."""
