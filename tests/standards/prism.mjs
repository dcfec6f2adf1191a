// Prism between whoever asks and the real collector: it holds every question and answer against
// openapi.json. In front of it TLS ends as it would at nginx.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './collector.mjs';

export const on_purpose = 'x-broken-on-purpose';

async function bodyOf(question) {
  const parts = [];
  for await (const part of question) parts.push(part);
  return Buffer.concat(parts);
}

// Who is cut off by one side cuts the other off as well: a program that dies looks here as it would
// without anybody in between.
function passOn(options, body, question, answer, on_answer) {
  const passed_on = http.request({ host: '127.0.0.1', ...options }, (received) => {
    received.on('error', () => answer.destroy());
    on_answer(received);
  });
  passed_on.on('error', () => answer.destroy());
  question.socket.on('close', () => passed_on.destroy());
  passed_on.end(body);
}

export class Between {
  // What Prism objected to, and every question that was answered.
  violations = [];
  exchanges = [];
  meant = 0;  // objections to what was wrong on purpose
  cut_off = 0;
  // Prism writes JSON anew on its way, and the collector takes only the very bytes that were sent.
  // So what Prism has let through is changed back behind it.
  #sent = new Map();  // bytes by their digest
  #servers = [];

  static async start(shop, checkout, collector_port) {
    const between = new Between();
    const restorer = await between.#listen(http.createServer((question, answer) =>
      between.#restore(collector_port, question, answer)), '127.0.0.1');
    const prism_port = await freePort();
    await shop.start('node_modules/.bin/prism',
      ['proxy', join(checkout, 'sync/collector/openapi.json'),
        `http://127.0.0.1:${restorer.address().port}/v1`, '--port', String(prism_port)],
      (output) => output.includes('Prism is listening'));
    const certificate = (name) => readFileSync(shop.file(`certificates/${name}.pem`));
    const options = { key: certificate('collector-key'), cert: certificate('collector'),
      ca: certificate('ca'), requestCert: true, rejectUnauthorized: false };
    const front = await between.#listen(https.createServer(options, (question, answer) =>
      between.#take(prism_port, question, answer)), 'localhost');
    between.way = { port: front.address().port, ca: certificate('ca') };
    return between;
  }

  stop() {
    for (const server of this.#servers) server.close();
  }

  // Says what was objected to, and fails when there is anything.
  check() {
    for (const violation of this.violations) console.error(JSON.stringify(violation));
    assert.equal(this.violations.length, 0);
  }

  async #listen(server, host) {
    this.#servers.push(server.listen(0, host));
    await once(server, 'listening');
    return server;
  }

  // Passes everything on to Prism, with the certificate as nginx would pass it on.
  async #take(prism_port, question, answer) {
    const headers = { ...question.headers };
    const shown = question.socket.getPeerX509Certificate();
    if (shown && question.socket.authorized) {
      headers['x-client-verify'] = 'SUCCESS';
      headers['x-client-certificate'] = encodeURIComponent(shown.toString());
    }
    const body = await bodyOf(question).catch(() => undefined);
    if (body === undefined) return;  // whoever asked is gone
    const digest = headers['content-digest'];
    if (digest && !(on_purpose in headers)) this.#sent.set(digest, body);
    const path = question.url.replace(/^\/v1/, '');
    const to_prism = { port: prism_port, method: question.method, path, headers };
    passOn(to_prism, body, question, answer, (received) => {
      // Without it Prism itself says that the collector did not answer.
      if (!('api-version' in received.headers)) {
        ++this.cut_off;
        return answer.destroy();
      }
      this.#note(question, path, body, received);
      answer.writeHead(received.statusCode, received.headers);
      received.pipe(answer);
    });
  }

  async #restore(collector_port, question, answer) {
    const passed = await bodyOf(question).catch(() => undefined);
    if (passed === undefined) return;
    const bytes = this.#sent.get(question.headers['content-digest']) ?? passed;
    if (bytes !== passed) assert.deepEqual(JSON.parse(passed), JSON.parse(bytes));
    const headers = { ...question.headers };
    if (question.method === 'POST') headers['content-length'] = bytes.length;
    const to_collector = { port: collector_port, method: question.method, path: question.url,
      headers };
    passOn(to_collector, bytes, question, answer, (received) => {
      answer.writeHead(received.statusCode, received.headers);
      received.pipe(answer);
    });
  }

  #note(question, path, body, received) {
    for (const violation of JSON.parse(received.headers['sl-violations'] ?? '[]')) {
      // What Prism says of itself: it cannot see TLS.
      if (violation.message.includes('do not support this type of security scheme')) continue;
      if (on_purpose in question.headers && violation.location[0] === 'request') {
        ++this.meant;
        continue;
      }
      this.violations.push({ method: question.method, path, status: received.statusCode,
        violation });
    }
    this.exchanges.push({ method: question.method, path, headers: question.headers, body,
      status: received.statusCode });
  }
}
