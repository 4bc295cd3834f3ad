// Makes of the contract the one that Specmatic reads: derive.mjs <v1.json> <out>. The requests that it makes are valid or
// broken by the same schemas; what is changed is only where Specmatic would otherwise make nothing of it:
// - its generator of strings takes a quotation mark in a pattern for syntax, and its linter a slash at the beginning;
// - required parameters and bodies begin with examples that are true of the starter data (If-Match with any version);
// - credentials are the judge's matter: it would make some up;
// - calendars, feeds and tables are just text: it takes an example that looks like XML for XML;
// - it would wait for the end of a stream of events, which has none (judge.mjs does not miss them).
//
// Specmatic makes a request of each mutation of each parameter and member, some hundred for every operation. So each operation
// keeps only some of its optional parameters, and each body some of its optional members, taken in turn: all are walked by the
// tests of the build, here it is about requests that nobody thought of.
import { readFileSync, writeFileSync } from 'node:fs';

const [from, to] = process.argv.slice(2);
const contract = JSON.parse(readFileSync(from, 'utf8'));

const resolve = (node) => (node?.$ref ? resolve(node.$ref.slice(2).split('/').reduce((at, step) => at[step], contract)) : node);

function adapt(node) {
  if (node === null || typeof node !== 'object') {
    return;
  }
  if (typeof node.pattern === 'string') {
    node.pattern = node.pattern.replace(/^\^\//, '^[/]').replaceAll('"', '\\"');
  }
  delete node.security;
  delete node.securitySchemes;
  Object.values(node).forEach(adapt);
}

const example = (value) => ({ starter: { value } });

function parameter(reference) {
  const { example: given, ...rest } = structuredClone(resolve(reference));
  const schema = resolve(rest.schema);
  if (rest.required) {
    rest.examples = example(rest.name === 'If-Match' ? '*' : given ?? schema.example ?? schema.default);
  }
  return rest;
}

const PARAMETERS = 2;
const MEMBERS = 2;

/** Some of them, others each time. */
let turn = 0;
const some = (all, count) => all.filter((_, index) => (index + all.length - (turn % (all.length || 1))) % all.length < count);

/** An example without what its schema has lost. */
function fit(value, reference) {
  const schema = resolve(reference);
  if (Array.isArray(value)) {
    return value.map((each) => fit(each, schema.items));
  }
  if (value === null || typeof value !== 'object' || !schema.properties) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).filter(([member]) => member in schema.properties)
    .map(([member, inside]) => [member, fit(inside, schema.properties[member])]));
}

function shorten(name) {
  const schema = contract.components.schemas[name];
  if (!schema.properties) {
    // lines of a file are just text
    return;
  }
  const required = schema.required ?? [];
  const kept = some(Object.keys(schema.properties).filter((member) => !required.includes(member)), MEMBERS);
  const of = (members) => Object.fromEntries(Object.entries(members).filter(([member]) => required.includes(member) || kept.includes(member)));
  schema.properties = of(schema.properties);
  turn++;
}

for (const [path, item] of Object.entries(contract.paths)) {
  if (item.get?.responses['200']?.content?.['text/event-stream']) {
    delete contract.paths[path];
  }
}
adapt(contract);
new Set(Object.values(contract.paths).flatMap(Object.values).flatMap((operation) => Object.values(operation.requestBody?.content ?? {}))
  .map((media) => media.schema.$ref.split('/').pop())).forEach(shorten);
for (const item of Object.values(contract.paths)) {
  for (const operation of Object.values(item).filter((member) => member.operationId)) {
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(parameter);
    const kept = some(parameters.filter((each) => !each.required), PARAMETERS);
    operation.parameters = parameters.filter((each) => each.required || kept.includes(each));
    turn++;
    const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))[1];
    for (const body of [operation.requestBody, resolve(success)]) {
      for (const [type, media] of Object.entries(body?.content ?? {})) {
        delete media.example;
        if (type.endsWith('json') && type !== 'application/x-ndjson') {
          media.examples = example(fit(resolve(media.schema).example, media.schema));
        } else {
          media.schema = { type: 'string' };
          media.examples = example('text');
        }
      }
    }
  }
  delete item.parameters;
}
writeFileSync(to, JSON.stringify(contract));
