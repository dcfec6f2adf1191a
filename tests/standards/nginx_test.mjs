// The example of deploy/nginx in the real nginx, before the real collector on its Unix socket: who
// may send, what is refused in which words, and that the log names nobody.
//   nginx_test.mjs PROGRAMS_FOLDER CHECKOUT
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authority } from './authority.mjs';
import { ask, freePort, post, sampleEvent, until, workshop } from './collector.mjs';

const [programs, checkout] = process.argv.slice(2);
const shop = workshop(programs, checkout);
const ours = authority(shop.file('authority'));

function makeCertificates() {
  const client = 'extendedKeyUsage=clientAuth';
  ours.issue('localhost', 'subjectAltName=DNS:localhost');
  for (const name of ['kiosk', 'stranger', 'stolen']) ours.issue(name, client);
  ours.issue('expired', client, ['-startdate', '20240101000000Z', '-enddate', '20240201000000Z']);
  ours.revoke('stolen');
  ours.writeList();
}

function writeNginxSettings(port) {
  const example = readFileSync(join(checkout, 'deploy/nginx/inloop-collector.conf'), 'utf8');
  const site = example
    .replace(/listen \[::\]:443 ssl;/, '')
    .replace(/listen 443 ssl;/, `listen 127.0.0.1:${port} ssl;`)
    .replaceAll('/run/inloop-collector/http', shop.file('http'))
    .replace('/etc/inloop/collector.crt', ours.file('localhost.pem'))
    .replace('/etc/inloop/collector.key', ours.file('localhost-key.pem'))
    .replace('/etc/inloop/kiosks-ca.crt', ours.file('ca.pem'))
    .replace('/etc/inloop/kiosks.crl', ours.file('revoked.crl'))
    .replaceAll('/var/log/nginx/', `${shop.folder}/`);
  writeFileSync(shop.file('site.conf'), site);
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${shop.file(name)};`);
  // Its own user: with root as master the workers of nginx could not reach the socket here.
  const user = process.getuid() === 0 ? 'user root;' : '';
  writeFileSync(shop.file('nginx.conf'), `${user} pid ${shop.file('nginx.pid')}; daemon off;
    error_log ${shop.file('nginx.log')} info; events {} http { ${own.join(' ')}
    include ${shop.file('site.conf')}; }`);
}

const as = (name) => name && { cert: readFileSync(ours.file(`${name}.pem`)),
  key: readFileSync(ours.file(`${name}-key.pem`)) };

async function checkSenders(way) {
  const { body } = sampleEvent(1, '2026-01');
  assert.equal((await post(way, body, { identity: as('kiosk') })).status, 201);
  assert.equal((await post(way, body, { identity: as('kiosk') })).status, 200);
  const refused = async (status, more) => {
    const answer = await post(way, body, more);
    assert.equal(answer.status, status, answer.text);
    assert.equal(answer.headers['content-type'], 'application/problem+json');
    assert.equal(JSON.parse(answer.text).status, status);
    assert.equal(answer.headers['api-version'], '1.0.0');
  };
  await refused(401, {});
  await refused(403, { identity: as('stranger') });
  await refused(403, { identity: as('expired') });
  await refused(403, { identity: as('stolen') });
  // Whoever writes the headers of the proxy himself is not believed.
  const forged = { 'x-client-verify': 'SUCCESS',
    'x-client-certificate': encodeURIComponent(readFileSync(ours.file('kiosk.pem'), 'utf8')) };
  await refused(401, { headers: forged });
}

async function checkLimits(way) {
  const is_problem = (answer, status) => {
    assert.equal(answer.status, status, answer.text);
    assert.equal(answer.headers['content-type'], 'application/problem+json');
    assert.equal(JSON.parse(answer.text).status, status);
  };
  is_problem(await post(way, ' '.repeat(200_000), { identity: as('kiosk') }), 413);
  is_problem(await ask(way, `/${'a'.repeat(9_000)}`), 414);
  is_problem(await ask(way, '/v1/plekken', { headers: { 'x-long': 'a'.repeat(9_000) } }), 431);
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask(way, '/v1/gezondheid')));
  const slowed = answers.filter(({ status }) => status === 429);
  assert(slowed.length > 0 && slowed.length < 200);
  assert(slowed.every(({ headers }) => headers['retry-after'] === '30'));
}

try {
  makeCertificates();
  const port = await freePort();
  const way = { port, ca: readFileSync(ours.file('ca.pem')) };
  const collector = await shop.startCollector({
    listen: [`address = "unix:${shop.file('http')}"`, 'behind_proxy = true'],
    certificate: ours.file('kiosk.pem'),
  });
  assert.equal(statSync(shop.file('http')).mode & 0o777, 0o660);
  writeNginxSettings(port);
  await shop.start('/usr/sbin/nginx', ['-e', shop.file('nginx.log'), '-c', shop.file('nginx.conf')],
    () => ask(way, '/v1/gezondheid').then(({ status }) => status === 200, () => false));
  await checkSenders(way);
  await checkLimits(way);
  await collector.stop();
  let silent;
  await until('one may ask again', async () => {
    silent = await ask(way, '/v1/plekken');
    return silent.status !== 429;
  });
  assert.equal(silent.status, 503, silent.text);
  assert.equal(silent.headers['retry-after'], '60');
  assert.equal(JSON.parse(silent.text).status, 503);
  for (const log of ['inloop-collector.log', 'inloop-collector-error.log']) {
    assert(!readFileSync(shop.file(log), 'utf8').includes('127.0.0.1'), `${log} names the client`);
  }
  assert(!collector.output().includes('127.0.0.1'));
  console.log('nginx and the collector agree');
} finally {
  await shop.stop();
}
