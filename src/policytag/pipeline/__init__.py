"""The spaCy frame: load, the tokenizer, the components and the way from a Doc to a Report."""
