"""What ``policytag check`` looks for beyond the schema: one function for each kind of finding."""
