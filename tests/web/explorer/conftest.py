from __future__ import annotations

import pytest
from tests.graph.reports import larger_library

from trigpoint.graph.store import EmbeddedStore
from trigpoint.web.library import Library


@pytest.fixture(scope="session")
def seven(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Seven invented reports on three invented authorities, and whatever is computed of them."""
    store = EmbeddedStore(tmp_path_factory.mktemp("seven") / "store", create=True)
    larger_library(store)
    return Library(store)
