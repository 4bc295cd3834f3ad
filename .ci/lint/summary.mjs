// Says how much was looked at, and fails where a rule that is switched off would find nothing: `summary.mjs CONTRACT FIXTURES`,
// the contract as JSON and the folder of broken contracts.
import core from '@stoplight/spectral-core';
import formats from '@stoplight/spectral-formats';
import owasp from '@stoplight/spectral-owasp-ruleset';
import parsers from '@stoplight/spectral-parsers';
import { oas } from '@stoplight/spectral-rulesets';
import fs from 'node:fs';
import { entries, examples, operations } from './rules/contract.mjs';
import { overrides } from './rules/overrides.mjs';
import { own } from './rules/own.mjs';
import ruleset from './spectral.mjs';

const [, , contractFile, fixtures] = process.argv;
const text = fs.readFileSync(contractFile, 'utf8');
const contract = JSON.parse(text);
const document = new core.Document(text, parsers.Json);

const spectral = new core.Spectral();
const on = Object.fromEntries(Object.keys(overrides).map((name) => [name, true]));
spectral.setRuleset({ extends: [[oas, 'off'], [owasp, 'off']], rules: on });
const needed = new Set((await spectral.run(document)).map(({ code }) => code));
const idle = Object.keys(overrides).filter((name) => !needed.has(name));
if (idle.length > 0) {
  console.error(`these rules find nothing any more, so take them out of rules/overrides.mjs: ${idle.join(', ')}`);
  process.exit(1);
}

const active = Object.values(new core.Ruleset(ruleset).rules)
  .filter((rule) => rule.enabled && rule.matchesFormat(new Set([formats.oas3, formats.oas3_0])));
console.log([
  `${active.length - Object.keys(own).length} rules of Spectral and OWASP`,
  `${Object.keys(own).length} of the house`,
  `${fs.readdirSync(fixtures).length - 1} broken contracts caught`,
  `${[...operations(contract)].length} operations`,
  `${entries(contract.components.schemas).length} schemas`,
  `${[...examples(contract)].length} examples`,
  'no warning',
].join(', '));
