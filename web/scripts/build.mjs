// Bundles the scripts of the pages: node build.mjs OUT. Run by the build hook, hatch_build.py.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const ENTRIES = ["explorer.js", "editor.js"];
const LICENCES = new Set(["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"]);

/**
 * The folders of the packages that a bundle holds code of.
 * @param {import('esbuild').Metafile} metafile
 * @returns {string[]} sorted, relative to this folder
 */
function packageFolders(metafile) {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = inputs.map((path) => /^node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders)].filter((folder) => folder !== undefined).sort();
}

/**
 * The name, version and licence of a package, with the text of the licence.
 * @param {string} folder
 * @returns {Promise<string>}
 * @throws {Error} where the licence is none of ours to ship
 */
async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  if (!LICENCES.has(license)) throw new Error(`${name} has the licence ${license}`);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  if (!file) throw new Error(`${name} has no file with its licence`);
  const text = await readFile(join(folder, file), "utf8");
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

const out = resolve(process.argv[2]);
const { metafile } = await build({
  entryPoints: ENTRIES,
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none", // the whole texts stand in LICENCES.txt
  metafile: true,
  logLevel: "warning",
});
const licences = await Promise.all(packageFolders(metafile).map(licenceOf));
await writeFile(join(out, "LICENCES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
