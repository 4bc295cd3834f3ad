import owasp from '@stoplight/spectral-owasp-ruleset';
import { oas } from '@stoplight/spectral-rulesets';
import { overrides, replaced } from './rules/overrides.mjs';
import { own } from './rules/own.mjs';

const off = Object.keys({ ...overrides, ...replaced }).map((name) => [name, 'off']);

export default {
  extends: [[oas, 'all'], [owasp, 'all']],
  rules: { ...Object.fromEntries(off), ...own },
};
