from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from trigpoint.graph.store import EmbeddedStore
from trigpoint.web.library import Library
from trigpoint.web.server import create_app


@pytest.fixture(scope="session")
def shelf(sample_store: EmbeddedStore) -> Library:
    """The sample as pages see it."""
    return Library(sample_store)


@pytest.fixture(scope="session")
def app(sample_store: EmbeddedStore) -> Starlette:
    return create_app(sample_store)


@pytest.fixture(scope="session")
def client(app: Starlette) -> Iterator[TestClient]:
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        yield client
