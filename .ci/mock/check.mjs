// Starts Prism on the bundled contract and asks it every GET: each must answer 200 with the media type, the headers and the
// example that the contract gives. `check.mjs CONTRACT`, the contract as JSON.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';

const file = process.argv[2];
const contract = JSON.parse(fs.readFileSync(file, 'utf8'));
const prism = new URL('node_modules/.bin/prism', import.meta.url).pathname;

const resolve = (node) => (node?.$ref ? resolve(node.$ref.slice(2).split('/').reduce((at, key) => at[key], contract)) : node);

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function start() {
  const port = await freePort();
  const mock = spawn(prism, ['mock', '--host', '127.0.0.1', '--port', String(port), file]);
  let said = '';
  await new Promise((done, fail) => {
    for (const stream of [mock.stdout, mock.stderr]) {
      stream.on('data', (data) => {
        said += data;
        if (said.includes('Prism is listening')) {
          done();
        }
      });
    }
    mock.once('exit', (code) => fail(new Error(`Prism ended with ${code}:\n${said}`)));
  });
  return { mock, root: `http://127.0.0.1:${port}` };
}

/** The request that the examples of the required parameters make. */
function target(template, parameters) {
  const required = parameters.filter((parameter) => parameter.required);
  const path = required.filter(({ in: place }) => place === 'path')
    .reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(example)), template);
  const query = new URLSearchParams(required.filter(({ in: place }) => place === 'query')
    .flatMap(({ name, example }) => [example].flat().map((value) => [name, value])));
  return query.size === 0 ? path : `${path}?${query}`;
}

async function check(root, template, item) {
  const parameters = [...(item.parameters ?? []), ...(item.get.parameters ?? [])].map(resolve);
  const answer = resolve(item.get.responses['200']);
  const [[type, media]] = Object.entries(answer.content);
  const example = media.example ?? resolve(media.schema).example;
  assert.notEqual(example, undefined, 'the contract has no example');

  const response = await fetch(root + target(template, parameters), { redirect: 'manual', headers: { 'X-API-Key': 'any' } });
  const text = await response.text();

  assert.equal(response.status, 200, text);
  assert.equal(response.headers.get('Content-Type'), type);
  for (const [name, header] of Object.entries(answer.headers ?? {})) {
    assert.equal(response.headers.get(name), resolve(header).example, name);
  }
  assert.deepEqual(type.endsWith('json') && typeof example !== 'string' ? JSON.parse(text) : text, example);
}

const { mock, root } = await start();
const failures = [];
let answers = 0;
try {
  for (const [template, item] of Object.entries(contract.paths).filter(([, { get }]) => get)) {
    try {
      await check(root, template, item);
      answers++;
    } catch (e) {
      failures.push(`GET ${template}: ${e.message}`);
    }
  }
} finally {
  mock.removeAllListeners('exit');
  mock.kill();
}
if (failures.length > 0) {
  console.error(failures.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${answers} GET operations answered with their examples by the mock`);
}
