import { wholeSchema } from './fields/choice.js';

/** How a part of the program is named that a path can name: by class and method. */
export const METHOD_FORM = /^[A-Za-z][A-Za-z0-9]*\.[A-Za-z][A-Za-z0-9]*$/;
export const METHOD_MAX = 200;

/** What the parameters of paths are that are no ids, by their names, as the document has them. */
export const PATH_FORMS = {
  version: {
    component: 'Version',
    description: 'Which version: 1 is the first.',
    schema: wholeSchema({ min: 1, max: 999_999_999 }),
  },
  signed: {
    component: 'Signed',
    description: 'The end of a link that was signed for a short time, as `contentUrl` has it.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]+$', minLength: 1, maxLength: 200 },
  },
  position: {
    component: 'Position',
    description: 'A place in the log: 1 is the first.',
    schema: wholeSchema({ min: 1, max: 999_999_999_999_999 }),
  },
  name: {
    component: 'MethodName',
    description: 'Class and method of the part of the program, as the list names it.',
    schema: { type: 'string', pattern: METHOD_FORM.source, minLength: 3, maxLength: METHOD_MAX },
  },
};
