// The NL API Design Rules 2.2.0 as far as a description can show them, as rules of Spectral. The
// name of a rule is that of the standard where it has one there.
import { pattern, schema, truthy } from '@stoplight/spectral-functions';

const operations = '$.paths[*][get,put,post,patch,delete,head,options]';

// Of the given thing at least one key must begin so, in capitals or not.
function hasHeader(target, { name }) {
  const names = Object.keys(target ?? {}).map((key) => key.toLowerCase());
  return names.includes(name.toLowerCase()) ? [] : [{ message: `the header ${name} is missing` }];
}

function onlyThese(target, { words }) {
  return Object.keys(target)
    .filter((word) => !words.includes(word))
    .map((word) => ({ message: `${word} is none of ${words.join(', ')}` }));
}

function refusesInProblemJson(target) {
  return Object.entries(target)
    .filter(([status]) => /^[45]/.test(status))
    .filter(([, answer]) => !answer.content?.['application/problem+json'])
    .map(([status]) => ({ message: `${status} is not application/problem+json` }));
}

function hasExample(target) {
  const isShown = target.example !== undefined || Object.keys(target.examples ?? {}).length > 0;
  return isShown ? [] : [{ message: 'there is no example' }];
}

function needsCertificate(target) {
  return (target.security ?? []).some((way) => 'clientcertificaat' in way)
    ? []
    : [{ message: 'anybody may write here' }];
}

const error = (description, given, then) => ({ description, severity: 'error', given, then });

export const rules = {
  'core/doc-openapi': error('OpenAPI 3.1', '$', {
    field: 'openapi', function: pattern, functionOptions: { match: '^3\\.1\\.' },
  }),
  'core/doc-openapi-contact': error('who to ask is said in full', '$.info', {
    field: 'contact', function: schema,
    functionOptions: { schema: { type: 'object', required: ['name', 'url', 'email'] } },
  }),
  'core/semver': error('the version is semantic', '$.info', {
    field: 'version', function: pattern, functionOptions: { match: '^\\d+\\.\\d+\\.\\d+$' },
  }),
  'core/uri-version': error('the major version stands in the address', '$.servers[*]', {
    field: 'url', function: pattern, functionOptions: { match: '/v\\d+$' },
  }),
  'core/version-header': error(
    'every answer says its version', `${operations}.responses[*]`,
    { field: 'headers', function: hasHeader, functionOptions: { name: 'API-Version' } },
  ),
  'core/no-trailing-slash': error('an address ends in no slash', '$.paths', {
    field: '@key', function: pattern, functionOptions: { notMatch: '/$' },
  }),
  'core/path-segments-kebab-case': error('paths are kebab-case', '$.paths', {
    field: '@key', function: pattern,
    functionOptions: { match: '^(/([a-z0-9.-]+|\\{[a-zA-Z]+\\}))+$' },
  }),
  'core/query-keys-camel-case': error(
    'keys of a query are camelCase', "$..parameters[?(@ && @.in=='query')]",
    { field: 'name', function: pattern, functionOptions: { match: '^[a-z][a-zA-Z0-9]*$' } },
  ),
  'core/keys-camel-case': error('fields are camelCase', '$.components.schemas..properties', {
    field: '@key', function: pattern, functionOptions: { match: '^[a-z][a-zA-Z0-9]*$' },
  }),
  'core/http-methods': error('only methods of the standard', '$.paths[*]', {
    function: onlyThese,
    functionOptions: {
      words: ['get', 'put', 'post', 'patch', 'delete', 'head', 'options', 'parameters'],
    },
  }),
  'core/no-422': error('what is wrong with a question is 400', `${operations}.responses`, {
    field: '@key', function: pattern, functionOptions: { notMatch: '^422$' },
  }),
  'core/problem-json': error('refusals are problem+json', `${operations}.responses`, {
    function: refusesInProblemJson,
  }),
  'core/no-verbs': error('an address names a thing', '$.paths', {
    field: '@key', function: pattern,
    functionOptions: { notMatch: '/(lees|stuur|maak|wijzig|verwijder|get|post|create|delete)' },
  }),
  'inloop/operation': error('every operation says what it is', operations, [
    { field: 'operationId', function: truthy },
    { field: 'summary', function: truthy },
    { field: 'tags', function: truthy },
  ]),
  'inloop/example': error(
    'every answer and question in JSON has an example',
    `${operations}..content[?(@property.match(/json$/))]`, { function: hasExample },
  ),
  'inloop/writing-is-guarded': error('writing needs a certificate', '$.paths[*].post', {
    function: needsCertificate,
  }),
};
