"""The taggers: each a function of the folded text, the structure and its compiled rules that returns candidates."""
