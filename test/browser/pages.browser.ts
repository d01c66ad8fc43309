import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { PAGES } from '../../src/documentation/pages.js';
import { useTestApp } from '../support/app.js';
import { openBrowser, pictureFolder, watched } from './browser.js';

const PHONE = { viewport: { width: 360, height: 740 } };
const DESK = { viewport: { width: 1360, height: 900 } };
const addresses = [
  ...PAGES.map(({ path }) => (path === '' ? '/docs' : `/docs/${path}`)),
  '/docs/search?q=promise',
];

const app = useTestApp();
let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await pictureFolder();
  process.stdout.write(`Pictures: ${folder}\n`);
});
afterAll(() => browser.close());

/** Axe runs from outside of the page, whose policy lets no script in. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

/** How far the page can be moved sideways, in pixels; more than none is a fault. */
function overhang(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

function picture(name: string): string {
  return join(folder, name.replace(/^\/docs\/?/, '').replace(/[^\w.]+/g, '-') || 'start');
}

describe.each(addresses)('%s', (address) => {
  it.each(['light', 'dark'] as const)(
    'is accessible in %s, without errors or requests to elsewhere',
    async (colorScheme) => {
      await watched(browser, app.baseUrl + address, { ...DESK, colorScheme }, async (seen) => {
        expect(await violations(seen.page)).toEqual([]);
        await seen.page.screenshot({ path: `${picture(address)}-${colorScheme}.png` });
        expect({ errors: seen.errors, foreign: seen.foreign }).toEqual({ errors: [], foreign: [] });
      });
    },
    120_000,
  );

  it('fits a phone, and is accessible there', async () => {
    await watched(browser, app.baseUrl + address, PHONE, async ({ page }) => {
      expect(await overhang(page)).toBe(0);
      expect(await violations(page)).toEqual([]);
      await page.screenshot({ path: `${picture(address)}-phone.png` });
    });
  }, 120_000);
});

describe('the pages', () => {
  it('show the drawing of the workflow, and say in words what it shows', async () => {
    await watched(browser, `${app.baseUrl}/docs/workflow`, DESK, async ({ page }) => {
      const drawing = page.locator('main img').first();
      expect(await page.evaluate('document.querySelector("main img").naturalWidth')).toBeGreaterThan(100);
      expect((await drawing.getAttribute('alt'))?.length).toBeGreaterThan(20);
      await drawing.screenshot({ path: `${picture('drawing')}.png` });
    });
  });

  it('are searched without scripts', async () => {
    await watched(browser, `${app.baseUrl}/docs`, { ...DESK, javaScriptEnabled: false }, async ({ page }) => {
      await page.getByRole('searchbox').fill('acknowledgeComplaint');
      await page.getByRole('searchbox').press('Enter');
      await page.locator('.hits a[href$="#acknowledgeComplaint"]').click();
      expect(page.url()).toContain('/docs/reference/actions#acknowledgeComplaint');
      expect(await page.locator('h2:target').textContent()).toContain('Say sorry');
    });
  });

  it('are walked by keyboard, past the head', async () => {
    await watched(browser, `${app.baseUrl}/docs/workflow`, DESK, async ({ page }) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main');
    });
  });

  it('lead on a phone to the contents', async () => {
    await watched(browser, `${app.baseUrl}/docs/problems`, PHONE, async ({ page }) => {
      await page.getByRole('link', { name: 'Contents' }).click();
      await page
        .getByRole('navigation', { name: 'Contents' })
        .getByRole('link', { name: 'Glossary' })
        .click();
      expect(page.url()).toBe(`${app.baseUrl}/docs/glossary`);
    });
  });

  it.each(['/docs/workflow', '/docs/permissions', '/docs/reference/all'])(
    '%s is printed',
    async (address) => {
      await watched(browser, app.baseUrl + address, DESK, async ({ page }) => {
        const path = `${picture(address)}.pdf`;
        await page.pdf({ path, format: 'A4' });
        expect((await stat(path)).size).toBeGreaterThan(20_000);
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize({ width: 680, height: 960 });
        expect(await page.getByRole('search').isVisible()).toBe(false);
        expect(await overhang(page)).toBe(0);
        await page.screenshot({ path: `${picture(address)}-print.png` });
      });
    },
    120_000,
  );
});
