import { entries, operations, resolve, rule, success, contents, nameOf, writtenParameters } from './contract.mjs';

/** Some generators rename these. */
const RENAMED = ['type', 'from', 'default'];
/** Plurals without an s. */
const PLURALS = ['people'];
/** First segments that are no collections but questions asked of all of them. */
const QUESTIONS = ['lookup', 'search', 'suggest'];
/** What a change says of itself, not of the record. */
const OF_THE_CHANGE = ['citations', 'scheduleReason'];
const SEGMENT = /^[a-z]+(-[a-z]+)*(\.(csv|ics|atom|ndjson|jsonld))?$/;

export default {
  'paths-kebab-case': rule('Paths are kebab-case; a format is an ending.', function* (contract) {
    for (const template of Object.keys(contract.paths ?? {})) {
      const wrong = template.slice(1).split('/').find((segment) => !SEGMENT.test(segment) && !/^\{[a-z][a-zA-Z]*\}(\.[a-z]+)?$/.test(segment));
      if (wrong !== undefined) {
        yield [['paths', template], `${wrong} is not kebab-case`];
      }
    }
  }),

  'paths-plural': rule('Collections are plural.', function* (contract) {
    for (const template of Object.keys(contract.paths ?? {})) {
      const segments = template.slice(1).split('/');
      const wrong = segments.find((segment, index) => !segment.startsWith('{') && (index === 0 || segments[index + 1]?.startsWith('{'))
        && !/s(\.[a-z]+)?$/.test(segment) && ![...PLURALS, ...(index === 0 ? QUESTIONS : [])].includes(segment.replace(/\..*/, '')));
      if (wrong !== undefined) {
        yield [['paths', template], `${wrong} is not plural`];
      }
    }
  }),

  'parameter-names': rule('Parameters are camelCase, headers Train-Case; none is a name that generators change.', function* (contract) {
    for (const { parameter, path } of writtenParameters(contract)) {
      const spelling = parameter.in === 'header' ? /^[A-Z][a-z]*(-[A-Z][a-z]*)*$/ : /^[a-z][a-zA-Z0-9]*$/;
      if (!spelling.test(parameter.name) || RENAMED.includes(parameter.name)) {
        yield [[...path, 'name'], `${parameter.name} is not a name for a ${parameter.in} parameter`];
      }
    }
  }),

  'described-parameters': rule('A reader learns from the contract alone.', function* (contract) {
    for (const { parameter, path } of writtenParameters(contract)) {
      if (!parameter.description) {
        yield [path, `${parameter.name} needs a description`];
      }
    }
    for (const [name, header] of entries(contract.components?.headers)) {
      if (!header.description) {
        yield [['components', 'headers', name], `${name} needs a description`];
      }
    }
  }),

  'required-parameters': rule('Whether a parameter may be left out is said, and tried with an example where it may not.', function* (contract) {
    for (const { parameter, path } of writtenParameters(contract)) {
      if (typeof parameter.required !== 'boolean') {
        yield [path, `${parameter.name} needs required: true or false`];
      } else if (parameter.required && parameter.example === undefined) {
        yield [path, `${parameter.name} is required and needs an example`];
      }
    }
  }),

  'list-parameters': rule('How several values are written is said: repeated, or separated by commas for sort and include.', function* (contract) {
    for (const { parameter, path } of writtenParameters(contract)) {
      const list = resolve(contract, parameter.schema)?.type === 'array';
      const commas = ['sort', 'include'].includes(parameter.name);
      if (list && (parameter.style !== 'form' || parameter.explode !== !commas)) {
        yield [path, `${parameter.name} needs style: form and explode: ${!commas}`];
      }
    }
  }),

  'patches-match-records': rule('A client can send back under the same name what it read.', function* (contract) {
    for (const { method, operation, path } of operations(contract)) {
      const body = [...contents(resolve(contract, operation.requestBody))][0];
      const answer = [...contents(success(contract, operation)[1])][0];
      if (method !== 'patch' || !body || !answer) {
        continue;
      }
      const known = resolve(contract, answer.media.schema)?.properties ?? {};
      const strange = Object.keys(resolve(contract, body.media.schema)?.properties ?? {}).filter((name) => !known[name] && !OF_THE_CHANGE.includes(name));
      if (strange.length > 0) {
        yield [[...path, 'requestBody'], `${nameOf(body.media.schema)} changes ${strange.join(', ')}, which ${nameOf(answer.media.schema)} does not show`];
      }
    }
  }),
};
