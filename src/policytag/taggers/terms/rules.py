"""The rules of the terms tagger, compiled from word lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policytag.patterns.literals import LiteralIndex
from policytag.patterns.wordlists import Entry, WordLists, any_of, words
from policytag.structure.places import short_name
from policytag.taggers.terms.affixes import Affixes, words_of
from policytag.taggers.terms.shapes import Shapes

HEAD_GAP = 8
"""How far (characters) after a quotation the noun may stand that makes it a term."""
WEAK_GAP = 4
"""How far a noun may stand that is weak evidence."""
VERB_GAP = 6
"""How far (characters) before a quotation a verb may stand that is evidence from a distance."""
_NO_GAP = frozenset("的等和与及或在为是被即指,。;:!?、()《》“”\n ")


@dataclass(frozen=True)
class TermRules:
    """What find_terms needs.

    Attributes:
        shapes: what quotations look like.
        rejected: quotations that are no terms, whole strings.
        left, right, ends, starts: words that speak against a term before, after, at the end and at the beginning of a
            quotation, with the reason.
        heads: nouns that make a quotation before them a term; value ``direct`` where only directly after it.
        all_heads: all nouns that a name of a policy qualifies, those that are weak evidence too.
        inner_heads: those that do so from a distance, and at the end of a quotation.
        mottoes: nouns that do so after a list of equal parts, with 的 between or not.
        name_ends, name_starts: parts of a quotation that make it a name whatever stands around it.
        verbs: verbs that take policies as objects, before a quotation.
        far_verbs: those of them that do so with the thing concerned between.
        openers: pattern of the verbs after which an unquoted name may begin.
        place_verbs: verbs that make a slogan with the name of a place a programme.
        tails: ends of unquoted official names; value ``own`` where the name needs no verb before it, ``verb`` where only
            a verb for policies makes it one, ``off`` where, besides, the end is no part of it, ``no`` where it is no end,
            ``year`` where it is one unless 年 goes on in another word,
            ``epithet``, ``epithet-of``, ``campaign-of`` where it begins a name that ends in that of a place (平安云溪),
            ``several`` where it is the number of parts that begins one (十大惠企行动).
        tail_index: index of them.
        counted: pattern of what follows the number of parts in the name of a campaign.
        campaigns: ends of these; value ``counted-any`` where any word may stand before it.
        not_in_names: pattern of what unquoted names do not hold.
        harmless: pattern of words that hold such a one and do not count (等 in 高等).
        cut_from_names: what is left out at their beginning.
        not_year: what makes 年 before it the beginning of another word (建设年度).
        not_chief: what makes 制 before it the beginning of another word (河长制定).
        generic: what makes a counted campaign a class (专项 in 四大专项行动).
        epithets: words that begin a name which ends in that of a place.
        chiefs: who stands before 长制 (河 in 河长制).
        places: short names of places, without those that are common words too.
        restorations: pattern of what is given up for what it was before (退塘退田还湖).
        uplift: pattern of what makes a place strong (工业强市).
    """

    shapes: Shapes
    rejected: frozenset[str]
    left: Affixes
    right: Affixes
    ends: Affixes
    starts: Affixes
    heads: Affixes
    all_heads: Affixes
    inner_heads: Affixes
    mottoes: Affixes
    name_ends: Affixes
    name_starts: Affixes
    verbs: Affixes
    far_verbs: Affixes
    openers: re.Pattern[str]
    place_verbs: Affixes
    tails: dict[str, str]
    tail_index: LiteralIndex
    counted: re.Pattern[str]
    campaigns: dict[str, str]
    not_in_names: re.Pattern[str]
    harmless: re.Pattern[str]
    cut_from_names: Affixes
    generic: Affixes
    not_year: Affixes
    not_chief: Affixes
    chiefs: Affixes
    epithets: Affixes
    places: Affixes
    restorations: re.Pattern[str]
    uplift: re.Pattern[str]

    @classmethod
    def from_lists(cls, lists: WordLists) -> TermRules:
        """Compile the lists (``term_*.txt``, units, places, place_homonyms); any of them may be missing."""
        tails, campaigns = _tails(lists)
        all_heads = {entry.word: entry.field(1) for entry in lists.get("term_heads", ())}
        heads = {word: strength for word, strength in all_heads.items() if strength in ("", "direct")}
        openers = [entry.word for entry in lists.get("term_verbs", ()) if entry.field(1) in ("", "far", "opens")]
        cuts = words(lists, "term_edges", "cut")
        no_campaign = any_of(words(lists, "term_edges", "not-campaign"))
        places = {short_name(word) for word in words(lists, "places")} - set(words(lists, "place_homonyms"))
        return cls(
            shapes=Shapes(lists),
            rejected=frozenset(word for line in words(lists, "term_rejections") for word in line.split()),
            left=_against(lists, "left"),
            right=_against(lists, "right"),
            ends=_against(lists, "ends"),
            starts=_against(lists, "starts"),
            heads=Affixes(heads),
            all_heads=words_of(all_heads),
            inner_heads=words_of(word for word, strength in heads.items() if not strength),
            mottoes=words_of(words(lists, "term_heads", "motto")),
            name_ends=words_of(words(lists, "term_shapes", "name-end")),
            name_starts=words_of(words(lists, "term_shapes", "name-start")),
            verbs=words_of([*words(lists, "term_verbs", ""), *words(lists, "term_verbs", "far")]),
            far_verbs=words_of(words(lists, "term_verbs", "far")),
            openers=re.compile(any_of(openers)),
            place_verbs=words_of(words(lists, "term_verbs", "place")),
            tails=tails,
            tail_index=LiteralIndex(list(tails)),
            counted=re.compile(rf"[\u4e00-\u9fff]{{2,6}}?({any_of(campaigns)})(?!{no_campaign})"),
            campaigns=campaigns,
            not_in_names=re.compile(any_of(words(lists, "term_edges", "not"))),
            harmless=re.compile(any_of(words(lists, "term_edges", "not-inside"))),
            cut_from_names=words_of([*cuts, *openers]),
            generic=words_of(words(lists, "term_edges", "generic")),
            not_year=words_of(words(lists, "term_edges", "not-year")),
            not_chief=words_of(words(lists, "term_edges", "not-chief")),
            chiefs=words_of(words(lists, "term_chiefs")),
            epithets=words_of(word for word, kind in tails.items() if kind.startswith("epithet")),
            places=words_of(place for place in places if len(place) > 1),
            restorations=_restorations(lists),
            uplift=_uplift(lists),
        )

    def head_after(self, text: str, start: int) -> tuple[str, int, int] | None:
        """The first head noun after a quotation that ends at ``start``: the word and its offsets."""
        word = self.heads.at_start(text, start)
        if word:
            return word, start, start + len(word)
        found = self.inner_heads.first_within(text, start, start + HEAD_GAP + 1, _NO_GAP)
        return (found[0], found[1], found[1] + len(found[0])) if found else None

    def any_head_after(self, text: str, start: int) -> bool:
        """Is there a noun that a name of a policy qualifies, weak ones too, within a few characters?"""
        return self.all_heads.first_within(text, start, start + WEAK_GAP + 1, _NO_GAP) is not None

    def verb_before(self, text: str, end: int) -> tuple[str, int, int] | None:
        """The verb that takes a policy as its object and ends at ``end`` (好 or 了 may follow it)."""
        if text[end - 1 : end] in ("好", "了"):
            end -= 1
        word = self.verbs.at_end(text, end)
        return (word, end - len(word), end) if word else None

    def far_verb_before(self, text: str, end: int) -> tuple[str, int, int] | None:
        """The same with what the policy is about between: 实施新生儿“…”."""
        for at in range(end - 1, max(0, end - VERB_GAP - 1), -1):
            if text[at] in _NO_GAP:
                return None
            if word := self.far_verbs.at_end(text, at):
                return word, at - len(word), at
        return None


def _tails(lists: WordLists) -> tuple[dict[str, str], dict[str, str]]:
    """Ends of unquoted names with their kind, and those of campaigns that are called by a number."""
    tails: dict[str, str] = {}
    for kind in ("epithet", "epithet-of", "campaign-of"):
        tails |= dict.fromkeys(words(lists, "term_shapes", kind), kind)
    tails |= dict.fromkeys((f"{number}大" for number in "三四五六七八九十"), "several")
    ends = [(entry.word, entry.field(1)) for entry in lists.get("term_tails", ())]
    tails |= {word: kind for word, kind in ends if not kind.startswith("counted")}
    return tails, {word: kind for word, kind in ends if kind.startswith("counted")}


def _restorations(lists: WordLists) -> re.Pattern[str]:
    given = any_of(words(lists, "term_shapes", "given-back"))
    back = any_of(words(lists, "term_shapes", "restored"))
    return re.compile(rf"退{given}(?:退?{given}){{0,3}}还{back}{{1,2}}(?:还?{back})?(?![\u4e00-\u9fff]?人)")


def _uplift(lists: WordLists) -> re.Pattern[str]:
    how, place = (any_of(words(lists, "term_shapes", kind)) for kind in ("uplift", "uplifted"))
    return re.compile(rf"[\u4e00-\u9fff]{{2}}{how}{place}")


def _against(lists: WordLists, side: str) -> Affixes:
    rejections: tuple[Entry, ...] = lists.get("term_context_rejections", ())
    return Affixes({entry.word: entry.field(2) for entry in rejections if entry.field(1) == side})
