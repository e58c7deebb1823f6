"""The only home of heavy third-party imports; each answers a port."""
