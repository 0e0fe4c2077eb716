// One run of Lighthouse in a browser of its own: takes { url, preset, browser } as JSON from its input, and writes what was found as JSON.
import { json } from 'node:stream/consumers';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import Trace from 'lighthouse/core/gather/gatherers/trace.js';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** What Lighthouse simulates: a phone on a slow network, which is its default, or a desktop. */
const CONFIGS = { mobile: undefined, desktop: desktopConfig };

// No score is made of it, and Chromium 147 ends a page that it traces so and that has a Referrer-Policy.
const categories = Trace.getDefaultTraceCategories().filter((category) => category !== 'blink.webdx_feature_usage');
Trace.getDefaultTraceCategories = () => categories;

const { url, preset, browser } = await json(process.stdin);
const chrome = await launch({
  chromePath: browser.executable,
  chromeFlags: ['--headless', ...browser.args],
  envVars: { ...process.env, ...browser.env },
});
try {
  const flags = { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' };
  const { lhr } = await lighthouse(url, flags, CONFIGS[preset]);
  if (lhr.runtimeError) throw new Error(`Lighthouse could not measure ${url}: ${lhr.runtimeError.message}`);
  process.stdout.write(JSON.stringify(found(lhr)));
} finally {
  await chrome.kill();
}

function found({ lighthouseVersion, categories, audits }) {
  const scripts = audits['network-requests'].details.items.filter(({ resourceType }) => resourceType === 'Script');
  return {
    version: lighthouseVersion,
    scores: CATEGORIES.map((name) => Math.round(categories[name].score * 100)),
    lcp: audits['largest-contentful-paint'].numericValue,
    tbt: audits['total-blocking-time'].numericValue,
    cls: audits['cumulative-layout-shift'].numericValue,
    script: scripts.reduce((sum, { transferSize }) => sum + transferSize, 0),
    faults: CATEGORIES.flatMap((name) =>
      categories[name].auditRefs
        .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
        .map(({ id }) => `${id}: ${audits[id].title}${audits[id].displayValue ? ` (${audits[id].displayValue})` : ''}`),
    ),
  };
}
