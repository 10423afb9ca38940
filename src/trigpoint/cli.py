"""The command line: says what it is told, asks the library, prints what it answers.

Nothing heavy is imported before a command needs it: `trigpoint --help` is quick.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from trigpoint.errors import TrigpointError, UnknownName

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT_STORE = "trigpoint-store"

store_option = click.option(
    "--store",
    "place",
    envvar="TRIGPOINT_STORE",
    default=DEFAULT_STORE,
    show_default=True,
    help="Folder of the store, or URL of a SPARQL 1.1 endpoint.",
)


def _hush(_context: click.Context, _option: click.Parameter, quiet: bool) -> None:
    from trigpoint.consoles import hush

    hush(quiet=quiet)


quiet_option = click.option(
    "--quiet",
    is_flag=True,
    expose_value=False,
    callback=_hush,
    help="Show no progress and no remarks.",
)

picture_option = click.option(
    "--plot",
    "picture",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Draw it too, as this file: .svg or .png.",
)


rows_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "markdown"]),
    default="table",
    show_default=True,
)


class _Commands(click.Group):
    """Lists commands in the order of a first use, and names near ones for a mistyped one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            from trigpoint.queries.loader import unknown

            raise unknown("command", args[0], list(self.commands))
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="trigpoint")
def cli() -> None:
    """Turn inspection reports into a knowledge graph of findings, and ask it questions.

    Start with: trigpoint build FOLDER, then trigpoint check, then trigpoint ask.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; our own errors end in their message, never in a traceback."""
    try:
        code = cli.main(arguments, prog_name="trigpoint", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        click.echo("Stopped. What was stored stays stored.", err=True)
        sys.exit(130)
    except TrigpointError as error:
        click.echo(f"trigpoint: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(code or 0)  # what `context.exit` was given comes back as a value


@cli.command(epilog="Example: trigpoint build reports/ --store my-store --jobs 2")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@store_option
@click.option("--jobs", type=click.IntRange(1), default=None, help="Processes that read.")
@click.option("--log", type=click.Path(path_type=Path), help="Write the table as JSON lines too.")
@quiet_option
@click.pass_context
def build(
    context: click.Context,
    paths: tuple[str, ...],
    place: str,
    jobs: int | None,
    log: Path | None,
) -> None:
    """Read files and folders into the store.

    Reads .pdf .txt .md .html .docx, folders recursively. What did not change since the last build
    is skipped. Exit code 1 when some files failed; the rest is stored.
    """
    from trigpoint import bars, terminal
    from trigpoint.graph.store import EmbeddedStore
    from trigpoint.pipeline import build as run

    store = EmbeddedStore(place, create=True)
    with bars.reading() as progress:
        built = run(paths, store, jobs=jobs or os.cpu_count() or 1, progress=progress)
    terminal.print_built(built)
    if log:
        terminal.write_log(built, log)
    context.exit(1 if built.failed else 0)


@cli.command(epilog="Example: trigpoint check --format json")
@store_option
@quiet_option
@click.option("--format", "form", type=click.Choice(["text", "json", "turtle"]), default="text")
@click.pass_context
def check(context: click.Context, place: str, form: str) -> None:
    """Check the store: SHACL shapes, integrity queries, quotes at their offsets.

    Exit code 1 when there are violations; warnings alone give 0.
    """
    from trigpoint import bars, terminal
    from trigpoint.graph.check import check as run
    from trigpoint.graph.store import EmbeddedStore

    with bars.working("Checking"):
        results = run(EmbeddedStore(place))
    terminal.print_results(results, form)
    context.exit(1 if any(result.severity == "Violation" for result in results) else 0)


@cli.command(
    context_settings={"ignore_unknown_options": True},
    epilog="Example: trigpoint ask authority-findings --authority Sefton --format csv",
)
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAM VALUE]...")
@store_option
@quiet_option
@rows_option
def ask(name: str | None, parameters: tuple[str, ...], place: str, form: str) -> None:
    """Ask a question by name; without a name, list the questions."""
    if name is None:
        from trigpoint import terminal

        terminal.print_questions()
        return
    _answer(name, _pairs(parameters), place, form)


def _answer(name: str, parameters: dict[str, str], place: str, form: str) -> None:
    from trigpoint import terminal
    from trigpoint.graph.questions import ask as run
    from trigpoint.graph.store import open_store
    from trigpoint.queries import question

    asked = question(name)
    answer = run(open_store(place), name, parameters)
    terminal.print_answer(answer, form, caveat=asked.caveat)


def _pairs(words: tuple[str, ...]) -> dict[str, str]:
    """Read `--name value` and `--name=value`, each name once."""
    pairs: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if not word.startswith("--"):
            raise UnknownName(f"{word!r} is no parameter", remedy="Write --PARAM VALUE")
        name, equals, value = word[2:].partition("=")
        if name in pairs:
            raise UnknownName(f"--{name} is given twice", remedy="Give it once")
        pairs[name] = value if equals else next(rest, "")
        if not pairs[name]:
            raise UnknownName(f"--{name} has no value", remedy=f"Write --{name} VALUE")
    return pairs


@cli.command(epilog="Example: trigpoint themes --framework ilacs --format csv")
@click.option("--framework", help="Only this framework.")
@click.option("--theme", help="Only this theme.")
@store_option
@quiet_option
@rows_option
@picture_option
def themes(
    framework: str | None, theme: str | None, place: str, form: str, picture: Path | None
) -> None:
    """Show the themes of recommendations by share of authorities, framework by framework."""
    given = {"framework": framework, "theme": theme}
    chosen = {name: value for name, value in given.items() if value}
    if picture:
        _draw("themes", chosen, place, picture)
    _answer("themes-by-framework", chosen, place, form)


@cli.command(epilog="Example: trigpoint compare 2013-2016 2019-2022 --plot periods.svg")
@click.argument("a")
@click.argument("b")
@store_option
@quiet_option
@rows_option
@picture_option
def compare(a: str, b: str, place: str, form: str, picture: Path | None) -> None:
    """Show two authorities, or two periods (2013-2016 or one year), side by side by theme."""
    periods = all(re.fullmatch(r"\d{4}(-\d{4})?", given) for given in (a, b))
    name = "compare-periods" if periods else "compare-authorities"
    if picture:
        _draw(name, {"a": a, "b": b}, place, picture)
    _answer(name, {"a": a, "b": b}, place, form)


def _draw(name: str, parameters: dict[str, str], place: str, out: Path) -> None:
    from trigpoint import bars
    from trigpoint.consoles import remark

    with bars.working("Drawing"):  # most of the time goes into loading what draws
        from trigpoint.graph.pictures import draw
        from trigpoint.graph.store import open_store

        drawing = draw(open_store(place), name, parameters)
        drawing.save(out)
    remark(f"{out}: {drawing.title}")


@cli.command(epilog="Example: trigpoint sparql 'SELECT * WHERE { ?s ?p ?o } LIMIT 5'")
@click.argument("query")
@store_option
@quiet_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "xml", "turtle", "ntriples"]),
    default=None,
    help="Default: table, or turtle for CONSTRUCT and DESCRIBE.",
)
@click.option("--timeout", type=float, default=60, show_default=True, help="Seconds.")
def sparql(query: str, place: str, form: str | None, timeout: float) -> None:
    """Run any SPARQL query, read only: a text, or the name of a file that holds it."""
    from trigpoint import terminal
    from trigpoint.graph.store import open_store

    answer = open_store(place).query(_query_text(query), seconds=timeout)
    terminal.print_sparql(answer, form)


def _query_text(query: str) -> str:
    if "\n" in query or "{" in query:
        return query
    path = Path(query)
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnknownName(
            "is neither a query nor a file that can be read", subject=query, remedy=str(error)
        ) from error


@cli.command(epilog="Example: trigpoint show 343-sefton/lea-2004-10")
@click.argument("report")
@store_option
@quiet_option
def show(report: str, place: str) -> None:
    """Show one report's findings, each with page and quote.

    REPORT is the key or IRI of a review, or a part of the name of its file that only it has.
    """
    from trigpoint import terminal
    from trigpoint.graph.store import open_store

    terminal.print_report(open_store(place), report)


@cli.command(
    context_settings={"ignore_unknown_options": True},
    epilog="Example: trigpoint export gexf themes.gexf --view authority-theme --framework ilacs",
)
@click.argument("form", metavar="FORMAT")
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAM VALUE]...")
@click.option("--view", help="View that a network format writes.  [default: authority-theme]")
@click.option("--analysis", help="Analysis whose measures go on the nodes; it names the view.")
@store_option
@quiet_option
def export(
    form: str,
    out: Path,
    parameters: tuple[str, ...],
    view: str | None,
    analysis: str | None,
    place: str,
) -> None:
    """Write the store, or one view of it as a network.

    The store as csv or parquet (folders), xlsx, nquads, trig, turtle, jsonld or rdfxml. A view
    as graphml, gexf, cytoscape, cx2, dot or node-link, or as neo4j or node-edge (folders);
    docs/exports.md describes the views and their parameters.
    """
    from trigpoint import bars
    from trigpoint.consoles import remark
    from trigpoint.graph.export import export as run
    from trigpoint.graph.store import EmbeddedStore

    given = _pairs(parameters)
    with bars.working(f"Writing {form}"):
        written = run(
            EmbeddedStore(place), form, out, view=view, analysis=analysis, parameters=given
        )
    remark(f"{out}: {written}")


@cli.command(epilog="Example: trigpoint release release/ && cd release && sha256sum -c SHA256SUMS")
@click.argument("out", type=click.Path(path_type=Path))
@store_option
@quiet_option
def release(out: Path, place: str) -> None:
    """Write ontology, shapes, graphs, tables, description and checksums to a new folder.

    Equal stores give equal bytes.
    """
    from trigpoint import bars
    from trigpoint.consoles import remark
    from trigpoint.graph.export.release import write_release
    from trigpoint.graph.store import EmbeddedStore

    with bars.counting("Writing") as progress:
        files = write_release(EmbeddedStore(place), out, progress=progress)
    remark(f"{out}: {len(files)} files. To check them: cd {out} && sha256sum --check SHA256SUMS")


@cli.command(
    context_settings={"ignore_unknown_options": True},
    epilog="Example: trigpoint analyse communities --framework sif --format csv",
)
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAM VALUE]...")
@store_option
@quiet_option
@rows_option
def analyse(name: str | None, parameters: tuple[str, ...], place: str, form: str) -> None:
    """Measure the nodes of a view; without a name, list the analyses.

    `trigpoint export gexf OUT --analysis NAME` writes the measures as attributes of the nodes.
    """
    from trigpoint import analysisview, bars

    if name is None:
        analysisview.list_analyses()
        return
    from trigpoint.graph.analysis import analyse as run
    from trigpoint.graph.store import open_store

    with bars.working("Measuring"):
        measured = run(open_store(place), name, _pairs(parameters))
    analysisview.view(measured, form)


@cli.command(epilog="Example: trigpoint evaluate gold/seeds.json --misses")
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@store_option
@quiet_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--misses", is_flag=True, help="List what was missed and what was wrong.")
def evaluate(
    gold: tuple[Path, ...],
    place: str,
    form: str,
    misses: bool,
) -> None:
    """Score the store against hand-made labels, per family and field."""
    from trigpoint import bars, terminal
    from trigpoint.graph.evaluation import evaluate as run
    from trigpoint.graph.store import open_store

    with bars.working("Scoring"):
        scores = run(open_store(place), gold)
    terminal.print_scores(scores, form, misses=misses)


@cli.command(
    context_settings={"ignore_unknown_options": True},
    epilog="Example: trigpoint plot timeline timeline.svg --authority Sefton",
)
@click.argument("name", required=False)
@click.argument("out", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED, metavar="[--PARAM VALUE]...")
@store_option
@quiet_option
def plot(name: str | None, out: Path | None, parameters: tuple[str, ...], place: str) -> None:
    """Draw a picture as OUT.svg or OUT.png; without a name, list the pictures."""
    from trigpoint import terminal

    if name is None:
        terminal.print_plots()
        return
    if out is None:
        raise click.UsageError("Say where to write it: OUT.svg or OUT.png")
    _draw(name, _pairs(parameters), place, out)


@cli.command(epilog="Example: trigpoint serve --store my-store --port 8080")
@store_option
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--reports",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with the report files, to show their pages.",
)
@click.option("--timeout", type=float, default=10, show_default=True, help="Seconds for a query.")
@quiet_option
def serve(place: str, host: str, port: int, reports: Path | None, timeout: float) -> None:
    """Serve web pages, JSON, RDF by content negotiation, and SPARQL at /sparql.

    Read only. Stops when told to (Ctrl-C), after what is being answered.
    """
    from trigpoint.graph.store import open_store
    from trigpoint.web.server import serve as run
    from trigpoint.web.settings import Settings
    from trigpoint.web.sparql.limits import Limits

    store = open_store(place)
    click.echo(f"Serving {place} at http://{host}:{port}/", err=True)
    run(
        store,
        host=host,
        port=port,
        settings=Settings(reports=reports, limits=Limits(seconds=timeout)),
    )
