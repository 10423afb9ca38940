// How things look: shapes from the drawing, colours from the style sheet of the page.

const FONT_SIZE = 13;
const GAP = 4;

/**
 * The style sheet of a picture.
 * @param {HTMLElement} container
 * @param {import("./picture.js").Drawing} drawing
 */
export function looks(container, drawing) {
  const variables = getComputedStyle(container);
  const colour = (name) => variables.getPropertyValue(`--${name}`).trim() || "#777";
  return [
    { selector: "node", style: plain(colour, variables.fontFamily) },
    {
      selector: "node[!turned]",
      style: drawing.centre ? {} : { "min-zoomed-font-size": FONT_SIZE + 1 },
    },
    { selector: "node[?turned]", style: outward() },
    ...Object.entries(drawing.kinds).map(([name, kind]) => shapeOf(name, kind)),
    { selector: "node[?isCentre]", style: { "font-weight": "bold", "font-size": FONT_SIZE + 4 } },
    { selector: "node[more > 0]", style: hollow(colour) },
    { selector: "edge", style: line(colour, drawing.centre ? 0.45 : 0.15) },
    { selector: ".faded", style: { opacity: 0.2 } },
    { selector: "edge.near", style: { "line-color": colour("accent"), "line-opacity": 1 } },
    { selector: "node.near, node.found", style: { "min-zoomed-font-size": 0, "z-index": 2 } },
    { selector: "node.chosen", style: lit(colour) },
  ];
}

const kindColour = (colour) => (node) => colour(`kind-${node.data("kind")}`);

const plain = (colour, font) => ({
  width: sizeOf,
  height: sizeOf,
  "background-color": kindColour(colour),
  label: "data(label)",
  color: colour("ink"),
  "font-size": FONT_SIZE,
  "font-family": font,
  "min-zoomed-font-size": 5,
  "text-outline-color": colour("paper"),
  "text-outline-width": 2,
  "text-valign": "bottom",
  "text-margin-y": GAP,
});

/** What stands for others left out. */
const hollow = (colour) => ({
  "background-color": colour("paper"),
  "border-width": 1.5,
  "border-style": "dashed",
  "border-color": kindColour(colour),
});

const line = (colour, opacity) => ({
  width: (edge) => 1 + Math.log2(edge.data("weight")) / 2,
  "line-color": colour("muted"),
  "line-opacity": opacity,
  "curve-style": "haystack",
});

const lit = (colour) => ({
  "min-zoomed-font-size": 0,
  "z-index": 3,
  "font-weight": "bold",
  "border-width": 3,
  "border-style": "solid",
  "border-color": colour("accent"),
});

function shapeOf(name, kind) {
  const polygon = { shape: "polygon", "shape-polygon-points": kind.corners.flat() };
  const style = kind.corners.length ? polygon : { shape: "ellipse" };
  return { selector: `node[kind = "${name}"]`, style };
}

const sizeOf = (node) => (node.data("isCentre") ? 26 : 14);

/** Labels leave their nodes along the radius and are never upside down. */
function outward() {
  const isLeft = (node) => Math.cos(node.data("angle")) < -1e-9;
  const reach = (node) => sizeOf(node) / 2 + GAP;
  return {
    "text-rotation": (node) => node.data("angle") + (isLeft(node) ? Math.PI : 0),
    "text-halign": (node) => (isLeft(node) ? "left" : "right"),
    "text-valign": "center",
    "text-margin-x": (node) =>
      reach(node) * Math.cos(node.data("angle")) + (sizeOf(node) / 2) * (isLeft(node) ? 1 : -1),
    "text-margin-y": (node) => reach(node) * Math.sin(node.data("angle")),
  };
}
