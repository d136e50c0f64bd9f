"""What a word may be in a name: one bit for each role. The lists of patterns/grammar give words their marks."""

from __future__ import annotations

from enum import IntFlag


class Mark(IntFlag):
    """What a word may be in a name. A word of several lists has the marks of all."""

    HARD = 1 << 0  # never inside a name
    CLASS = 1 << 1  # what follows is a class (各级)
    SOFT = 1 << 2  # a verb at the edge of a name, an ordinary word inside it
    COMMON = 1 << 3
    PLACE = 1 << 4
    LEVEL = 1 << 5  # 市, 区, 省 as a word of its own
    ORG = 1 << 6
    WORKS = 1 << 7  # ends the name of what is built
    TAIL = 1 << 8
    COMPANY = 1 << 9
    NEEDS_LEVEL = 1 << 10
    WEAK_ORG = 1 << 11
    WHOLE = 1 << 12
    SOLE = 1 << 13
    NUMBERED = 1 << 14
    STRONG_WORKS = 1 << 15
    ANY_MODIFIER = 1 << 16
    TAIL_NAME = 1 << 17
    TAIL_WORK = 1 << 18
    TAIL_PHASE = 1 << 19
    WORK_VERB = 1 << 20
    EVENT = 1 << 21
    PARTNER = 1 << 22  # its object is often a company or a school: 引进, 与
    COORD = 1 << 23
    ETC = 1 << 24
    OPEN = 1 << 25
    CLOSE = 1 << 26
    QUOTE = 1 << 27
    UNKNOWN = 1 << 28
    LINE = 1 << 29  # a line from place to place (高铁, 公路)
    AND = 1 << 30  # 和 and the like, which may be part of a name as well
    BOUNDARY = 1 << 31
    BUILD = 1 << 32  # a work verb whose object is a building site
    LOOSE = 1 << 33  # a company's ending that is a common noun as well
    NAMING = 1 << 34  # an ordinary word that is a customary name of schools and streets
    LISTED = 1 << 35  # may stand between 等 and the noun of a list
    LEAD = 1 << 37  # an adjective at the left edge of a name that is no part of it
    TAIL_ITEM = 1 << 38  # a tail that never ends the name of a programme (项目)
    SIGN = 1 << 39  # UNKNOWN of two characters or more and no number: surely a name's
    FAINT = 1 << 40  # UNKNOWN of one character and no number: perhaps a name's
    FIGURE = 1 << 41  # begins like a number or a date
    FOUND = 1 << 42  # its object is a new body: 成立
    REMAKE = 1 << 43  # work that makes another thing of what is there: 改造
    FIRM = 1 << 44  # an ending that only firms have (铝业)
    ACT = 1 << 45  # what firms do (上市), after their name
    SORT = 1 << 46  # an adjective that makes a class of what it stands in (标准化幼儿园)
    AIM = 1 << 47  # a work verb whose object is rather an aim than a work (打造)
    SEAT = 1 << 48  # a body that a place of any level has one of (委, 政府, 人大)
    OPENED = 1 << 49  # said of bodies, not of what is built: 揭牌
    SITE = 1 << 36  # an organization that has a building of its own: school, hospital, centre


HEADS = int(Mark.ORG | Mark.WORKS | Mark.TAIL)
"""Words at which names end."""
JOINT = int(Mark.UNKNOWN | Mark.FAINT)
"""The marks of 和 or 、 inside a name."""
FIGURES = frozenset(".-年0123456789一二两三四五六七八九十百千数几")
"""Characters with which numbers and dates begin."""
PARTICULAR = int(Mark.UNKNOWN | Mark.PLACE | Mark.LEVEL | Mark.WHOLE | Mark.NAMING | Mark.SOLE)
"""What can make a name of what is no class."""
FRAME = int(Mark.BUILD | Mark.EVENT | Mark.WORK_VERB)
"""Words that say of a work that it is built or pushed on."""
PLAIN = int(Mark.WORKS | Mark.TAIL_NAME | Mark.TAIL_PHASE | Mark.SITE)
"""Words that need nothing particular before them where one of FRAME stands near."""
