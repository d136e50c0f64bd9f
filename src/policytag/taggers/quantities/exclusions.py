"""What looks like a quantity and is none: years, stretches of time, numbers in names and set phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policytag.patterns.wordlists import WordLists, any_of
from policytag.taggers.quantities.numerals import INNER_BOUNDS

PLAN_WINDOW, SESSION_WINDOW, QUOTE_WINDOW, MOTTO_WINDOW, POSITION_WINDOW = 8, 12, 10, 12, 24
_NAME = re.compile(r"[\u4e00-\u9fff]{2,}")
_CLAUSE_EDGE = frozenset(",;:。、!?\n(“- ") | {""}
# 五年累计完成 at the head of a clause, 不平凡的五年 at its end: the term of office, not a duration.
_BEFORE_TERM = _CLAUSE_EDGE | {"的"}


@dataclass(frozen=True)
class Exclusions:
    """The compiled lists of ``quantity_exclusions.txt``."""

    period_before: tuple[str, ...]
    period_after: tuple[str, ...]
    plan: re.Pattern[str]
    session: re.Pattern[str]
    phrases: tuple[str, ...]
    rank_before: tuple[str, ...]
    top_before: frozenset[str]
    number_nouns: frozenset[str]
    motto: re.Pattern[str]
    position: re.Pattern[str]

    @classmethod
    def from_lists(cls, lists: WordLists) -> Exclusions:
        """Read the list; the kinds of lines are laid down at its head."""
        kinds: dict[str, list[str]] = {}
        for entry in lists.get("quantity_exclusions", ()):
            kinds.setdefault(entry.field(1), []).append(entry.word)
        plan, session = (any_of(kinds.get(kind, ())) for kind in ("plan", "session"))
        return cls(
            tuple(kinds.get("period before", ())),
            tuple(kinds.get("period after", ())),
            re.compile(rf"[^,;。、!?\n”《》]{{0,{PLAN_WINDOW - 2}}}?{plan}"),
            re.compile(rf"[^,;。!?\n]{{0,{SESSION_WINDOW - 2}}}?{session}"),
            tuple(kinds.get("phrase", ())),
            tuple(kinds.get("rank before", ())),
            frozenset(kinds.get("top before", ())),
            frozenset(kinds.get("number noun", ())),
            re.compile(rf"{any_of(kinds.get('motto', ()))}[^,;。!?\n]{{0,{MOTTO_WINDOW - 2}}}$"),
            re.compile(rf"{any_of(kinds.get('position before', ()))}[0-9.度分秒°′″至到~-]*$"),
        )

    def is_period(self, text: str, start: int, end: int, numeral: str) -> bool:
        """Are these years a stretch of time and no duration: 五年来, 过去五年, 三年行动?"""
        left = text[start - 1]
        if (
            left in _BEFORE_TERM
            and not numeral.isascii()
            and numeral[-1] not in INNER_BOUNDS  # 十多年 is no term of office
            and not text.startswith("多", end)
        ):
            return True
        if text.startswith(self.period_after, end):
            return True
        if text.endswith(self.period_before, max(0, start - 4), start) and not self._is_ahead(text, start):
            return True
        if left == "近" and len(numeral) == 1:
            return True  # 近三年
        return self.plan.match(text, end, end + PLAN_WINDOW) is not None

    def is_part_year(self, text: str, start: int) -> bool:
        """Are these months the first of a year: 前10个月, 头三个月; or 半年 half of one: 上半年?"""
        return start > 0 and text[start - 1] in "前头后上下" and not self._is_ahead(text, start)

    def _is_ahead(self, text: str, start: int) -> bool:
        # 提前3个月 is how long, 前3个月 is when.
        return text[start - 1] == "前" and text[max(0, start - 2)] in self.top_before

    def is_session(self, text: str, start: int, end: int) -> bool:
        """Is this 次 the number of a meeting: 六届二次、三次全会?"""
        return text.startswith("届", start - 1, start) or bool(self.session.match(text, end, end + SESSION_WINDOW))

    def is_position(self, text: str, start: int) -> bool:
        """Are these degrees a place on the globe: 北纬30度, 东经105度17分?"""
        return self.position.search(text, max(0, start - POSITION_WINDOW), start) is not None

    @staticmethod
    def in_short_quotation(text: str, start: int, end: int) -> bool:
        """Does it stand in a few words between quotation marks (“三个革命”), which make a name?"""
        opened = text.rfind("“", max(0, start - QUOTE_WINDOW), start)
        if opened < 0 or text.find("”", opened, start) >= 0:
            return False
        return text.find("”", end, end + QUOTE_WINDOW) >= 0

    @staticmethod
    def ends_name(text: str, start: int, tail: str | None) -> bool:
        """Does a number that ends a quotation have words before it there (“溪味360碗”), and no 万 behind it: a name?

        A number that the quotation begins with (“30条”) is left to the terms.
        """
        opened = -1 if tail else text.rfind("“", max(0, start - QUOTE_WINDOW), start)
        return opened >= 0 and _NAME.fullmatch(text, opened + 1, start) is not None

    def is_no_rank(self, text: str, start: int) -> bool:
        """Is this 第 no rank: at the head of a clause (第一, 第二, …), or after 放在?"""
        left = text[start - 1 : start]
        if (left != "、" and left in _CLAUSE_EDGE) or text.endswith(self.rank_before, max(0, start - 4), start):
            return True
        return self.motto.search(text, max(0, start - MOTTO_WINDOW), start) is not None
