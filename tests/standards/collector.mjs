// The real collector and courier, with throw-away certificates, for the tests of this folder, and
// what is said to them. What is started here is ended by stop().
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const patience_ms = 60_000;

export const source = 'urn:nld:kvknr:12345678:systeem:kiosk-1';
export const place = 'klooslaan';

// Waits until something is so; looks again and again, because what is waited for tells nobody.
export async function until(what, is_so) {
  for (const end = Date.now() + patience_ms; Date.now() < end; ) {
    if (await is_so()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not in time: ${what}`);
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export function workshop(programs, checkout) {
  const folder = mkdtempSync(join(tmpdir(), 'inloop-standards-'));
  const running = [];
  const file = (name) => join(folder, name);
  execFileSync(join(checkout, 'deploy/make-certificates'), [file('certificates'), 'localhost']);
  for (const name of ['outbox/new', 'outbox/sent', 'receipts', 'sync']) {
    mkdirSync(file(name), { recursive: true });
  }

  // Starts a program and waits until it is ready.
  async function start(program, args, is_ready) {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    running.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => (output += part));
    }
    const is_alive = () => child.exitCode === null && child.signalCode === null;
    const process = {
      output: () => output,
      async stop() {
        child.kill();
        if (is_alive()) await once(child, 'exit');
      },
    };
    const is_done = async () => {
      if (!is_alive()) throw new Error('it ended');
      return is_ready(output);
    };
    await until('ready', is_done).catch((error) => {
      throw new Error(`${program}: ${error.message}\n${output}`);
    });
    return process;
  }

  const collector = join(programs, 'inloop-collector');
  return {
    folder,
    file,
    start,
    async startCollector({ listen, certificate = file('certificates/kiosk.pem') }) {
      const settings = file('collector.toml');
      writeFileSync(settings,
        ['[listen]', ...listen, '[store]', 'database = "collector.db"', ''].join('\n'));
      execFileSync(collector, ['--config', settings, 'place', 'add', '--id', place,
        '--name', 'Willem Klooslaan', '--municipality', 'Den Haag', '--district', 'Escamp',
        '--certificate', certificate], { stdio: 'pipe' });
      return start(collector, ['--config', settings, 'serve'],
        (output) => output.includes('listening on'));
    },
    writeCourierSettings(port) {
      writeFileSync(file('sync.toml'), [
        '[collector]', `url = "https://localhost:${port}/v1/bezoektellingen"`,
        'authorities = "certificates/ca.pem"', 'certificate = "certificates/kiosk.pem"',
        'key = "certificates/kiosk-key.pem"',
        '[kiosk]', `place = "${place}"`, `source = "${source}"`,
        '[folders]', 'outbox = "outbox"', 'receipts = "receipts"', 'state = "sync"',
        '[timing]', 'poll_seconds = 1', 'longest_start_delay_seconds = 0', '',
      ].join('\n'));
      return file('sync.toml');
    },
    async stop() {
      for (const child of running) {
        child.kill();
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// way: { port, ca }. identity: { cert, key } of a client that shows a certificate.
export function ask(way, path, { method = 'GET', headers = {}, body, identity } = {}) {
  return new Promise((resolve, reject) => {
    const question = https.request(
      { host: 'localhost', path, method, headers, agent: false, ...way, ...identity },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers,
          text: Buffer.concat(parts).toString() }));
      });
    question.on('error', reject);
    question.end(body);
  });
}

export function digestOf(body) {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

export function post(way, body, { headers, identity } = {}) {
  return ask(way, '/v1/bezoektellingen', {
    method: 'POST', body, identity,
    headers: { 'content-type': 'application/cloudevents+json; charset=utf-8',
      accept: 'application/json, application/problem+json', 'content-digest': digestOf(body),
      ...headers },
  });
}

const feeling_questions = ['gezien', 'gedragen', 'gesteund'];
const kinds = ['ontmoeten', 'bewegen', 'koken', 'leren', 'maken', 'helpen', 'advies'];

// The attributes of a count event, as the SDK of CloudEvents takes them.
export function sampleAttributes(sequence, period, of_place = place) {
  return {
    specversion: '1.0', id: randomUUID(), source,
    type: 'nl.inloop.bezoektelling.vrijgegeven.v1', subject: of_place,
    time: `${period}-28T03:00:00Z`, datacontenttype: 'application/json',
    dataschema: 'https://inloop.example/schemas/bezoektelling-1.0.0.json',
    sequence: String(sequence), sequencetype: 'Integer',
    data: {
      plek: of_place, periode: period, soort: 'regulier',
      tabellen: [{ onderwerp: 'bezoeken', eenheid: 'geteldePersoon',
        mechanisme: 'discreteLaplace', gevoeligheid: 1, epsilon: { teller: 1, noemer: 1 },
        cellen: [{ groep: 'volwassenen', waarde: 100 + sequence },
          { groep: 'kinderen', waarde: -1 }] }],
      feiten: { dagdelenGepland: 22, dagdelenOpen: 21,
        gevoelsvraag: feeling_questions[(Number(period.slice(5)) - 1) % 3],
        bijeenkomsten: kinds.map((soort) => ({ soort, gepland: 1, gehouden: 1, afgelast: 0 })),
        softwareversie: '0.1.0' },
    },
  };
}

export function sampleEvent(sequence, period) {
  return { body: JSON.stringify(sampleAttributes(sequence, period)) };
}
