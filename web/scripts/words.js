// What is said about a thing: beside the picture, and to those who listen.

/** @returns {HTMLElement} an element with properties and children */
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const datesOf = ({ start, end }) => [...new Set([start, end])].filter(Boolean).join(" to ");

/**
 * The details of a thing as elements.
 * @param {import('./picture.js').Node} node
 * @param {import('./picture.js').Drawing} drawing
 * @param {() => void} toggle
 */
export function describe(node, drawing, toggle) {
  const facts = [drawing.kinds[node.kind].one, datesOf(node)].filter(Boolean).join(", ");
  const actions = element("p", { className: "actions" });
  if (!node.more) {
    if (node.href) actions.append(element("a", { href: node.href }, "Its page"));
    if (node.kind !== "other" && node.id !== drawing.centre) {
      const href = `?${new URLSearchParams({ iri: node.id })}`;
      actions.append(element("a", { href }, "Put in the centre"));
    }
  }
  if (drawing.centre) {
    const words = node.open ? "Close" : "Open";
    actions.append(element("button", { type: "button", onclick: toggle }, words));
  }
  return [element("h2", {}, node.name), element("p", {}, facts), actions];
}

/**
 * What to say of a thing that was walked to.
 * @param {cytoscape.NodeSingular} node
 * @param {import('./picture.js').Drawing} drawing
 */
export function speechOf(node, drawing) {
  const { name, kind, open } = node.data();
  const links = node.connectedEdges().length;
  return [
    name,
    drawing.kinds[kind].one,
    datesOf(node.data()),
    `${links} ${links === 1 ? "link" : "links"}`,
    drawing.centre ? (open ? "open" : "closed") : "",
  ]
    .filter(Boolean)
    .join(", ");
}
