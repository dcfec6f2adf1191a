// Makes the stores for the tests of the page: one with the demo figures, which a second filling must
// not touch, and one of a region that holds them many times.
import assert from "node:assert/strict";
import {execFileSync, spawnSync} from "node:child_process";
import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";

import {region_of} from "./region.mjs";
import {collector, repository, settings_of, store_folder} from "./surroundings.mjs";

const copies = 9;  // of the twelve places of the demo

rmSync(store_folder, {recursive: true, force: true});
mkdirSync(store_folder, {recursive: true});
execFileSync(join(repository, "deploy/make-certificates"),
  [join(store_folder, "keys"), "127.0.0.1"], {stdio: "pipe"});
for (const store of ["town", "region"])
  writeFileSync(settings_of(store), `[listen]
port = 0
[tls]
certificate = "keys/collector.pem"
private_key = "keys/collector-key.pem"
client_authority = "keys/ca.pem"
[store]
database = "${store}.db"
`);

const run = (store, ...command) => spawnSync(collector,
  ["--config", settings_of(store), ...command], {encoding: "utf8", maxBuffer: 1e9});
const demo = () => run("town", "demo", "--seed", "7");

const filled = demo();
assert.equal(filled.status, 0, filled.stderr);
assert.match(filled.stdout, /12 of 12 places, 4\d\d months/);
const again = demo();
assert.notEqual(again.status, 0, "a store that holds figures was filled again");
assert.match(again.stderr, /only an empty one/);
console.log(filled.stdout.trim().split("\n").at(-2));

const exported = run("town", "export");
assert.equal(exported.status, 0, exported.stderr);
const archive = join(store_folder, "region.ndjson");
writeFileSync(archive, [...region_of(exported.stdout.split("\n"), copies)].join("\n"));
const imported = run("region", "import", "--file", archive);
assert.equal(imported.status, 0, imported.stderr);
