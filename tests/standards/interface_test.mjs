// The real courier sends to the real collector through Prism, which holds every question and
// answer against openapi.json; the events are written and read by the SDK of CloudEvents. TLS ends here, as
// it would at nginx.
//   interface_test.mjs PROGRAMS_FOLDER CHECKOUT
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CloudEvent, HTTP } from 'cloudevents';
import { ask, digestOf, freePort, post, sampleAttributes, workshop } from './collector.mjs';

const [programs, checkout] = process.argv.slice(2);
const shop = workshop(programs, checkout);
const certificate = (name) => readFileSync(shop.file(`certificates/${name}.pem`));
const months = ['2026-01', '2026-02', '2026-03'];
const on_purpose = 'x-broken-on-purpose';

// What Prism objected to, and every question that came by.
const violations = [];
const exchanges = [];

let meant = 0;

function note(question, path, body, received) {
  for (const violation of JSON.parse(received.headers['sl-violations'] ?? '[]')) {
    // What Prism says of itself: it cannot see TLS.
    if (violation.message.includes('do not support this type of security scheme')) continue;
    if (on_purpose in question.headers && violation.location[0] === 'request') {
      ++meant;
      continue;
    }
    violations.push({ method: question.method, path, status: received.statusCode, violation });
  }
  exchanges.push({ path, headers: question.headers, body, status: received.statusCode });
}

// Prism writes JSON anew on its way, and the collector takes only the very bytes that were sent. So
// what Prism has let through is changed back behind it.
const sent = new Map();  // bytes by their digest

async function bodyOf(question) {
  const parts = [];
  for await (const part of question) parts.push(part);
  return Buffer.concat(parts);
}

async function startRestorer(collector_port) {
  const restorer = http.createServer(async (question, answer) => {
    const passed = await bodyOf(question);
    const bytes = sent.get(question.headers['content-digest']) ?? passed;
    if (bytes !== passed) assert.deepEqual(JSON.parse(passed), JSON.parse(bytes));
    const headers = { ...question.headers };
    if (question.method === 'POST') headers['content-length'] = bytes.length;
    const passed_on = http.request(
      { port: collector_port, host: '127.0.0.1', method: question.method, path: question.url,
        headers },
      (received) => {
        answer.writeHead(received.statusCode, received.headers);
        received.pipe(answer);
      });
    passed_on.end(bytes);
  });
  restorer.listen(0, '127.0.0.1');
  await once(restorer, 'listening');
  return restorer;
}

// Passes everything on to Prism, with the certificate as nginx would pass it on.
async function startFront(prism_port) {
  const options = { key: certificate('collector-key'), cert: certificate('collector'),
    ca: certificate('ca'), requestCert: true, rejectUnauthorized: false };
  const front = https.createServer(options, async (question, answer) => {
    const headers = { ...question.headers };
    const shown = question.socket.getPeerX509Certificate();
    if (shown && question.socket.authorized) {
      headers['x-client-verify'] = 'SUCCESS';
      headers['x-client-certificate'] = encodeURIComponent(shown.toString());
    }
    const body = await bodyOf(question);
    const digest = headers['content-digest'];
    if (digest && !(on_purpose in headers)) sent.set(digest, body);
    const path = question.url.replace(/^\/v1/, '');
    const passed_on = http.request(
      { port: prism_port, method: question.method, path, headers },
      (received) => {
        note(question, path, body, received);
        answer.writeHead(received.statusCode, received.headers);
        received.pipe(answer);
      });
    passed_on.end(body);
  });
  front.listen(0, 'localhost');
  await once(front, 'listening');
  return front;
}

// As the SDK writes it, but for the milliseconds, which the profile does not have.
function written(sequence, period, place) {
  const event = new CloudEvent(sampleAttributes(sequence, period, place));
  return { event, body: HTTP.structured(event).body.replace('.000Z', 'Z') };
}

// The courier delivers what the SDK wrote, and says how the kiosk is.
async function checkDelivery(settings) {
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
  const prism_port = await freePort();
  await shop.startCollector({ listen: [`port = ${collector_port}`, 'behind_proxy = true'] });
  const restorer = await startRestorer(collector_port);
  await shop.start('node_modules/.bin/prism',
    ['proxy', join(checkout, 'sync/collector/openapi.json'),
      `http://127.0.0.1:${restorer.address().port}/v1`, '--port', String(prism_port)],
    (output) => output.includes('Prism is listening'));
  const front = await startFront(prism_port);
  const way = { port: front.address().port, ca: certificate('ca') };
  const events = await checkDelivery(shop.writeCourierSettings(way.port));
  await checkReads(way, events);
  await checkRefusals(way, events);
  front.close();
  restorer.close();
  for (const violation of violations) console.error(JSON.stringify(violation));
  assert.equal(violations.length, 0);
  assert(meant > 0);  // or Prism would have looked at nothing
  console.log(`${exchanges.length} exchanges, no violation`);
} finally {
  await shop.stop();
}
