/**
 * What `@jest/globals` is to the tests. Files of the support are loaded once and used by many test files: each name
 * stands for what jest has provided for the file that runs.
 */
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test;

export function provide(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globals);
}
