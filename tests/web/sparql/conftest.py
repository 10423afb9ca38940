from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.web.sparql.serving import Running, serving

from trigpoint.graph.store import EmbeddedStore
from trigpoint.web.sparql.limits import Limits

LIMITS = Limits(seconds=10, rows=200, body=20_000)


@pytest.fixture(scope="session")
def endpoint(library: EmbeddedStore) -> Iterator[Running]:
    """The endpoint over three invented reports; more than 200 rows are cut."""
    with serving(library, LIMITS) as running:
        yield running
