// An editor in the place of a text area, which keeps the text for the form. Tab leaves it.
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, drawSelection, keymap, lineNumbers } from "@codemirror/view";
import { sparql } from "codemirror-lang-sparql";
import { colours, frame } from "./editor-looks.js";
import { completeFrom } from "./terms.js";

/**
 * The editor stands in a shadow tree: its styles go there as sheets, which our policy allows,
 * where in the page they would be a style element, which it refuses.
 * @param {HTMLTextAreaElement} area
 */
export function makeEditor(area) {
  const host = document.createElement("div");
  host.className = "editor";
  const root = host.attachShadow({ mode: "open" });
  host.addEventListener("keydown", (event) => event.stopPropagation()); // no shortcuts of the page
  area.after(host);
  const view = new EditorView({ root, parent: root, state: stateOf(area) });
  area.hidden = true;
  for (const label of area.labels) label.addEventListener("click", () => view.focus());
  markFault(view, area.dataset);
  return view;
}

function stateOf(area) {
  const name = area.labels[0]?.textContent.trim() ?? "Query";
  const run = () => {
    area.form.requestSubmit();
    return true;
  };
  return EditorState.create({
    doc: area.value,
    extensions: [
      Prec.highest(keymap.of([{ key: "Mod-Enter", run }])),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      lineNumbers(),
      history(),
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      sparql(),
      syntaxHighlighting(colours),
      frame,
      typeOver,
      EditorView.lineWrapping,
      autocompletion({ override: [completeFrom(area.dataset.terms)] }),
      EditorView.contentAttributes.of({ "aria-label": name }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) area.value = update.state.doc.toString();
      }),
    ],
  });
}

/**
 * Typing over a selection: left to itself the browser keeps the looks of what was there by a style
 * attribute, which our policy refuses.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    if (event.inputType !== "insertText" || empty || event.isComposing) return false;
    const insert = () =>
      view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type" });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, from, to, event.data, insert)))
      view.dispatch(insert());
    return true;
  },
});

/** Marks where the server found a fault; lines and columns count from 1. */
function markFault(view, { line, column, message }) {
  const { doc } = view.state;
  if (!line || Number(line) > doc.lines) return;
  const { from, to } = doc.line(Number(line));
  const at = Math.min(from + Number(column || 1) - 1, to);
  const end = view.state.wordAt(at)?.to ?? Math.min(at + 1, to);
  view.dispatch(
    setDiagnostics(view.state, [
      { from: at, to: end, severity: "error", message: message || "Here it goes wrong." },
    ]),
  );
  view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
}
