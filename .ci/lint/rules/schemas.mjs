import { RE2JS } from 're2js';
import { contents, entries, isMap, nameOf, operations, resolve, rule, schemas, sides } from './contract.mjs';

/** Sets that are closed for ever: by definition, not because no further word is known today. */
const CLOSED = [
  'ActorType', // person, state, organization: the three kinds of actor of the model
  'AsOfMode', // a date lies in a period possibly or certainly
  'CapacityBasis', // asserted, inferred, one of several, none
  'Certainty', // as AsOfMode
  'MatchOutcome', // two statements agree or contradict each other
  'Phase', // before, during, after
  'RelationDirection', // there and back
  'StandingKind', // leader, else official, else none
];
/** Query parameters whose words are the operation's own: a new one breaks nobody, since only clients send them. */
const LISTED_WORDS = ['sort', 'include'];
const FORMATS = {
  string: [undefined, 'uuid', 'date-time', 'uri', 'binary', 'percent-encoded'],
  integer: ['int32', 'int64'],
  number: ['float', 'double'],
  boolean: [undefined],
  array: [undefined],
  object: [undefined],
};
/** Formats that fix the length. */
const FIXED = ['uuid', 'date-time'];
const WORD = /^-?[a-z0-9]+(-[a-z0-9]+)*$/;
const CAMEL = /^[a-z][a-zA-Z0-9]*$/;

const every = (check) =>
  function* (contract) {
    for (const place of schemas(contract)) {
      if (!place.schema.$ref) {
        const found = check(place, contract);
        for (const [key, message] of found ? [found] : []) {
          yield [[...place.path, ...(key === '' ? [] : [key])], message];
        }
      }
    }
  };

const forbid = (keys, why) =>
  every(({ schema }) => {
    const key = keys.find((word) => schema[word] !== undefined);
    return key && [key, `${key}: ${why}`];
  });

const isWord = (place) => place.schema.enum || place.schema['x-extensible-enum'];
const isBody = (contract, component) => [...operations(contract)].some(({ operation }) =>
  [...contents(resolve(contract, operation.requestBody))].some(({ media }) => nameOf(media.schema) === component));
const isFixed = (schema) => schema.enum || FIXED.includes(schema.format) || schema.format === 'binary';

export default {
  'flat-schemas': rule('Generators disagree about composition, so there is none.',
    forbid(['allOf', 'oneOf', 'anyOf', 'not', 'discriminator'], 'schemas are flat')),

  'no-read-write-only': rule('Requests and answers have schemas of their own.',
    forbid(['readOnly', 'writeOnly'], 'give the request a schema of its own')),

  'no-unique-items': rule('Generators turn it into sets, which lose the order.', forbid(['uniqueItems'], 'say it in the description')),

  'typed-schemas': rule('What has no type is anything.',
    every(({ schema }) => !FORMATS[schema.type] && !schema.allOf && !schema.oneOf && !schema.anyOf && ['', 'a schema needs a type'])),

  'no-inline-objects': rule('Generators invent names for inline objects.',
    every(({ schema, component, top }) => schema.type === 'object' && !isMap(schema) && !(component && top)
      && ['', 'give this object a schema of its own'])),

  'closed-requests': rule('A misspelt member of a request is refused, not ignored.', function* (contract) {
    const { requests } = sides(contract);
    for (const name of requests) {
      const schema = contract.components.schemas[name];
      if (schema.type === 'object' && !isMap(schema) && schema.additionalProperties !== false) {
        yield [['components', 'schemas', name], `${name} is sent by clients: additionalProperties must be false`];
      }
    }
  }),

  'open-answers': rule('Clients stay open to new members of answers.', function* (contract) {
    const { requests, answers } = sides(contract);
    for (const name of answers) {
      const schema = contract.components.schemas[name];
      if (!requests.has(name) && schema.type === 'object' && !isMap(schema) && schema.additionalProperties !== undefined) {
        yield [['components', 'schemas', name, 'additionalProperties'], `${name} is an answer: leave additionalProperties out`];
      }
    }
  }),

  'separate-requests': rule('What is sent and what is answered change independently.', function* (contract) {
    const { requests, answers } = sides(contract);
    for (const name of requests) {
      if (answers.has(name) && contract.components.schemas[name].type === 'object') {
        yield [['components', 'schemas', name], `${name} is both sent and answered: give the request a schema of its own`];
      }
    }
  }),

  'nullable-in-patches': rule('Null clears a member of a patch and is nowhere else.',
    every(({ schema, component, top }, contract) => schema.nullable !== undefined
      && !(component?.endsWith('Patch') && (!['object', 'array'].includes(schema.type) || isMap(schema) || top && !isBody(contract, component)))
      && ['nullable', 'nullable is for scalars, maps and parts of a …Patch'])),

  'enums-closed': rule('A new word in an enum breaks generated clients.',
    every(({ schema, component, top, holder }) => schema.enum
      && !(component && top && CLOSED.includes(component))
      && !(holder?.in === 'query' && LISTED_WORDS.includes(holder.name))
      && ['enum', 'use x-extensible-enum, or list the schema as closed for ever in .ci/lint/rules/schemas.mjs'])),

  'extensible-enums': rule('Open sets say what they are about.',
    every(({ schema }) => {
      const words = schema['x-extensible-enum'];
      if (words === undefined) {
        return null;
      }
      if (schema.type !== 'string' || schema.enum || !schema.description) {
        return ['x-extensible-enum', 'belongs to a string that has a description and no enum'];
      }
      return (words.length === 0 || new Set(words).size !== words.length) && ['x-extensible-enum', 'needs words, each once'];
    })),

  'words-kebab-case': rule('Words are kebab-case; those that name a member are spelt like it.',
    every(({ schema, holder }) => {
      const spelling = holder?.in === 'query' && LISTED_WORDS.includes(holder.name) ? /^-?[a-z][a-zA-Z0-9]*$/ : WORD;
      const wrong = (isWord({ schema }) || []).find((word) => typeof word !== 'string' || !spelling.test(word));
      return wrong !== undefined && [schema.enum ? 'enum' : 'x-extensible-enum', `${wrong} is not kebab-case`];
    })),

  'formats-given': rule('Formats choose the type in generated clients; partial dates are no date.',
    every(({ schema }) => FORMATS[schema.type] && !FORMATS[schema.type].includes(schema.format)
      && [schema.format ? 'format' : '', `${schema.type} takes one of the formats ${FORMATS[schema.type].map((format) => format ?? 'none').join(', ')}`])),

  'formats-by-name': rule('Members are of the type that their name tells.',
    every(({ schema, member, itemOf, path }) => {
      const name = member ?? itemOf?.replace(/Ids$/, 'Id');
      const expected = /^(id|.*Id)$/.test(name) ? 'uuid' : /[a-z]At$/.test(name) ? 'date-time' : null;
      const word = name === 'id' && path.includes('Vocabulary'); // named by words, as everything that refers to them
      return expected && !word && schema.type !== 'array' && schema.format !== expected && ['', `${name} is a ${expected}`];
    })),

  'lengths-of-formats': rule('The format fixes the length; generators trip over both.',
    every(({ schema }) => FIXED.includes(schema.format) && ['maxLength', 'minLength', 'pattern']
      .filter((key) => schema[key] !== undefined).map((key) => [key, `a ${schema.format} has its length and form`])[0])),

  'strings-bounded': rule('Nothing is unlimited.',
    every(({ schema }) => schema.type === 'string' && !isFixed(schema) && schema.maxLength === undefined
      && ['', 'a string needs maxLength'])),

  'strings-restricted': rule('A text has a form, or at least a character.',
    every(({ schema }) => schema.type === 'string' && !isFixed(schema) && !isWord({ schema }) && !schema.format && !schema.pattern
      && !schema.minLength && ['', 'a string needs a format, a pattern, words, or minLength 1'])),

  'patterns-anchored': rule('Validators search unless told; ECMA-262 and RE2 must both take the pattern.',
    every(({ schema: { pattern } }) => {
      if (pattern === undefined) {
        return null;
      }
      if (!pattern.startsWith('^') || !/(^|[^\\])(\\\\)*\$$/.test(pattern) || hasOuterChoice(pattern)) {
        return ['pattern', 'must be anchored at both ends in all its branches'];
      }
      try {
        new RegExp(pattern, 'u');
        RE2JS.compile(pattern);
        return null;
      } catch (e) {
        return ['pattern', `must be safe in RE2 and ECMA-262: ${e.message}`];
      }
    })),

  'arrays-bounded': rule('Nothing is unlimited.',
    every(({ schema }) => schema.type === 'array' && (schema.maxItems === undefined || !schema.items)
      && ['', 'an array needs items and maxItems'])),

  'numbers-bounded': rule('Nothing is unlimited.',
    every(({ schema }) => ['integer', 'number'].includes(schema.type) && (schema.minimum === undefined || schema.maximum === undefined)
      && ['', 'a number needs minimum and maximum'])),

  'described-schemas': rule('A reader learns from the contract alone.',
    every(({ schema, component, top, member }) => ((component && top) || member) && !schema.description && ['', 'needs a description'])),

  'members-camel-case': rule('Members are camelCase.',
    every(({ schema }) => entries(schema.properties).map(([name]) => name).filter((name) => !CAMEL.test(name))
      .map((name) => ['properties', `${name} is not camelCase`])[0])),

  'required-members': rule('What is required exists.',
    every(({ schema }) => (schema.required ?? []).filter((name) => !schema.properties?.[name])
      .map((name) => ['required', `${name} is required and not described`])[0])),

  'schema-names': rule('Schemas are UpperCamelCase; a page is a …Page, a patch a …Patch.', function* (contract) {
    for (const [name, schema] of entries(contract.components?.schemas)) {
      if (!/^[A-Z][a-zA-Z0-9]*$/.test(name)) {
        yield [['components', 'schemas', name], `${name} is not UpperCamelCase`];
      } else if (schema.properties?.nextCursor && !name.endsWith('Page')) {
        yield [['components', 'schemas', name], `${name} is a page, so its name ends in Page`];
      }
    }
  }),
};

/** Whether a choice stands outside all groups: ^a|b$ is anchored in neither branch. */
function hasOuterChoice(pattern) {
  const bare = pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
  let depth = 0;
  for (const character of bare) {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (depth === 0 && character === '|') {
      return true;
    }
  }
  return false;
}
