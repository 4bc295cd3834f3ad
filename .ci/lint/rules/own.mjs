import examples from './examples.mjs';
import names from './names.mjs';
import operations from './operations.mjs';
import schemas from './schemas.mjs';

/** The rules of the house by their names. */
export const own = { ...schemas, ...operations, ...names, ...examples };
