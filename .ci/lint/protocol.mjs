import { oas } from '@stoplight/spectral-rulesets';

// The shapes of the reconciliation service are its protocol's, so of our rules only those of OpenAPI itself apply.
export default { extends: [[oas, 'all']] };
