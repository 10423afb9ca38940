// What the editor offers to write: variables of the query, words of SPARQL, and our terms.

/**
 * @typedef {{label: string, apply: string, kind: string, info: string}} Term
 */

const WORDS = (
  "SELECT DISTINCT WHERE CONSTRUCT ASK DESCRIBE PREFIX OPTIONAL UNION FILTER BIND VALUES MINUS " +
  "EXISTS NOT GRAPH GROUP ORDER BY HAVING LIMIT OFFSET ASC DESC COUNT SUM MIN MAX AVG SAMPLE " +
  "GROUP_CONCAT STR LANG DATATYPE REGEX CONTAINS STRSTARTS STRENDS REPLACE CONCAT COALESCE IF " +
  "BOUND YEAR MONTH DAY"
)
  .split(" ")
  .map((label) => ({ label, type: "keyword" }));

/**
 * A source of completions; the terms are asked for when the first is wanted.
 * @param {string} address of the terms as JSON
 * @returns {import('@codemirror/autocomplete').CompletionSource}
 */
export function completeFrom(address) {
  let asked;
  return async (context) => {
    const word = context.matchBefore(/[?$]?[\w:-]+|[?$]/);
    if (!word && !context.explicit) return null;
    const before = word?.text ?? "";
    const from = word?.from ?? context.pos;
    if (/^[?$]/.test(before)) return { from, options: variables(context, word) };
    asked ??= address ? termsAt(address) : Promise.resolve([]);
    return { from, options: [...WORDS, ...(await asked)], validFor: /^[\w:-]*$/ };
  };
}

/** The other variables of the query, without the one that is being written. */
function variables(context, word) {
  const text = context.state.sliceDoc(0, word.from) + context.state.sliceDoc(word.to);
  const names = new Set(text.match(/[?$]\w+/g));
  return [...names].map((label) => ({ label, type: "variable" }));
}

async function termsAt(address) {
  try {
    const { terms } = await (await fetch(address)).json();
    return terms.map(asCompletion);
  } catch {
    return []; // an editor without our terms is still one
  }
}

/** @param {Term} term */
function asCompletion({ label, apply, kind, info }) {
  return { label, apply, detail: kind, info: info || undefined, boost: kind === "prefix" ? 1 : 0 };
}
