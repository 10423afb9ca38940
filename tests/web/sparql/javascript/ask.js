// Ask an endpoint by a query engine in JavaScript, in each way it can ask, and print what it found.
import { QueryEngine } from "@comunica/query-sparql";

const [endpoint, queries] = [process.argv[2], JSON.parse(process.argv[3])];
const engine = new QueryEngine();
const context = { sources: [{ type: "sparql", value: endpoint }] };

const rows = await (await engine.queryBindings(queries.select, context)).toArray();
const triples = await (await engine.queryQuads(queries.construct, context)).toArray();
const about = await (await engine.queryQuads(queries.describe, context)).toArray();
const mistake = await engine.queryBoolean(queries.refused, context).catch((error) => error.message);

console.log(
  JSON.stringify({
    select: rows.map((row) => row.get("name").value),
    ask: await engine.queryBoolean(queries.ask, context),
    construct: triples.map((quad) => quad.subject.value),
    describe: about.length,
    refused: mistake,
  }),
);
