import type { Page } from './page.js';
import { PROBLEMS_PAGE } from './pages/problems.page.js';
import { REFERENCE_PAGE } from './pages/reference.page.js';
import { START_PAGE } from './pages/start.page.js';

/** Every page of the table of contents, in reading order within its chapter. */
export const PAGES: readonly Page[] = [START_PAGE, REFERENCE_PAGE, PROBLEMS_PAGE];
