// The whole delivery test, with couriers and collectors that are killed in the middle of everything,
// while Prism stands between the two and holds every exchange against openapi.json.
//   delivery_test.mjs DELIVERY_TEST PROGRAMS_FOLDER CHECKOUT
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { freePort, workshop } from './collector.mjs';
import { Between } from './prism.mjs';

const [delivery_test, programs, checkout] = process.argv.slice(2);
const shop = workshop(programs, checkout);

try {
  const collector_port = await freePort();
  const between = await Between.start(shop, checkout, collector_port);
  const environment = { INLOOP_BETWEEN_PORT: String(between.way.port),
    INLOOP_BETWEEN_COLLECTOR_PORT: String(collector_port),
    INLOOP_BETWEEN_CERTIFICATES: shop.file('certificates') };
  // Not the waiting kind: what it talks to is in this process.
  const done = await promisify(execFile)(delivery_test, ['--use-colour', 'no'],
    { env: { ...process.env, ...environment } }).catch((error) => error);
  console.log(done.stdout);
  between.stop();
  between.check();
  assert.equal(done.code ?? 0, 0, done.stderr);
  const stored = between.exchanges.filter(({ status }) => status === 201).length;
  assert(stored >= 24, `only ${stored} releases came by`);
  console.log(`${between.exchanges.length} exchanges, ${between.cut_off} cut off, no violation`);
} finally {
  await shop.stop();
}
