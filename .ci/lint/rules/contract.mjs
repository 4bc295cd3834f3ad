// Ways through an OpenAPI 3.0 document whose references are local. Every path that is handed out is an array of keys.

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

/** A Spectral rule; `find` yields a path and what is wrong there. */
export function rule(description, find) {
  return {
    description,
    message: '{{error}}',
    severity: 'error',
    given: '$',
    resolved: false,
    then: { function: (contract) => [...find(contract)].map(([path, message]) => ({ path, message })) },
  };
}

export function resolve(contract, node) {
  let found = node;
  while (found?.$ref) {
    found = found.$ref.slice(2).split('/').reduce((at, key) => at?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], contract);
  }
  return found;
}

/** The name of the component that a reference is to; undefined where there is no reference. */
export const nameOf = (node) => node?.$ref?.slice(node.$ref.lastIndexOf('/') + 1);

export const entries = (node) => Object.entries(node ?? {});

export function* operations(contract) {
  for (const [template, item] of entries(contract.paths)) {
    for (const method of METHODS.filter((name) => item[name])) {
      const operation = item[method];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((node) => resolve(contract, node));
      yield { template, method, operation, parameters, path: ['paths', template, method] };
    }
  }
}

export const has = (parameters, place, name) => parameters.some((parameter) => parameter.in === place && parameter.name === name);

/** The one answer of an operation that is a success, as [status, response]. */
export function success(contract, operation) {
  const [status, response] = entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
  return [status, resolve(contract, response)];
}

/** Every media type object below responses and request bodies, with its name. */
export function* contents(node) {
  for (const [type, media] of entries(node?.content)) {
    yield { type, media };
  }
}

/** Every parameter as it is written, whether shared or in place, without those that are references. */
export function* writtenParameters(contract) {
  for (const [name, parameter] of entries(contract.components?.parameters)) {
    yield { parameter, path: ['components', 'parameters', name] };
  }
  for (const [template, item] of entries(contract.paths)) {
    for (const [key, holder] of [[null, item], ...METHODS.map((method) => [method, item[method]])]) {
      for (const [index, parameter] of entries(holder?.parameters)) {
        if (!parameter.$ref) {
          yield { parameter, path: ['paths', template, ...(key ? [key] : []), 'parameters', Number(index)] };
        }
      }
    }
  }
}

/**
 * Every schema as it is written: `component` is the shared schema that it belongs to (undefined in parameters, headers and
 * media types), `top` says that it is that schema itself, `member` names the property that it describes.
 */
export function* schemas(contract) {
  for (const [component, schema] of entries(contract.components?.schemas)) {
    yield* within(schema, ['components', 'schemas', component], { component, top: true });
  }
  for (const { schema, path, holder } of placed(contract)) {
    yield* within(schema, path, { top: true, holder });
  }
}

function* within(schema, path, about) {
  yield { schema, path, ...about };
  const below = { ...about, top: false, member: undefined };
  for (const [name, member] of entries(schema.properties)) {
    yield* within(member, [...path, 'properties', name], { ...below, member: name });
  }
  if (schema.items) {
    yield* within(schema.items, [...path, 'items'], { ...below, itemOf: about.member });
  }
  if (isObject(schema.additionalProperties)) {
    yield* within(schema.additionalProperties, [...path, 'additionalProperties'], below);
  }
  for (const word of ['allOf', 'oneOf', 'anyOf']) {
    for (const [index, part] of entries(schema[word])) {
      yield* within(part, [...path, word, Number(index)], below);
    }
  }
}

/** The schemas of parameters, headers and media types; `holder` is what they are the schema of. */
function* placed(contract) {
  const { schemas: ignored, ...shared } = contract.components ?? {};
  for (const [node, start] of [[contract.paths, ['paths']], ...entries(shared).map(([key, part]) => [part, ['components', key]])]) {
    for (const { node: holder, path } of nodes(node, start)) {
      if (isObject(holder.schema)) {
        yield { schema: holder.schema, path: [...path, 'schema'], holder };
      }
    }
  }
}

function* nodes(node, path) {
  if (isObject(node)) {
    yield { node, path };
  }
  for (const [key, child] of entries(node)) {
    if (child !== null && typeof child === 'object' && !['schema', 'example', 'examples'].includes(key)) {
      yield* nodes(child, [...path, Array.isArray(node) ? Number(key) : key]);
    }
  }
}

/** Everything that carries an example or a default beside its schema, and every schema that carries one of its own. */
export function* examples(contract) {
  for (const { schema, path, holder, top } of schemas(contract)) {
    for (const key of ['example', 'default']) {
      if (schema[key] !== undefined) {
        yield { value: schema[key], path: [...path, key], schemaPath: path };
      }
    }
    if (holder && top) {
      const at = path.slice(0, -1);
      if (holder.example !== undefined) {
        yield { value: holder.example, path: [...at, 'example'], schemaPath: path };
      }
      for (const [name, { value }] of entries(holder.examples)) {
        yield { value, path: [...at, 'examples', name, 'value'], schemaPath: path };
      }
    }
  }
}

/** Names of the shared schemas that can be reached from here. */
export function reach(contract, node, seen = new Set()) {
  if (node?.$ref) {
    const name = nameOf(node);
    if (node.$ref.startsWith('#/components/schemas/') && !seen.has(name)) {
      seen.add(name);
      reach(contract, contract.components.schemas[name], seen);
    }
    return seen;
  }
  for (const [key, child] of entries(node)) {
    if (child !== null && typeof child === 'object' && !['example', 'examples'].includes(key)) {
      reach(contract, child, seen);
    }
  }
  return seen;
}

/** Names of the shared schemas of request bodies, and of answers. */
export function sides(contract) {
  const requests = new Set();
  const answers = new Set();
  for (const { operation } of operations(contract)) {
    reach(contract, resolve(contract, operation.requestBody)?.content, requests);
    Object.values(operation.responses ?? {}).forEach((node) => reach(contract, resolve(contract, node)?.content, answers));
  }
  return { requests, answers };
}

export function isObject(node) {
  return node !== null && typeof node === 'object' && !Array.isArray(node);
}

export const isMap = (schema) => schema.type === 'object' && isObject(schema.additionalProperties) && !schema.properties;
