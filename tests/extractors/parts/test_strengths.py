from __future__ import annotations

from collections.abc import Callable

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Finding
from trigpoint.extractors.parts.blocks import blocks
from trigpoint.extractors.parts.strengths import listed, numbered, tabled

Reader = Callable[[str], Document]


def _said(findings: tuple[Finding, ...]) -> list[tuple[str, int, str, str]]:
    return [(one.kind, one.position, one.section, one.text) for one in findings]


def test_a_table_of_two_columns_has_sections(read: Reader) -> None:
    text = (
        "<b>Areas of strength</b>\t<b>Areas of weakness/for development</b>\n"
        "<b>Leading</b>\t\n"
        "<ul> <li>• Clear plans</li> <li>• Good talks</li></ul>\t"
        "<ul> <li>• Slow letters</li></ul>\n"
        "<b>Helping</b>\t\n"
        "\t<ul> <li>• Few visits</li></ul>\n\n"
        "## Recommendations\n"
    )
    assert _said(numbered(tabled(read(text)))) == [
        ("strength", 1, "Leading", "Clear plans"),
        ("strength", 2, "Leading", "Good talks"),
        ("weakness", 1, "Leading", "Slow letters"),
        ("weakness", 2, "Helping", "Few visits"),
    ]


def test_a_line_that_leads_into_bullets_says_what_they_are(read: Reader) -> None:
    text = (
        "Commentary\n\nThere are particular strengths in:\n\n- plans;\n- visits; and\n\n"
        "- letters.\n- 7. Weak points remain.\n"
    )
    document = read(text)
    assert _said(numbered(listed(document, blocks(document)))) == [
        ("strength", 1, "Commentary", "plans"),
        ("strength", 2, "Commentary", "visits"),
        ("strength", 3, "Commentary", "letters."),
    ]


def test_headings_of_a_letter_say_what_their_bullets_are(read: Reader) -> None:
    text = "### Strengths\n\n- One.\n\n### **Areas for further improvement**\n\n- Two.\n- Three.\n"
    document = read(text)
    found = numbered(listed(document, blocks(document)))
    assert [one.kind for one in found] == ["strength", "weakness", "weakness"]
    assert [one.evidence[0].quote for one in found] == ["One.", "Two.", "Three."]


def test_prose_about_strengths_is_no_list(read: Reader) -> None:
    document = read("Its strengths outweigh its weaknesses.\n\n- 3. Much remains.\n")
    assert list(listed(document, blocks(document))) == []
