// Makes the page of the explorer live, and draws the graphs that queries return.
import { Explorer } from "./live.js";
import { makePicture } from "./picture.js";

for (const root of document.querySelectorAll("[data-explorer]")) new Explorer(root);

for (const root of document.querySelectorAll("[data-drawing]")) {
  const canvas = root.querySelector("[data-canvas]");
  canvas.hidden = false;
  root.querySelector("[data-still]").hidden = true;
  makePicture(canvas, JSON.parse(root.querySelector("script").textContent));
}
