// Bundles the page: node build.mjs OUT MODULES. OUT gets page.js and page.css; MODULES is the
// folder with the packages of package-lock.json. Fails when the page has grown too large.
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";

const most_gzip_bytes = 200_000;
const [out = "dist", modules = "node_modules"] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "of-the-page.js"));
const {buildSync} = require("esbuild");
const source = fileURLToPath(new URL("src/", import.meta.url));

buildSync({
  entryPoints: {page: join(source, "main.ts")},
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  legalComments: "none",
  nodePaths: [resolve(modules)],
  outdir: out,
  logLevel: "warning",
});

let total = 0;
for (const name of ["page.js", "page.css"]) {
  const size = gzipSync(readFileSync(join(out, name)), {level: 9}).length;
  total += size;
  console.log(`${name}: ${(size / 1000).toFixed(1)} kB gzip`);
}
console.log(`together ${(total / 1000).toFixed(1)} kB of at most ${most_gzip_bytes / 1000} kB`);
if (total > most_gzip_bytes) process.exit(1);
