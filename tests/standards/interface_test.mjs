// The real courier sends to the real collector through Prism, which holds every question and
// answer against openapi.json; the events are written and read by the SDK of CloudEvents.
//   interface_test.mjs PROGRAMS_FOLDER CHECKOUT
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CloudEvent, HTTP } from 'cloudevents';
import { ask, digestOf, freePort, post, sampleAttributes, workshop } from './collector.mjs';
import { Between, on_purpose } from './prism.mjs';

const [programs, checkout] = process.argv.slice(2);
const shop = workshop(programs, checkout);
const certificate = (name) => readFileSync(shop.file(`certificates/${name}.pem`));
const months = ['2026-01', '2026-02', '2026-03'];

// As the SDK writes it, but for the milliseconds, which the profile does not have.
function written(sequence, period, place) {
  const event = new CloudEvent(sampleAttributes(sequence, period, place));
  return { event, body: HTTP.structured(event).body.replace('.000Z', 'Z') };
}

// The courier delivers what the SDK wrote, and says how the kiosk is.
async function checkDelivery(settings, exchanges) {
  const events = months.map((period, at) => written(at + 1, period));
  events.forEach(({ event, body }, at) =>
    writeFileSync(shop.file(`outbox/new/${at + 1}-${event.id}.json`), body, { mode: 0o440 }));
  const courier = join(programs, 'inloop-sync');
  // Not the waiting kind: what it talks to is in this process.
  await promisify(execFile)(courier, ['--config', settings, '--once']);
  for (const { event } of events) assert(existsSync(shop.file(`receipts/${event.id}.json`)));

  const health = () => exchanges.find(({ path }) => path === '/zuilgezondheid');
  const running = await shop.start(courier, ['--config', settings, 'run'], health);
  await running.stop();
  assert.equal(health().status, 204, running.output());
  const event = HTTP.toEvent({ headers: health().headers, body: health().body.toString() });
  assert(event.validate());
  assert.equal(event.type, 'nl.inloop.zuil.gezondheid.v1');
  assert.equal(event.data.plek, 'klooslaan');
  return events;
}

// Every address that can be read, in the forms it has.
async function checkReads(way, events) {
  const paths = ['/plekken', '/plekken/klooslaan', '/plekken/klooslaan/maanden', '/wijken',
    '/plekcijfers?periode=2026-01&sorteer=-waarde&zoek=kloos', '/wijkcijfers?periode=2026-01',
    '/totalen', '/totalen?gemeente=Den%20Haag&wijk=Escamp&van=2026-02&totEnMet=2026-03',
    '/statistieken?plek=klooslaan&periode=2026-01&onderwerp=bezoeken', '/stille-plekken',
    '/gezondheid', '/openapi.json', '/bezoektellingen?paginaGrootte=2&pagina=2'];
  for (const path of paths) {
    const headers = { accept: 'application/json' };
    const answer = await ask(way, `/v1${path}`, { headers });
    assert.equal(answer.status, 200, path + answer.text);
    headers['if-none-match'] = answer.headers.etag;
    assert.equal((await ask(way, `/v1${path}`, { headers })).status, 304, path);
  }
  for (const accept of ['text/csv', 'application/vnd.sdmx.data+csv',
    'application/vnd.oasis.opendocument.spreadsheet']) {
    const answer = await ask(way, '/v1/statistieken', { headers: { accept } });
    assert.equal(answer.status, 200, accept);
    assert(answer.headers['content-type'].startsWith(accept));
  }
  const kept = JSON.parse((await ask(way, '/v1/bezoektellingen')).text);
  assert.equal(kept.totaalAantal, events.length);
  for (const [at, { gebeurtenis }] of kept.resultaten.entries()) {
    const event = HTTP.toEvent({ body: JSON.stringify(gebeurtenis),
      headers: { 'content-type': 'application/cloudevents+json' } });
    assert(event.validate());
    assert.equal(event.id, events[at].event.id);
    assert.deepEqual(event.data, events[at].event.data);
  }
}

// Refusals, too, are as they are described.
async function checkRefusals(way, events) {
  const identity = { cert: certificate('kiosk'), key: certificate('kiosk-key') };
  const broken = { [on_purpose]: 'yes' };
  const refused = async (status, answering) => {
    const answer = await answering;
    assert.equal(answer.status, status, answer.text);
    assert.equal(answer.headers['content-type'], 'application/problem+json');
    assert.equal(JSON.parse(answer.text).status, status);
  };
  const { body } = events[0];
  assert.equal((await post(way, body, { identity })).status, 200);
  await refused(409, post(way, written(9, months[0]).body, { identity }));
  await refused(403, post(way, written(9, months[0], 'elders').body, { identity }));
  await refused(401, post(way, body));
  await refused(400, post(way, body.replace('regulier', 'vreemd'), { identity }));
  await refused(400, post(way, body, { identity, headers: { 'content-digest': digestOf('x') } }));
  await refused(415, post(way, body,
    { identity, headers: { ...broken, 'content-type': 'text/plain' } }));
  await refused(413, post(way, JSON.stringify({ x: 'x'.repeat(65_537) }),
    { identity, headers: broken }));
  await refused(400, ask(way, '/v1/plekken?maand=1', { headers: broken }));
  await refused(400, ask(way, '/v1/statistieken?periode=gisteren', { headers: broken }));
  await refused(404, ask(way, '/v1/plekken/nergens'));
  await refused(404, ask(way, '/v1/plekken/nergens/maanden'));
  await refused(406, ask(way, '/v1/plekken', { headers: { ...broken, accept: 'image/png' } }));
}

try {
  const collector_port = await freePort();
  await shop.startCollector({ listen: [`port = ${collector_port}`, 'behind_proxy = true'] });
  const between = await Between.start(shop, checkout, collector_port);
  const { way, exchanges } = between;
  const events = await checkDelivery(shop.writeCourierSettings(way.port), exchanges);
  await checkReads(way, events);
  await checkRefusals(way, events);
  between.stop();
  between.check();
  assert(between.meant > 0);  // or Prism would have looked at nothing
  console.log(`${exchanges.length} exchanges, no violation`);
} finally {
  await shop.stop();
}
