/** Rules of others that find what is meant so, each with the reason. Linting fails when one of them finds nothing any more. */
export const overrides = {
  'openapi-tags-alphabetical': 'Tags stand in the order in which a reader needs them: entities, events, what is asked of them.',
  'owasp:api8:2023-define-cors-origin': 'Which origins may call is for the deployment to say, and no generated client reads the header.',
  'owasp:api4:2023-string-limit': 'It wants maxLength on a uuid and a date-time, whose length the format fixes; strings-bounded asks for all others.',
  'owasp:api4:2023-string-restricted': 'No pattern fits names and quotations in any script; strings-restricted asks for a form or a first character.',
};

/** Rules of others in whose place stands a stricter one of the house. */
export const replaced = {
  'oas3-valid-schema-example': 'It repeats each example wherever its schema is used, for most of a minute; valid-examples does so once, and refuses unknown members.',
};
