"""Where a block stands: under which heading, in which chapter, in which list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from trigpoint.extractors.parts.blocks import Block


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under a heading, up to the next; `section` names the heading above that one."""

    heading: Block
    section: str
    chapter: str
    blocks: tuple[Block, ...]


def parts_under(blocks: Sequence[Block], heading: re.Pattern[str]) -> Iterator[Part]:
    """Yield the part under each heading whose whole text matches."""
    for place, block in enumerate(blocks):
        if block.kind == "heading" and heading.fullmatch(block.text):
            body = takewhile(lambda after: after.kind != "heading", blocks[place + 1 :])
            yield Part(
                heading=block,
                section=_above(blocks[:place], heading, highest=False),
                chapter=_above(blocks[:place], heading, highest=True),
                blocks=tuple(body),
            )


def _above(before: Sequence[Block], unlike: re.Pattern[str], *, highest: bool) -> str:
    headings = [b for b in before if b.kind == "heading" and not unlike.fullmatch(b.text)]
    top = min((block.level for block in headings), default=0)
    wanted = (b.text for b in reversed(headings) if not highest or b.level == top)
    return next(wanted, "")


def bullets_after(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the bullets with which the sequence begins."""
    return tuple(takewhile(lambda block: block.kind == "bullet", blocks))
