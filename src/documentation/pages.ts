import { CLIENTS_PAGE } from './guides/clients.page.js';
import { GUIDE_PAGES } from './guides/guide-pages.js';
import type { Page } from './page.js';
import { ENTRIES_PAGE } from './pages/catalogue/entries.page.js';
import { LETTERS_PAGE } from './pages/catalogue/letters.page.js';
import { PERMISSIONS_PAGE } from './pages/catalogue/permissions.page.js';
import { PROBLEM_PAGES, PROBLEMS_PAGE } from './pages/problems/problems.page.js';
import { PROFILES_PAGE } from './pages/promises/profiles.page.js';
import { PROMISES_PAGE } from './pages/promises/promises.page.js';
import { REFERENCE_PAGE, REFERENCE_PAGES } from './pages/reference.page.js';
import { START_PAGE } from './pages/start.page.js';
import { WORKFLOW_PAGE } from './pages/workflow/workflow.page.js';

/** Every page, in reading order within its chapter; one with a `/` in its path stands below another. */
export const PAGES: readonly Page[] = [
  START_PAGE,
  WORKFLOW_PAGE,
  PROMISES_PAGE,
  PROFILES_PAGE,
  PERMISSIONS_PAGE,
  ...GUIDE_PAGES,
  CLIENTS_PAGE,
  LETTERS_PAGE,
  ENTRIES_PAGE,
  REFERENCE_PAGE,
  ...REFERENCE_PAGES,
  PROBLEMS_PAGE,
  ...PROBLEM_PAGES,
];
