// The picture as SVG: what the canvas shows, with the same shapes and colours.

const SPACE = "http://www.w3.org/2000/svg";
const MARGIN = 20;

/**
 * @param {cytoscape.Core} cy
 * @param {import('./picture.js').Drawing} drawing
 * @param {string} paper the colour behind
 * @returns {string} a whole SVG document
 */
export function asSvg(cy, drawing, paper) {
  const box = cy.elements().boundingBox();
  const [left, top] = [box.x1 - MARGIN, box.y1 - MARGIN];
  const [width, height] = [box.w + 2 * MARGIN, box.h + 2 * MARGIN];
  const svg = shape("svg", { viewBox: [left, top, width, height].map(Math.round).join(" ") });
  svg.append(shape("rect", { x: left, y: top, width, height, fill: paper }));
  for (const edge of cy.edges(":visible").toArray()) svg.append(lineOf(edge));
  for (const node of cy.nodes(":visible").toArray()) {
    svg.append(markOf(node, drawing.kinds[node.data("kind")].corners), nameOf(node));
  }
  return new XMLSerializer().serializeToString(svg);
}

function shape(name, attributes) {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function lineOf(edge) {
  const [from, to] = [edge.source().position(), edge.target().position()];
  return shape("line", {
    x1: from.x,
    y1: from.y,
    x2: to.x,
    y2: to.y,
    stroke: edge.style("line-color"),
    "stroke-width": edge.numericStyle("width"),
    "stroke-opacity": edge.style("line-opacity"),
  });
}

function markOf(node, corners) {
  const { x, y } = node.position();
  const size = node.width() / 2;
  const colours = {
    fill: node.style("background-color"),
    stroke: node.style("border-color"),
    "stroke-width": node.numericStyle("border-width"),
  };
  if (!corners.length) return shape("circle", { cx: x, cy: y, r: size, ...colours });
  const points = corners.map(([right, down]) => `${x + right * size},${y + down * size}`);
  return shape("polygon", { points: points.join(" "), ...colours });
}

/** A name in the place and turn that it has on the canvas. */
function nameOf(node) {
  const { x, y } = node.position();
  const side = node.style("text-halign");
  const turn = (Number(node.numericStyle("text-rotation")) || 0) * (180 / Math.PI);
  const edge = { left: -node.width() / 2, right: node.width() / 2, center: 0 }[side];
  const below = node.style("text-valign") === "bottom" ? node.height() / 2 + 10 : 0;
  const atX = x + edge + node.numericStyle("text-margin-x");
  const atY = y + below + node.numericStyle("text-margin-y");
  const name = shape("text", {
    x: atX,
    y: atY,
    transform: `rotate(${turn} ${atX} ${atY})`,
    fill: node.style("color"),
    "font-size": node.numericStyle("font-size"),
    "font-family": "sans-serif",
    "dominant-baseline": "middle",
    "text-anchor": { left: "end", right: "start", center: "middle" }[side],
  });
  name.textContent = node.data("label");
  return name;
}
