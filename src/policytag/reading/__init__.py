"""From files and bytes to text, and from text to the folded copy that matching runs on."""
