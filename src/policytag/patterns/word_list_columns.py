"""What the lines of each word list hold: one table, by which packs are checked before anything is loaded.

A tagger that reads a new list, or a new kind of word, says so here and at the head of the list in patterns/grammar.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, get_args

from policytag.annotations import Bound, Dimension, Level, OrgKind, ProjectKind, Stage


class Column(NamedTuple):
    """One field of a line.

    Attributes:
        name: what messages call it.
        values: what it may be; () where it may be anything.
        form: what it must look like, where no list of values says it.
        example: a right field, for the advice where the form is wrong.
        needed: it may not be empty or left out.
        blanks: it may hold blanks.
        dash: ``-`` makes it empty.
        from_earlier: where it is empty, what an earlier line for the same word says stays; the first line must say it.
        to_word: it ends in another word of the list, or in a spelling of one.
    """

    name: str
    values: tuple[str, ...] = ()
    form: re.Pattern[str] | None = None
    example: str = ""
    needed: bool = True
    blanks: bool = False
    dash: bool = False
    from_earlier: bool = False
    to_word: bool = False


def _choice(name: str, *values: str) -> Column:
    return Column(name, values)


def _choice_or_nothing(name: str, *values: str) -> Column:
    return Column(name, values, needed=False)


_WORD = Column("word")
_WORDS = Column("words", blanks=True)
_CHARACTER = Column("character", form=re.compile("."), example="河")
_EXCEPTIONS = Column("exceptions", needed=False, blanks=True)
_TEMPLATE = Column("full name", form=re.compile(r"[^{}]*\{\}.*"), example="{}人民政府")
_PERIOD = Column(
    "period",
    form=re.compile(
        r"\*(?:H[12]|Q[1-4])?"
        r"|Y(?:[-+](?:[0-9]+|N))?(?:H[12]|Q[1-4])?"
        r"|Y(?:[-+](?:[0-9]+|N))?\.\.Y(?:[-+](?:[0-9]+|N))*"
    ),
    example="Y-1, Y-N..Y-1, YH1 or *Q1",
)
_UNIT = (
    _WORD,
    Column("spellings", needed=False, blanks=True, dash=True),
    Column("dimension", get_args(Dimension), needed=False, dash=True, from_earlier=True),
    Column(
        "relation",
        form=re.compile(r"[0-9]+(?:\.[0-9]+)?(?:/[1-9][0-9]*)? \S+"),
        example="10000 平方米",
        needed=False,
        blanks=True,
        dash=True,
        to_word=True,
    ),
    Column("class of numerals", ("any", "long", "arabic"), needed=False, dash=True),
    Column("exceptions", needed=False, blanks=True, dash=True),
    Column(
        "spelling and words",
        form=re.compile(r"\S+(?: \S+)+"),
        example="度 气温 零下",
        needed=False,
        blanks=True,
        dash=True,
    ),
)

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    # structure
    "places": (_WORD, Column("full name"), _choice("level", *get_args(Level))),
    "place_homonyms": (_WORD,),
    "offices": (_WORD,),
    "chrome": (_WORDS, _choice("place", "line", "anywhere", "whole", "origin"), _choice_or_nothing("use", "origin")),
    "glossary_headings": (_WORD,),
    "period_words": (_WORD, _PERIOD),
    "period_leads": (_WORD,),
    "period_bases": (_WORD, _choice("place", "before", "after")),
    "section_cues": (_WORD, _choice("stance", "reported", "target", "plan", "own", "year")),
    "stance_cues": (_WORD, _choice("kind", "target", "wish", "done", "goal")),
    "level_cues": (_WORD, _choice("kind", "level", "flow", "average")),
    # quantities
    "units": _UNIT,
    "quantity_hedges": (
        _WORD,
        _choice("side", "before", "after", "scale", "share", "far"),
        _choice("bound", *get_args(Bound)),
        _EXCEPTIONS,
    ),
    "quantity_exclusions": (
        _WORD,
        Column(
            "kind",
            (
                "period before", "period after", "plan", "session", "phrase", "rank before", "number noun", "motto",
                "position before", "top before",
            ),
            blanks=True,
        ),
    ),
    # names
    "common_words": (_WORD,),
    "naming_words": (_WORD,),
    "name_events": (_WORD, _choice_or_nothing("kind", "work", "body")),
    "name_stops": (_WORD, _choice("class", "hard", "class", "partner", "found", "soft", "lead", "sort")),
    "level_words": (_WORD,),
    "peoples": (_WORD,),
    "firm_acts": (_WORD,),
    "firm_products": (_WORD,),
    "world_places": (_WORD,),
    "place_endings": (_CHARACTER,),
    "capacity_units": (_WORD, _choice("class", "output", "count", "size")),
    "org_heads": (
        _WORD,
        _choice("kind", *get_args(OrgKind)),
        _choice("force", "strong", "weak", "level", "sole", "number", "whole"),
    ),
    "head_sequels": (_WORD, Column("what follows")),
    "company_suffixes": (_WORD, _choice("force", "sure", "loose")),
    "partner_words": (_WORD, _choice("side", "before", "after")),
    "project_heads": (
        _WORD,
        _choice("kind", *get_args(ProjectKind)),
        _choice("force", "strong", "weak", "any", "line", "number"),
    ),
    "project_tails": (_WORD, _choice("class", "name", "works", "phase", "stage", "work", "remake", "section")),
    "work_verbs": (_WORD, _choice("force", "build", "push", "aim")),
    "list_adjectives": (_WORD,),
    "list_nouns": (_WORD, _choice("type", "ORG", "PROJECT", "-"), _choice_or_nothing("use", "building", "firm", "thing")),
    # terms
    "term_heads": (_WORD, _choice_or_nothing("strength", "direct", "motto", "weak")),
    "term_verbs": (_WORD, _choice_or_nothing("strength", "far", "opens", "place")),
    "term_tails": (_WORD, _choice_or_nothing("kind", "own", "verb", "off", "no", "year", "counted", "counted-any")),
    "term_shapes": (
        _WORD,
        _choice(
            "kind",
            "counted", "number", "number-only", "begins", "clause", "ends", "result", "site", "carried", "plain",
            "name-end", "name-start", "epithet", "epithet-of", "campaign-of", "given-back", "restored",
            "uplift", "uplifted",
        ),
    ),
    "term_edges": (
        _WORD,
        _choice(
            "kind",
            "not", "not-inside", "cut", "generic", "not-year", "not-campaign", "not-chief", "phrase", "phrase-inside",
        ),
    ),
    "term_chiefs": (_WORD,),
    "term_rejections": (_WORDS,),
    "term_context_rejections": (
        _WORD,
        _choice("place", "left", "right", "ends", "starts"),
        _choice_or_nothing(
            "reason", "honour", "brand", "event", "facility", "product", "ordinary", "change", "problem", "saying", "means"
        ),
    ),
    # the fields that the resolver fills
    "project_stages": (_WORD, _choice("stage", *get_args(Stage))),
    "levels": (_WORD,),
    "level_bodies": (_WORD, _TEMPLATE),
    "body_tails": (_WORD,),
    # facts
    "fact_links": (
        _WORD,
        _choice(
            "kind",
            "level", "added", "grow", "fall", "to", "from", "better", "above", "below", "rank", "each", "base", "than",
            "hedge", "where",
        ),
        _EXCEPTIONS,
    ),
    "fact_leads": (_WORD, _choice("kind", "scope", "skip", "target", "drop", "added", "fall"), _EXCEPTIONS),
    "fact_inside": (_WORD, _choice("kind", "added", "drop", "fall"), _EXCEPTIONS),
    "fact_ends": (_WORD, _choice("kind", "stop", "done", "work", "making", "task", "height", "growth"), _EXCEPTIONS, _EXCEPTIONS),
    "fact_heads": (
        _WORD,
        _choice(
            "kind",
            "head", "before", "rate", "tied", "apart", "change", "burden", "joint", "percent", "sum", "share", "portion",
            "time", "age", "whole", "amount",
        ),
    ),
    "fact_names": (_WORD,),
    "fact_joints": (_WORD,),
    "fact_areas": (_WORD, _choice_or_nothing("kind", "after")),
}  # fmt: skip
"""Name of each list that is read → the fields of its lines, in their order."""
