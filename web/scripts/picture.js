// The picture: what the server laid out, drawn by Cytoscape on a canvas.
import cytoscape from "cytoscape";
import { looks } from "./looks.js";

/**
 * @typedef {object} Node a thing, with its place in units of the drawing
 * @property {string} id its IRI
 * @property {string} label
 * @property {string} name
 * @property {string} kind
 * @property {string} href
 * @property {string} start
 * @property {string} end
 * @property {number} more how many things it stands for, 0 for itself
 * @property {string} owner the node that it hangs on, or nothing
 * @property {boolean} open
 * @property {number} x
 * @property {number} y
 * @property {number | null} angle where its label goes, in radians; null for below
 *
 * @typedef {{source: number, target: number, relation: string, start: string, end: string, weight: number}} Edge
 *   its ends are numbers of nodes
 * @typedef {{one: string, many: string, corners: [number, number][]}} Kind
 * @typedef {{centre: string, nodes: Node[], edges: Edge[], kinds: Record<string, Kind>}} Drawing
 */

const MANY_EDGES = 500;
const STYLESHEET = "__________cytoscape_stylesheet";

/**
 * Draws in a container; `show` changes what is drawn.
 * @param {HTMLElement} container
 * @param {Drawing} drawing
 */
export function makePicture(container, drawing) {
  forbidStyleElement();
  const isLarge = drawing.edges.length > MANY_EDGES;
  const cy = cytoscape({
    container,
    elements: elementsOf(drawing),
    style: looks(container, drawing),
    layout: { name: "preset", fit: true, padding: 20 },
    minZoom: 0.1,
    maxZoom: 4,
    boxSelectionEnabled: false,
    autoungrabify: isLarge,
    hideEdgesOnViewport: isLarge,
    textureOnViewport: isLarge,
    pixelRatio: isLarge ? 1 : "auto",
  });
  let shown = drawing;
  const restyle = () => cy.style(looks(container, shown));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);

  /** @param {Drawing} next */
  function show(next) {
    shown = next;
    change(cy, next);
    restyle();
  }
  return { cy, show };
}

/** Cytoscape adds a style element, which our policy refuses, unless one with its name is there. */
function forbidStyleElement() {
  if (document.getElementById(STYLESHEET)) return;
  const stand = document.createElement("template");
  stand.id = STYLESHEET;
  document.head.append(stand);
}

/** @param {Drawing} drawing */
function elementsOf(drawing) {
  const nodes = drawing.nodes.map((node) => ({
    group: "nodes",
    data: { ...node, isCentre: node.id === drawing.centre, turned: node.angle !== null },
    position: { x: node.x, y: node.y },
  }));
  const edges = drawing.edges.map((edge) => {
    const [source, target] = [drawing.nodes[edge.source].id, drawing.nodes[edge.target].id];
    const id = `${source} ${edge.relation} ${target}`;
    return { group: "edges", data: { ...edge, source, target, id } };
  });
  return [...nodes, ...edges];
}

/**
 * Removes what is gone, adds what is new where its owner stands, and moves all to their places.
 * @param {cytoscape.Core} cy
 * @param {Drawing} drawing
 */
function change(cy, drawing) {
  const wanted = new Map(elementsOf(drawing).map((element) => [element.data.id, element]));
  cy.batch(() => {
    cy.elements()
      .filter((element) => !wanted.has(element.id()))
      .remove();
    for (const [id, element] of wanted) {
      const old = cy.getElementById(id);
      if (old.nonempty()) old.data(element.data);
      else cy.add({ ...element, position: startOf(cy, element) });
    }
  });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  cy.layout({
    name: "preset",
    positions: (node) => ({ x: node.data("x"), y: node.data("y") }),
    fit: true,
    padding: 20,
    animate: !still,
    animationDuration: 300,
  }).run();
}

function startOf(cy, element) {
  const owner = element.data.owner ? cy.getElementById(element.data.owner) : cy.collection();
  return owner.nonempty() ? { ...owner.position() } : element.position;
}
