// Makes a store with demo figures for the tests of the page: FOLDER of store.mjs. A second filling
// of the same store must be refused.
import assert from "node:assert/strict";
import {execFileSync, spawnSync} from "node:child_process";
import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";

import {collector, repository, store_folder} from "./surroundings.mjs";

rmSync(store_folder, {recursive: true, force: true});
mkdirSync(store_folder, {recursive: true});
execFileSync(join(repository, "deploy/make-certificates"),
  [join(store_folder, "keys"), "127.0.0.1"], {stdio: "pipe"});
writeFileSync(join(store_folder, "collector.toml"), `[listen]
port = 0
[tls]
certificate = "keys/collector.pem"
private_key = "keys/collector-key.pem"
client_authority = "keys/ca.pem"
[store]
database = "collector.db"
`);
const demo = () => spawnSync(collector,
  ["--config", join(store_folder, "collector.toml"), "demo", "--seed", "7"], {encoding: "utf8"});

const filled = demo();
assert.equal(filled.status, 0, filled.stderr);
assert.match(filled.stdout, /12 of 12 places, 4\d\d months/);
const again = demo();
assert.notEqual(again.status, 0, "a store that holds figures was filled again");
assert.match(again.stderr, /only an empty one/);
console.log(filled.stdout.trim().split("\n").at(-2));
