// Holds openapi.json to the design rules, and each rule to a description that breaks it: a rule
// that objects to nothing would hold nothing.
//   design_rules_test.mjs OPENAPI_FILE
import { readFileSync } from 'node:fs';
import spectral from '@stoplight/spectral-core';
import { rules } from './design_rules.mjs';

const description = readFileSync(process.argv[2], 'utf8');

// How to break each rule in a copy of the description.
const breaks = {
  'core/doc-openapi': (api) => (api.openapi = '3.0.3'),
  'core/doc-openapi-contact': (api) => delete api.info.contact.email,
  'core/semver': (api) => (api.info.version = '1'),
  'core/uri-version': (api) => (api.servers[0].url = '/api'),
  'core/version-header': (api) => delete api.paths['/plekken'].get.responses['200'].headers,
  'core/no-trailing-slash': (api) => rename(api, '/plekken', '/plekken/'),
  'core/path-segments-kebab-case': (api) => rename(api, '/stille-plekken', '/stillePlekken'),
  'core/query-keys-camel-case': (api) => (api.components.parameters.TotEnMet.name = 'tot-en-met'),
  'core/keys-camel-case': (api) => (api.components.schemas.Plek.properties.Laatste_Maand = {}),
  'core/http-methods': (api) => (api.paths['/plekken'].trace = api.paths['/plekken'].get),
  'core/no-422': (api) => {
    const { responses } = api.paths['/bezoektellingen'].post;
    responses['422'] = responses['400'];
  },
  'core/problem-json': (api) =>
    (api.components.responses.Opslag.content = { 'text/plain': { schema: {} } }),
  'core/no-verbs': (api) => rename(api, '/plekken', '/lees-plekken'),
  'inloop/operation': (api) => delete api.paths['/plekken'].get.summary,
  'inloop/example': (api) =>
    delete api.paths['/plekken'].get.responses['200'].content['application/json'].examples,
  'inloop/writing-is-guarded': (api) => delete api.paths['/bezoektellingen'].post.security,
};

function rename(api, from, to) {
  api.paths[to] = api.paths[from];
  delete api.paths[from];
}

async function objectionsTo(api) {
  const linter = new spectral.Spectral();
  linter.setRuleset({ rules });
  return linter.run(api);
}

const found = await objectionsTo(JSON.parse(description));
for (const { code, message, path } of found) {
  console.error(`${code}: ${message} (${path.join('/')})`);
}
let failures = found.length;
for (const rule of Object.keys(rules)) {
  const api = JSON.parse(description);
  breaks[rule]?.(api);
  const codes = (await objectionsTo(api)).map(({ code }) => code);
  if (codes.includes(rule)) continue;
  console.error(`${rule}: does not object to a description that breaks it`);
  ++failures;
}
console.log(`${Object.keys(rules).length} rules, ${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
