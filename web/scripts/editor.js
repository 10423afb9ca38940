// Makes text areas with the attribute data-editor editors of SPARQL.
import { makeEditor } from "./sparql-editor.js";

for (const area of document.querySelectorAll("textarea[data-editor]")) makeEditor(area);
