// The live explorer. What is looked at stands in the address; the server chooses what that shows.
import { offerFiles } from "./files.js";
import { watchFilters } from "./filters.js";
import { makePicture } from "./picture.js";
import { walk } from "./walk.js";
import { describe, speechOf } from "./words.js";

const REFRESHED = ["explorer-kinds", "explorer-list", "explorer-files", "explorer-data"];

export class Explorer {
  #root;
  #data;
  #picture;
  #chosen = "";
  #running = new AbortController();

  /** @param {HTMLElement} root the element with the attribute data-explorer */
  constructor(root) {
    this.#root = root;
    this.#data = readData();
    reveal(root);
    this.#part("still").hidden = true;
    this.#picture = makePicture(this.#part("canvas"), this.#data);
    this.#listen();
    this.#choose(this.#data.centre, { quietly: true });
  }

  #listen() {
    const cy = this.#cy;
    cy.on("tap", (event) => this.#choose(event.target === cy ? "" : event.target.id()));
    cy.on("dbltap", "node", (event) => this.#toggle(event.target.id()));
    this.#part("canvas").addEventListener("keydown", (event) => this.#press(event));
    this.#root.addEventListener("click", (event) => this.#follow(event));
    this.#part("find").addEventListener("input", (event) =>
      this.#say(find(cy, event.target.value)),
    );
    watchFilters(this.#root, (change) => this.#look(change));
    offerFiles(this.#root, cy, () => this.#data);
  }

  get #cy() {
    return this.#picture.cy;
  }

  /** The part of the page with the attribute data-NAME. */
  #part(name) {
    return this.#root.querySelector(`[data-${name}]`);
  }

  #say(words) {
    this.#part("spoken").textContent = words;
  }

  /**
   * Shows another look: its parameters go to the address and to the server.
   * @param {(query: URLSearchParams) => void} change
   */
  async #look(change) {
    const query = new URLSearchParams(location.search);
    change(query);
    history.replaceState(null, "", `?${query}`);
    this.#running.abort();
    this.#running = new AbortController();
    try {
      const answer = await fetch(location.href, { signal: this.#running.signal });
      if (!answer.ok) throw new Error(`the server said ${answer.status}`);
      this.#refresh(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") this.#say(`That did not work: ${error.message}.`);
    }
  }

  /** Takes over the parts of a new page that depend on the look. */
  #refresh(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const focused = document.activeElement?.id;
    for (const id of REFRESHED) {
      const fresh = page.getElementById(id);
      if (fresh) document.getElementById(id)?.replaceWith(document.adoptNode(fresh));
    }
    reveal(this.#root);
    if (focused) document.getElementById(focused)?.focus();
    this.#data = readData();
    this.#picture.show(this.#data);
    const isThere = this.#cy.getElementById(this.#chosen).nonempty();
    this.#choose(isThere ? this.#chosen : this.#data.centre, { quietly: true });
    this.#say(`${this.#data.nodes.length} things are drawn.`);
  }

  /** Selects a thing in the picture, in the list and in the details beside; nothing for "". */
  #choose(id, { quietly = false } = {}) {
    const node = this.#cy.getElementById(id);
    this.#chosen = node.nonempty() ? id : "";
    mark(this.#cy, node);
    markInList(this.#root, this.#chosen);
    const details = this.#part("details");
    details.hidden = !this.#chosen;
    if (!this.#chosen) return;
    details.replaceChildren(...describe(node.data(), this.#data, () => this.#toggle(id)));
    if (!quietly) this.#say(speechOf(node, this.#data));
  }

  /** Opens a thing that is closed and closes one that is open; of everything, looks at one. */
  #toggle(id) {
    const node = this.#cy.getElementById(id);
    if (!this.#data.centre) return location.assign(`?${new URLSearchParams({ iri: id })}`);
    if (node.data("more")) return this.#look((query) => query.append("whole", node.data("owner")));
    const [from, to] = node.data("open") ? ["opened", "closed"] : ["closed", "opened"];
    return this.#look((query) => {
      query.delete(from, id);
      if (!query.has(to, id)) query.append(to, id);
    });
  }

  #press(event) {
    if (event.key === "Enter" && this.#chosen) this.#toggle(this.#chosen);
    else if (event.key === "Home") this.#choose(this.#data.centre);
    else if (event.key.startsWith("Arrow")) this.#step(event.key);
    else return;
    event.preventDefault();
  }

  #step(key) {
    const from = this.#cy.getElementById(this.#chosen);
    const next = from.nonempty() ? walk(from, key) : this.#cy.nodes()[0];
    if (!next) return this.#say("Nothing that way.");
    this.#choose(next.id());
    bringIntoView(this.#cy, next);
  }

  /** A link of the list chooses its thing; with a key held it is a link as any other. */
  #follow(event) {
    const link = event.target.closest("[data-node]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#choose(link.dataset.node);
    bringIntoView(this.#cy, this.#cy.getElementById(this.#chosen));
  }
}

const readData = () => JSON.parse(document.getElementById("explorer-data").textContent);

function reveal(root) {
  for (const element of root.querySelectorAll("[data-live]")) element.hidden = false;
}

function mark(cy, node) {
  cy.batch(() => {
    cy.elements().removeClass("chosen near");
    node.closedNeighborhood().addClass("near");
    node.addClass("chosen");
  });
}

function markInList(root, id) {
  for (const link of root.querySelectorAll("[data-node]")) {
    if (link.dataset.node === id) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function bringIntoView(cy, node) {
  const box = node.renderedBoundingBox();
  const isInside = box.x1 > 0 && box.y1 > 0 && box.x2 < cy.width() && box.y2 < cy.height();
  if (!isInside) cy.center(node);
}

/** Lights the things whose names hold the words; returns what to say. */
function find(cy, words) {
  const wanted = words.trim().toLowerCase();
  const matches = cy.nodes().filter((node) => node.data("name").toLowerCase().includes(wanted));
  cy.batch(() => {
    cy.elements().removeClass("found faded");
    if (!wanted) return;
    matches.addClass("found");
    cy.elements().not(matches).addClass("faded");
  });
  return wanted ? `${matches.length} found.` : "";
}
