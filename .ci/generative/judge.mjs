// Stands between Specmatic and the service and holds every answer against the contract: judge.mjs <v1.json> <service> <API key> <out>.
// - no 5xx; - a status that the operation documents; - whatever is no success is a problem document that fits the contract's
// schema and has the right status inside; - a success is of the documented media type, and in JSON fits its schema.
// Writes its own address to <out> when it is ready; judges when it is told to stop (SIGTERM), and fails if anything was wrong, or if
// too little was asked: an operation without a request, or fewer than 500 requests.
import { createServer, request } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const [file, service, key, out] = process.argv.slice(2);
const contract = JSON.parse(readFileSync(file, 'utf8'));
const root = contract.servers[0].url;
const resolve = (node) => (node?.$ref ? resolve(node.$ref.slice(2).split('/').reduce((at, step) => at[step], contract)) : node);

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
addFormats(ajv);
ajv.addFormat('int32', true).addFormat('int64', true);
ajv.addSchema({ ...contract, $id: 'contract' });
const schemas = new Map();
const validator = (name) => schemas.get(name) ?? schemas.set(name, ajv.compile({ $ref: `contract#/components/schemas/${name}` })).get(name);

const operations = Object.entries(contract.paths).flatMap(([path, item]) => Object.entries(item)
  // a stream of events has no end to wait for
  .filter(([, operation]) => operation.operationId && !operation.responses['200']?.content?.['text/event-stream'])
  .map(([method, operation]) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    path: new RegExp(`^${root}${path.replace(/[.]/g, '\\.').replace(/\{[^}]*\}/g, '[^/]*')}$`),
    template: path,
    responses: operation.responses,
    statuses: new Map(),
  })))
  // a literal path goes before one with variables, and of those the one that says more ({id}.jsonld before {id})
  .sort((a, b) => a.template.split('{').length - b.template.split('{').length || b.template.length - a.template.length);

const wrong = [];
let requests = 0;

function judge(method, url, sent, answer, body) {
  requests++;
  const status = answer.statusCode;
  const operation = operations.find((each) => each.method === method && each.path.test(url.split('?')[0]));
  const fault = (what) => wrong.push(`${what}: ${method} ${url} ${sent.slice(0, 1500)} answered ${status} ${body.slice(0, 1500)}`);
  if (operation) {
    operation.statuses.set(status, (operation.statuses.get(status) ?? 0) + 1);
    if (!operation.responses[status]) {
      fault('status is not documented');
    }
  }
  if (status >= 500) {
    fault('the service failed');
  }
  const mediaType = (answer.headers['content-type'] ?? '').split(';')[0];
  if (status >= 400) {
    if (mediaType !== 'application/problem+json') {
      return fault(`an error is ${mediaType}`);
    }
    const problem = JSON.parse(body);
    if (problem.status !== status || !validator('Problem')(problem)) {
      fault(`not the problem that it should be ${ajv.errorsText(validator('Problem').errors)}`);
    }
  } else if (operation && status >= 200 && status < 300) {
    const content = resolve(operation.responses[status])?.content;
    if (content && !content[mediaType]) {
      fault(`a success is ${mediaType}`);
    } else if (content && mediaType === 'application/json') {
      const name = content[mediaType].schema.$ref.split('/').pop();
      if (!validator(name)(JSON.parse(body))) {
        fault(`against the schema ${ajv.errorsText(validator(name).errors)}`);
      }
    }
  }
}

const server = createServer((incoming, outgoing) => {
  const sent = [];
  incoming.on('data', (part) => sent.push(part));
  incoming.on('end', () => {
    const target = new URL(service);
    const asked = Buffer.concat(sent);
    const onward = request({ host: target.hostname, port: target.port, method: incoming.method, path: incoming.url, headers: { ...incoming.headers, 'x-api-key': key } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        try {
          judge(incoming.method, incoming.url, asked.toString(), answer, body.toString());
        } catch (error) {
          wrong.push(`${error.message}: ${incoming.method} ${incoming.url} answered ${answer.statusCode} ${body}`);
        }
        outgoing.writeHead(answer.statusCode, answer.headers);
        outgoing.end(body);
      });
    });
    onward.on('error', (error) => {
      wrong.push(`no answer (${error.message}): ${incoming.method} ${incoming.url}`);
      outgoing.destroy();
    });
    onward.end(asked);
  });
});
server.listen(0, '127.0.0.1', () => writeFileSync(out, `http://127.0.0.1:${server.address().port}`));

process.on('SIGTERM', () => {
  const of = (operation, test) => [...operation.statuses].filter(([status]) => test(status)).reduce((sum, [, count]) => sum + count, 0);
  const count = (test) => operations.reduce((sum, operation) => sum + of(operation, test), 0);
  for (const operation of operations) {
    if (operation.statuses.size === 0) {
      wrong.push(`not asked: ${operation.id}`);
    }
  }
  const succeeded = operations.filter((operation) => of(operation, (status) => status < 300)).map((operation) => operation.id);
  const exercised = operations.reduce((sum, operation) => sum + operation.statuses.size, 0);
  writeFileSync(out, JSON.stringify(Object.fromEntries(operations.map((each) => [each.id, Object.fromEntries(each.statuses)])), null, 2));
  wrong.slice(0, 50).forEach((each) => console.log(`wrong: ${each}`));
  console.log(`generative: ${requests} requests for ${operations.length} operations: ${count((status) => status < 300)} answered with success, `
    + `${count((status) => status >= 400)} refused; ${succeeded.length} operations succeeded, ${exercised} statuses of operations seen; ${wrong.length} wrong`);
  process.exit(wrong.length > 0 || requests < 500 ? 1 : 0);
});
