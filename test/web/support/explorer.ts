import fs from 'node:fs';
import path from 'node:path';
import axe, { type Result } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Environment } from '../../../src/config';
import { useHttpWorld, type HttpWorld } from '../../support/http';
import { runScript, startChromium } from './chromium';

const SCREENSHOTS = path.join(__dirname, '../screenshots');

/** The sizes that every page is looked at in. */
export const SIZES = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
  /** The narrowest that WCAG asks for, nearly. */
  narrow: { width: 360, height: 740 },
} as const;

export interface OpenOptions {
  /** The page's language. Default: en. */
  locale?: 'en' | 'es' | 'zh';
  /** What the reader's system prefers. Default: light. */
  theme?: 'light' | 'dark';
  /** Default: desktop. */
  size?: keyof typeof SIZES;
  /** Opens it in a window of this context, where others are open; else in a new one, without cookies and storage. */
  context?: BrowserContext;
}

/** The explorer on the sample data, and a browser. What a page does wrong, the test hears of: see `open`. */
export class Explorer {
  browser: Browser;
  private readonly contexts: BrowserContext[] = [];
  private readonly faults: string[] = [];

  constructor(readonly http: HttpWorld) {}

  async start(): Promise<void> {
    await runScript('scripts/ensure.mjs', 'the explorer', 'GraphiQL');
    this.browser = await startChromium();
  }

  /**
   * Opens a view, such as `/networks`, and waits until it has what it shows. From then on every request to another host, every
   * violation of the Content-Security-Policy, every error in the console and every exception fails the test.
   */
  async open(
    view: string,
    { locale = 'en', theme = 'light', size = 'desktop', context }: OpenOptions = {},
  ): Promise<Page> {
    const page = await (context ?? (await this.newContext(theme, size))).newPage();
    this.watch(page);
    await page.goto(`${this.http.url}/${locale}${view === '/' ? '' : view}`);
    await settled(page);
    return page;
  }

  /** A browser that knows nothing yet. */
  async newContext(theme: 'light' | 'dark' = 'light', size: keyof typeof SIZES = 'desktop'): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      viewport: SIZES[size],
      colorScheme: theme,
      reducedMotion: 'reduce',
      hasTouch: size !== 'desktop',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(60_000);
    this.contexts.push(context);
    return context;
  }

  private watch(page: Page): void {
    const host = new URL(this.http.url).host;
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.host !== host && !['data:', 'blob:'].includes(url.protocol)) this.faults.push(`a request to ${url.href}`);
    });
    page.on('console', (message) => {
      // Of how fast WebGL is without a graphics card; nothing that a page does wrong.
      if (message.text().includes('GL Driver Message (OpenGL, Performance')) return;
      if (message.type() === 'error' || message.type() === 'warning')
        this.faults.push(`the console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.faults.push(`an exception: ${error.stack ?? error.message}`));
  }

  /** Takes back what was expected to go wrong, such as lost connections, and gives it. */
  forgive(): string[] {
    return this.faults.splice(0);
  }

  /** Closes the windows of a test. */
  async tidyUp(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
    const faults = this.forgive();
    if (faults.length > 0) throw new Error(`Expected pages without a fault, got:\n${faults.join('\n')}`);
  }
}

/** Resolves when nothing on the page is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.locator('[data-loading]').first().waitFor({ state: 'detached' });
}

/** What axe finds against WCAG 2.2 AA and good practice, one line each; empty where all is well. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: Result[] }>(
    `axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { "target-size": { enabled: true } }, // 24 px, or room around
    })`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary}`),
  );
}

/** Keeps a picture of the whole page in test/web/screenshots, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

/** The explorer for the tests of one file: a server on the sample data, whose log is followed, and a browser. */
export function useExplorer(environment?: () => Environment): Explorer {
  const data = path.join(__dirname, '../../../data');
  jest.setTimeout(120_000); // Each page is loaded, drawn, and looked at by axe.
  const explorer = new Explorer(useHttpWorld(environment, { data, followsLog: true, poolSize: 8 }));
  beforeAll(() => explorer.start());
  afterEach(() => explorer.tidyUp());
  afterAll(() => explorer.browser.close());
  return explorer;
}
