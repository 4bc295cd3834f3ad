import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { contents, entries, examples, isMap, isObject, resolve, rule } from './contract.mjs';

/**
 * A validator of examples: the contract with its open ends closed, since no example may show a member that is not described
 * or a word that is not listed, though clients must be prepared for both.
 */
function validator(contract) {
  const ajv = new Ajv({ strict: false, logger: false });
  addFormats(ajv);
  ajv.addFormat('binary', true);
  ajv.addSchema(closed(contract), 'contract');
  return (path, value) => {
    const check = ajv.getSchema(`contract#/${path.map(pointerToken).join('/')}`);
    return check(value) ? null : `${check.errors[0].instancePath} ${check.errors[0].message}`.trim();
  };
}

const pointerToken = (key) => encodeURIComponent(String(key).replaceAll('~', '~0').replaceAll('/', '~1'));

function closed(node, key) {
  if (Array.isArray(node)) {
    return node.map((child) => closed(child));
  }
  if (!isObject(node) || key === 'example' || key === 'examples') {
    return node;
  }
  const copy = Object.fromEntries(entries(node).map(([name, child]) => [name, closed(child, name)]));
  if (node['x-extensible-enum']?.length > 0) {
    copy.enum = [...node['x-extensible-enum'], ...(node.nullable ? [null] : [])];
  }
  if (node.type === 'object' && node.properties && !isMap(node) && node.additionalProperties === undefined) {
    copy.additionalProperties = false;
  }
  return copy;
}

export default {
  'schema-examples': rule('Every schema shows what it means.', function* (contract) {
    for (const [name, schema] of entries(contract.components?.schemas)) {
      if (schema.example === undefined) {
        yield [['components', 'schemas', name], `${name} needs an example`];
      }
    }
  }),

  'header-examples': rule('Every header shows what it means.', function* (contract) {
    for (const [name, header] of entries(contract.components?.headers)) {
      if (header.example === undefined) {
        yield [['components', 'headers', name], `${name} needs an example`];
      }
    }
  }),

  'error-examples': rule('Every error shows itself, not just some problem.', function* (contract) {
    for (const [name, answer] of entries(contract.components?.responses)) {
      for (const { type, media } of contents(answer)) {
        if (media.example === undefined && media.examples === undefined) {
          yield [['components', 'responses', name, 'content', type], `${name} needs an example of its own`];
        }
      }
    }
  }),

  'error-example-status': rule('An example of an error has the status that it is the answer of.', function* (contract) {
    for (const [template, item] of entries(contract.paths)) {
      for (const [method, operation] of entries(item)) {
        for (const [status, node] of entries(operation?.responses)) {
          const example = resolve(contract, node)?.content?.['application/problem+json']?.example;
          if (example && String(example.status) !== status) {
            yield [['paths', template, method, 'responses', status], `the example of this ${status} says ${example.status}`];
          }
        }
      }
    }
  }),

  'valid-examples': rule('Examples obey the contract, without a member or word that it does not name.', function* (contract) {
    const check = validator(contract);
    for (const { value, path, schemaPath } of examples(contract)) {
      const error = check(schemaPath, value);
      if (error) {
        yield [path, `the example is not valid: ${error}`];
      }
    }
  }),
};
