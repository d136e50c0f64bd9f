"""Packs: where they live, how their rows and word lists are read, checked, layered and compiled."""
