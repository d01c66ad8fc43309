import type { Page } from '../page.js';
import { CLAUSES_PAGE } from './clauses/clauses.page.js';
import { GLOSSARY_PAGE } from './glossary/glossary.page.js';
import { FOLLOWING_PAGE } from './evidence/how-to-follow.page.js';
import { INTEGRATION_PAGE } from './how-to/how-to-integrate.page.js';
import { LOCKING_PAGE } from './how-to/how-to-lock.page.js';
import { PAGING_PAGE } from './how-to/how-to-page.page.js';
import { ON_THE_SPOT_GUIDE_PAGE } from './handling/how-to-on-the-spot.page.js';
import { PROMISES_GUIDE_PAGE } from './handling/how-to-promises.page.js';
import { CUSTOMERS_GUIDE_PAGE } from './handling/how-to-customers.page.js';
import { REMEDIES_GUIDE_PAGE } from './handling/how-to-remedies.page.js';
import { MAIL_GUIDE_PAGE } from './handling/how-to-mail.page.js';
import { RETRY_PAGE } from './how-to/how-to-retry.page.js';
import { WEBHOOKS_PAGE } from './evidence/how-to-webhooks.page.js';
import { VERIFYING_PAGE } from './evidence/how-to-verify.page.js';

/** The pages that explain, in reading order within their chapters. */
export const GUIDE_PAGES: readonly Page[] = [
  GLOSSARY_PAGE,
  CLAUSES_PAGE,
  VERIFYING_PAGE,
  FOLLOWING_PAGE,
  WEBHOOKS_PAGE,
  INTEGRATION_PAGE,
  PROMISES_GUIDE_PAGE,
  REMEDIES_GUIDE_PAGE,
  ON_THE_SPOT_GUIDE_PAGE,
  CUSTOMERS_GUIDE_PAGE,
  MAIL_GUIDE_PAGE,
  RETRY_PAGE,
  LOCKING_PAGE,
  PAGING_PAGE,
];
