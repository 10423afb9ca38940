from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions

from trigpoint.errors import QueryError, StoreError
from trigpoint.graph.export import export
from trigpoint.graph.questions import ask
from trigpoint.graph.store import EmbeddedStore, RemoteStore

SERVER = shutil.which("oxigraph", path=str(Path(sys.executable).parent))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SERVER, reason="no oxigraph server is installed"),
]


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def wait_for(port: int, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("the server does not answer")


@pytest.fixture(scope="module")
def remote(
    library: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RemoteStore]:
    folder, port = tmp_path_factory.mktemp("server"), free_port()
    export(library, "nquads", folder / "all.nq")
    place = ["--location", str(folder / "data")]
    subprocess.run([str(SERVER), "load", *place, "--file", str(folder / "all.nq")], check=True)
    bind = ["--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with subprocess.Popen([str(SERVER), "serve-read-only", *place, *bind]) as server:
        wait_for(port)
        yield RemoteStore(f"http://127.0.0.1:{port}/query")
        server.terminate()


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("coverage", {}),
        ("authority-grades", {"authority": "Thornmere"}),
        ("text-search", {"words": 'it\'s "quoted"\nCRITERIA'}),
        ("text-search", {"words": "CRITERIA", "authority": "Wexcombe"}),
        ("reports", {"framework": "ilacs"}),
    ],
)
def test_question_has_the_answer_of_the_embedded_store(
    remote: RemoteStore, library: EmbeddedStore, name: str, given: dict[str, str]
) -> None:
    there, here = (
        sorted(str(list(row)) for row in ask(store, name, given)) for store in (remote, library)
    )

    assert there == here


def test_all_kinds_of_query_are_answered(remote: RemoteStore) -> None:
    yes = remote.query("ASK { ?s ?p ?o }")
    rows = remote.query("SELECT * WHERE { ?s ?p ?o } LIMIT 2")
    triples = remote.query("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o } LIMIT 2")

    assert isinstance(yes, QueryBoolean)
    assert bool(yes)
    assert isinstance(rows, QuerySolutions)
    assert len(list(rows)) == 2
    assert not isinstance(triples, QuerySolutions | QueryBoolean)
    assert len(list(triples)) >= 1


def test_wrong_query_is_a_query_error(remote: RemoteStore) -> None:
    with pytest.raises(QueryError, match="refused the query"):
        remote.query("SELECT * WHERE { ?s ?p }")


def test_service_is_refused_before_it_is_sent() -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        RemoteStore("http://127.0.0.1:9/").query("ASK { SERVICE <https://example.org/> { } }")


def test_server_that_does_not_answer_is_a_store_error() -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        RemoteStore(f"http://127.0.0.1:{free_port()}/query").query("ASK { }")
