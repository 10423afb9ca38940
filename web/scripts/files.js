// The picture as a file to keep.
import { asSvg } from "./svg.js";

/**
 * @param {HTMLElement} root
 * @param {cytoscape.Core} cy
 * @param {() => import('./picture.js').Drawing} drawing
 */
export function offerFiles(root, cy, drawing) {
  const writers = {
    png: () => cy.png({ output: "blob-promise", full: true, scale: 2, bg: paper(root) }),
    svg: async () => new Blob([asSvg(cy, drawing(), paper(root))], { type: "image/svg+xml" }),
  };
  root.addEventListener("click", async (event) => {
    const form = event.target.closest("[data-picture]")?.dataset.picture;
    if (form) keep(await writers[form](), `explorer.${form}`);
  });
}

const paper = (root) => getComputedStyle(root).getPropertyValue("--paper").trim() || "#fff";

function keep(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
