import { existsSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A page with what went wrong on it, and what it asked for beyond the host. */
export interface Watched {
  page: Page;
  /** Console errors, failed requests, exceptions. */
  errors: string[];
  /** Requests that would have left the host; none was let through. */
  foreign: string[];
}

/** @throws Error that says what is missing; nothing is installed. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`${CHROMIUM} is not there: install Chromium, or name another one in CHROMIUM.`);
  }
  // Its sandbox needs a user who is not root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: CHROMIUM, args });
}

/** Opens an address in a context of its own, uses it, and closes it. */
export async function watched<T>(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  use: (seen: Watched) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const seen: Watched = { page, errors: [], foreign: [] };
    const { host } = new URL(address);
    await page.route(
      (url) => url.host !== host,
      (route) => {
        seen.foreign.push(route.request().url());
        return route.abort();
      },
    );
    page.on('console', (message) => {
      if (message.type() === 'error') seen.errors.push(message.text());
    });
    page.on('pageerror', (error) => seen.errors.push(String(error)));
    page.on('response', (response) => {
      if (response.status() >= 400) seen.errors.push(`${String(response.status())} ${response.url()}`);
    });
    await page.goto(address);
    return await use(seen);
  } finally {
    await context.close();
  }
}

/** Where pictures and prints are put: SCREENSHOTS, or a new folder. */
export async function pictureFolder(): Promise<string> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined) return mkdtemp(join(tmpdir(), 'amends-pages-'));
  await mkdir(folder, { recursive: true });
  return folder;
}
