import { contents, entries, has, nameOf, operations, resolve, rule, success } from './contract.mjs';

/** The first word of an operationId says what the operation does; a new word is a decision. */
const VERBS = {
  get: ['get', 'list', 'search', 'suggest', 'lookup', 'summarize', 'count', 'tabulate', 'export', 'stream'],
  post: ['create', 'match', 'restore', 'merge', 'unmerge', 'cancel', 'revoke'],
  put: ['put'],
  patch: ['update'],
  delete: ['delete'],
};
const PROBLEM = 'application/problem+json';
const JSON_TYPES = ['application/json', PROBLEM];
const TRANSPORT = /^(Content-Encoding|Content-Length|Content-Type|Transfer-Encoding|Date|Connection)$/i;

const each = (check) =>
  function* (contract) {
    for (const operation of operations(contract)) {
      for (const [keys, message] of check(operation, contract)) {
        yield [[...operation.path, ...keys], message];
      }
    }
  };

const isList = (contract, operation) => {
  const [, answer] = success(contract, operation);
  return [...contents(answer)].some(({ media }) => nameOf(media.schema)?.endsWith('Page'));
};

const pages = (contract) => entries(contract.components?.schemas).filter(([name]) => name.endsWith('Page'));

const headers = (answer) => Object.keys(answer?.headers ?? {});

export default {
  'openapi-3-0-3': rule('3.1 loses nullable members in generators and breaking changes in checkers.', function* (contract) {
    if (contract.openapi !== '3.0.3') {
      yield [['openapi'], 'the contract is OpenAPI 3.0.3'];
    }
  }),

  'one-server': rule('The major version is in the path, the host is the deployment’s.', function* (contract) {
    if (contract.servers?.length !== 1 || contract.servers[0].url !== '/v1') {
      yield [['servers'], 'the one server is /v1'];
    }
  }),

  'operation-id-verb-noun': rule('Generators name methods by it.', each(function* ({ method, operation }) {
    const verbs = VERBS[method] ?? [];
    if (!verbs.some((verb) => new RegExp(`^${verb}([A-Z][a-z0-9]*)+$`).test(operation.operationId))) {
      yield [['operationId'], `${operation.operationId} is no verb of ${method} (${verbs.join(', ')}) and a noun`];
    }
  })),

  'one-success': rule('One answer, one type in generated clients.', each(function* ({ operation }) {
    const successes = Object.keys(operation.responses ?? {}).filter((status) => /^2/.test(status));
    if (successes.length !== 1) {
      yield [['responses'], `needs exactly one 2xx, has ${successes.length}`];
    }
  })),

  'one-media-type': rule('One answer, one type in generated clients.', each(function* ({ operation }, contract) {
    for (const [status, node] of entries(operation.responses)) {
      const types = [...contents(resolve(contract, node))].length;
      const wanted = ['204', '304', '308'].includes(status) ? 0 : 1;
      if (types !== wanted) {
        yield [['responses', status], `${status} needs ${wanted} media types, has ${types}`];
      }
    }
    const body = resolve(contract, operation.requestBody);
    if (body && ([...contents(body)].length !== 1 || body.required !== true)) {
      yield [['requestBody'], 'a body is required and has exactly one media type'];
    }
  })),

  'named-bodies': rule('Generated clients name types by the shared schemas.', each(function* ({ operation }, contract) {
    const bodies = [...entries(operation.responses).map(([status, node]) => [['responses', status], resolve(contract, node)]),
      [['requestBody'], resolve(contract, operation.requestBody)]];
    for (const [keys, body] of bodies) {
      for (const { type, media } of contents(body)) {
        if (!nameOf(media.schema)) {
          yield [keys, `${type} needs a shared schema`];
        }
      }
    }
  })),

  'shared-errors': rule('Errors are listed one by one and are the same everywhere.', each(function* ({ operation }) {
    for (const [status, node] of entries(operation.responses)) {
      if (!/^[1-5][0-9][0-9]$/.test(status)) {
        yield [['responses', status], 'list the statuses one by one'];
      } else if (!status.startsWith('2') && !node.$ref?.startsWith('#/components/responses/')) {
        yield [['responses', status], `${status} needs a shared response`];
      }
    }
  })),

  'errors-are-problems': rule('Every error is a problem document (RFC 9457).', each(function* ({ operation }, contract) {
    for (const [status, node] of entries(operation.responses).filter(([code]) => /^[45]/.test(code))) {
      for (const { type, media } of contents(resolve(contract, node))) {
        if (type !== PROBLEM || nameOf(media.schema) !== 'Problem') {
          yield [['responses', status], `${status} is ${PROBLEM} with the schema Problem`];
        }
      }
    }
  })),

  'errors-due': rule('What the method and its parameters bring with them is documented.', each(function* ({ method, operation, parameters }, contract) {
    const [status] = success(contract, operation);
    const due = ['400', '500',
      ...(status === '204' ? [] : ['406']),
      ...(parameters.some((parameter) => parameter.in === 'path') ? ['404'] : []),
      ...(operation.requestBody ? ['413', '415'] : []),
      ...(has(parameters, 'header', 'If-Match') ? ['412', '428'] : []),
      ...(has(parameters, 'header', 'If-None-Match') && method === 'get' ? ['304'] : [])];
    for (const code of due.filter((wanted) => !operation.responses?.[wanted])) {
      yield [['responses'], `${code} is missing`];
    }
  })),

  'if-match': rule('No change overwrites one that its author has not seen.', each(function* ({ method, parameters }) {
    const given = parameters.find((parameter) => parameter.in === 'header' && parameter.name === 'If-Match');
    if (['put', 'patch', 'delete'].includes(method) && given?.required !== true) {
      yield [[], `${method} requires If-Match`];
    }
  })),

  'entity-tags': rule('What can be read again or changed has a validator.', each(function* ({ template, method, operation, parameters }, contract) {
    const [, answer] = success(contract, operation);
    const tagged = headers(answer).includes('ETag');
    if (method === 'get' && tagged !== has(parameters, 'header', 'If-None-Match')) {
      yield [[], 'ETag and If-None-Match go together'];
    }
    const isRecord = (method !== 'get' || template.endsWith('}'))
      && [...contents(answer)].some(({ media }) => resolve(contract, media.schema)?.properties?.version);
    if (isRecord && !tagged) {
      yield [['responses'], 'a record needs the header ETag'];
    }
  })),

  'location': rule('What was created has a place.', each(function* ({ operation }, contract) {
    const [status, answer] = success(contract, operation);
    if (status === '201' && !headers(answer).includes('Location')) {
      yield [['responses', '201'], '201 needs the header Location'];
    }
  })),

  'retry-after': rule('Who is sent away learns for how long.', each(function* ({ operation }, contract) {
    for (const status of ['429', '503'].filter((code) => operation.responses?.[code])) {
      if (!headers(resolve(contract, operation.responses[status])).includes('Retry-After')) {
        yield [['responses', status], `${status} needs the header Retry-After`];
      }
    }
  })),

  'shared-headers': rule('A header means the same everywhere.', function* (contract) {
    const answers = [...entries(contract.components?.responses).map(([name, answer]) => [['components', 'responses', name], answer]),
      ...[...operations(contract)].flatMap(({ path, operation }) => entries(operation.responses)
        .map(([status, answer]) => [[...path, 'responses', status], answer]))];
    for (const [path, answer] of answers) {
      for (const [name] of entries(answer.headers).filter(([, header]) => !header.$ref)) {
        yield [[...path, 'headers', name], `${name} needs a shared header`];
      }
    }
  }),

  'transport-headers': rule('What the transport adds is no matter of the contract; mocks would send it and clients choke on it.', each(function* ({ operation }, contract) {
    for (const [status, node] of entries(operation.responses)) {
      for (const name of headers(resolve(contract, node)).filter((known) => TRANSPORT.test(known))) {
        yield [['responses', status, 'headers', name], `leave ${name} to the transport`];
      }
    }
  })),

  'merge-patches': rule('A change is a merge patch (RFC 7396), in a schema that allows its nulls.', each(function* ({ method, operation }, contract) {
    for (const { type, media } of contents(resolve(contract, operation.requestBody))) {
      const isPatch = type === 'application/merge-patch+json';
      if (isPatch !== (method === 'patch') || isPatch !== (nameOf(media.schema)?.endsWith('Patch') ?? false)) {
        yield [['requestBody'], 'PATCH, application/merge-patch+json and a …Patch go together'];
      }
    }
  })),

  'patches-are-partial': rule('What is absent from a patch stays.', function* (contract) {
    for (const [name, schema] of entries(contract.components?.schemas)) {
      if (name.endsWith('Patch') && schema.required) {
        yield [['components', 'schemas', name, 'required'], 'nothing is required in a patch'];
      }
    }
  }),

  'json-objects': rule('An array at the top can never get a second member.', each(function* ({ operation }, contract) {
    for (const [status, node] of entries(operation.responses)) {
      for (const { type, media } of contents(resolve(contract, node))) {
        if (JSON_TYPES.includes(type) && resolve(contract, media.schema)?.type !== 'object') {
          yield [['responses', status], 'JSON is an object at the top'];
        }
      }
    }
  })),

  'lists-are-paged': rule('No list is without an end or a way on.', each(function* ({ operation, parameters }, contract) {
    if (isList(contract, operation)) {
      const [status, answer] = success(contract, operation);
      const page = resolve(contract, [...contents(answer)][0].media.schema);
      const finite = !page.properties?.nextCursor; // all there is, always
      for (const name of finite ? [] : ['limit', 'cursor']) {
        if (!has(parameters, 'query', name)) {
          yield [[], `a list needs the parameter ${name}`];
        }
      }
      if (!finite && !headers(answer).includes('Link')) {
        yield [['responses', status], 'a list needs the header Link'];
      }
    } else if (operation.operationId?.startsWith('list') && ![...contents(success(contract, operation)[1])].some(({ type }) => type === 'application/ld+json')) {
      yield [[], 'what lists answers a …Page'];
    }
  })),

  'page-envelopes': rule('Every list looks alike: items, nextCursor, total.', function* (contract) {
    for (const [name, page] of pages(contract)) {
      const { items, nextCursor, total } = page.properties ?? {};
      const path = ['components', 'schemas', name];
      if (items?.type !== 'array' || !page.required?.includes('items') || !nameOf(items.items)) {
        yield [path, `${name} requires items, an array of one shared schema`];
      }
      if ([nextCursor, total].some((member, index) => member && (member.type !== ['string', 'integer'][index]
          || page.required?.includes(['nextCursor', 'total'][index])))) {
        yield [path, `nextCursor is an optional string of ${name}, total an optional integer`];
      }
    }
  }),

  'described-operations': rule('A reader learns from the contract alone.', each(function* ({ operation }) {
    for (const key of ['summary', 'description'].filter((word) => !operation[word])) {
      yield [[], `needs a ${key}`];
    }
    if (operation.summary?.endsWith('.')) {
      yield [['summary'], 'a summary is a phrase without a full stop'];
    }
  })),
};
