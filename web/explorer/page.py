"""The page of the explorer, its data and its files; one address says what all three show."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import Response

from trigpoint.errors import UnknownName
from trigpoint.web.explorer.drawing import Drawing, Place, Thing, as_json
from trigpoint.web.explorer.export import FORMATS, written
from trigpoint.web.explorer.kinds import KINDS
from trigpoint.web.explorer.look import Look, look_at
from trigpoint.web.explorer.neighbourhood import neighbourhood
from trigpoint.web.explorer.radial import radial_places
from trigpoint.web.explorer.still import mark, still
from trigpoint.web.explorer.whole import whole_drawing, whole_places
from trigpoint.web.library import Library
from trigpoint.web.negotiation import JSON, Format, by_ending
from trigpoint.web.page import Page
from trigpoint.web.responses import Body
from trigpoint.web.site import Site


@dataclass(frozen=True, slots=True)
class Scene:
    """A look, the drawing that it gives, and where everything stands."""

    look: Look
    drawing: Drawing
    places: Mapping[str, Place]

    @property
    def title(self) -> str:
        """What the drawing shows, in words."""
        centre = self.drawing.things.get(self.drawing.centre)
        return f"Around {centre.label}" if centre else "Authorities and themes"


def scene(library: Library, look: Look) -> Scene:
    """Return what a look shows; raises UnknownName for a centre that the explorer cannot draw."""
    if not look.iri:
        return Scene(look, whole_drawing(library, look), whole_places(library))
    drawing = neighbourhood(library, look) if _is_known(library, look.iri) else None
    if drawing is None or not drawing.things:
        raise UnknownName(f"the explorer does not draw {look.iri!r}", remedy="Start at: /explore")
    return Scene(look, drawing, radial_places(drawing))


def _is_known(library: Library, iri: str) -> bool:
    try:
        return library.exists(iri)
    except ValueError:  # it is no IRI at all
        return False


def page(library: Library, look: Look) -> Page:
    """Return the page: picture, list, filters and what a script needs to make them live."""
    shown = scene(library, look)
    context = {
        "look": look,
        "drawing": shown.drawing,
        "centre": shown.drawing.things.get(look.iri),
        "kinds": KINDS,
        "marks": {kind: mark(kind) for kind in KINDS},
        "groups": _groups(shown.drawing),
        "still": still(shown.drawing, shown.places, shown.title),
        "data": as_json(shown.drawing, shown.places),
        "files": FORMATS,
    }
    return Page("explore.html", shown.title, context)


def _groups(drawing: Drawing) -> dict[str, list[Thing]]:
    """Return the things but the centre by kind, in the order of kinds, then by name."""
    others = [each for iri, each in drawing.things.items() if iri != drawing.centre]
    ordered = sorted(others, key=lambda each: (each.more, each.name))
    groups = {kind: [each for each in ordered if each.kind == kind] for kind in KINDS}
    return {kind: things for kind, things in groups.items() if things}


def data(library: Library, look: Look) -> Body:
    """Return what a look shows as JSON."""
    shown = scene(library, look)
    content = json.dumps(as_json(shown.drawing, shown.places), ensure_ascii=False)
    return Body(content.encode(), JSON.content_type)


def file(library: Library, look: Look, form: Format) -> Body:
    """Return what a look shows as a file to keep."""
    disposition = f'attachment; filename="explorer.{form.ending}"'
    content = written(scene(library, look).drawing, form)
    return Body(content, form.content_type, headers={"Content-Disposition": disposition})


async def show_page(site: Site, request: Request) -> Response:
    """Answer /explore."""
    look = look_at(request.query_params)
    return await site.page(request, partial(page, site.library, look))


async def show_data(site: Site, request: Request) -> Response:
    """Answer /explore/data."""
    look = look_at(request.query_params)
    return await site.answer(request, partial(data, site.library, look), JSON)


async def show_file(site: Site, request: Request) -> Response:
    """Answer /explore/export; raises UnknownName for a format that there is not."""
    form = by_ending(ending := request.query_params.get("format", ""), FORMATS)
    if form is None:
        known = ", ".join(known.ending for known in FORMATS)
        raise UnknownName(f"no format {ending!r}", remedy=f"Formats: {known}")
    look = look_at(request.query_params)
    return await site.answer(request, partial(file, site.library, look, form), form)
