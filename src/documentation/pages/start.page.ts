import { html, prose } from '../html.js';
import type { Page } from '../page.js';

export const START_PAGE: Page = {
  path: '',
  title: 'Amends',
  purpose: 'What this service is, and where to read on.',
  chapter: 'start',
  body: ({ document }) => html`${prose(document.info.description ?? '')}`,
};
