// Breaks the clean contract in every way that fixtures/ knows: `write FOLDER` writes one contract for each, `check FOLDER REPORT`
// says whether Spectral's JSON report finds in each exactly the rule that the file is named after (and those in `also`, which
// see the same fault), and nothing in the clean one.
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { own } from './rules/own.mjs';

const here = path.join(import.meta.dirname, 'fixtures');
const clean = () => parse(fs.readFileSync(path.join(here, 'clean.yaml'), 'utf8'));

function* broken() {
  for (const file of fs.readdirSync(here).filter((name) => name !== 'clean.yaml').sort()) {
    const rule = path.basename(file, '.yaml');
    for (const [index, variant] of parse(fs.readFileSync(path.join(here, file), 'utf8')).entries()) {
      yield { name: `${rule}-${index + 1}.json`, rule, ...variant };
    }
  }
}

/** `set` gives values by JSON Pointer, "@<pointer>" copying another; then `remove` takes away. */
function edit(contract, { set = {}, remove = [] }) {
  const find = (pointer) => pointer.slice(1).split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const at = (keys) => keys.reduce((node, key) => node[key], contract);
  for (const [pointer, value] of Object.entries(set)) {
    const keys = find(pointer);
    const copied = typeof value === 'string' && value.startsWith('@');
    at(keys.slice(0, -1))[keys.at(-1)] = copied ? structuredClone(at(find(value.slice(1)))) : value;
  }
  for (const pointer of remove) {
    const keys = find(pointer);
    const owner = at(keys.slice(0, -1));
    if (owner[keys.at(-1)] === undefined) {
      throw new Error(`nothing to remove at ${pointer}`);
    }
    Array.isArray(owner) ? owner.splice(Number(keys.at(-1)), 1) : delete owner[keys.at(-1)];
  }
  return contract;
}

function write(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const save = (name, contract) => fs.writeFileSync(path.join(folder, name), JSON.stringify(contract, null, 1));
  save('clean.json', clean());
  for (const fixture of broken()) {
    save(fixture.name, edit(clean(), fixture));
  }
}

function check(report) {
  const results = JSON.parse(fs.readFileSync(report, 'utf8'));
  const failures = [];
  const expect = (name, what, rules) => {
    const found = results.filter(({ source }) => path.basename(source) === name);
    const codes = [...new Set(found.map(({ code }) => code))];
    if (codes.sort().join() !== rules.sort().join()) {
      failures.push(`${name} (${what}): expected ${rules.join(', ') || 'nothing'}, found ${found.map(({ code, message, path: place }) =>
        `\n    ${code} at ${place.join('.')}: ${message}`).join('') || 'nothing'}`);
    }
  };
  const fixtures = [...broken()];
  expect('clean.json', 'the clean contract', []);
  fixtures.forEach(({ name, what, rule, also = [] }) => expect(name, what, [rule, ...also]));
  const tried = new Set(fixtures.map(({ rule }) => rule));
  failures.push(...Object.keys(own).filter((name) => !tried.has(name)).map((name) => `nothing breaks the rule ${name}`),
    ...[...tried].filter((name) => !own[name]).map((name) => `fixtures/${name}.yaml is named after no rule`));
  if (failures.length > 0) {
    console.error(failures.join('\n'));
    process.exit(1);
  }
}

const [, , verb, ...rest] = process.argv;
({ write, check })[verb](...rest);
