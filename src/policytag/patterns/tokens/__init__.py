"""Token patterns, as spaCy's Matcher knows them, at a cost that hardly grows with their number.

:class:`TokenRows` finds those of pack rows in a text; :mod:`policytag.patterns.tokens.matcher` and
:mod:`policytag.patterns.tokens.sequences` find token and string patterns on the tokens of any Doc. All of them look at
a pattern only where a literal that it needs occurs; :func:`literals_needed` says which.
"""

from policytag.patterns.tokens.rows import TokenRows, literals_needed

__all__ = ["TokenRows", "literals_needed"]
