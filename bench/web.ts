import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { PROJECT_ROOT } from '../src/project-root';
import { newerNode } from './contenders/contenders';
import { writeSection } from './results';
import { freePort, serve, stop, withDataFolder } from './serving';
import { table } from './table';

/** Home, the city and the network that have most to show in the sample data. */
const PAGES = { Home: '/en', City: '/en/city/johannesburg', Network: '/en/network/walking-and-cycling' };
const PRESETS = ['mobile', 'desktop'] as const;
const RUNS = 3;

/** What each score is to reach. */
const WANTED = 95;

/** What one run of Lighthouse found: see bench/lighthouse/measure.mjs. Times in ms, sizes in bytes. */
interface Finding {
  version: string;
  /** Performance, accessibility, best practices. */
  scores: number[];
  lcp: number;
  tbt: number;
  cls: number;
  script: number;
  faults: string[];
}

interface Result {
  page: string;
  preset: string;
  findings: Finding[];
}

/** `bench web [--quick]`: what Lighthouse says of the explorer's pages, served in production mode, on the sample data. */
export async function run(args: string[]): Promise<void> {
  const runs = args.includes('--quick') ? 1 : RUNS;
  const results = await withDataFolder(async (folder) => {
    const port = await freePort();
    const server = await serve(['bin/interurban.mjs', 'serve'], port, folder, { PRODUCTION: 'true' });
    try {
      return await measureAll(`http://127.0.0.1:${port}`, runs);
    } finally {
      await stop(server);
    }
  });
  const text = table(HEAD, results.map(row));
  console.log(`\n${text}\n\n${verdict(results)}`);
  if (runs === RUNS) writeSection('web', report(results, text));
}

/** All pages in turn, in several rounds: what slows the machine down for a while slows down all of them. */
async function measureAll(url: string, runs: number): Promise<Result[]> {
  const browser = JSON.parse(execFileSync(process.execPath, ['scripts/browser.mjs'], { cwd: PROJECT_ROOT }).toString()) as object; // prettier-ignore
  const results = PRESETS.flatMap((preset) =>
    Object.keys(PAGES).map((page): Result => ({ page, preset, findings: [] })),
  );
  for (let round = 1; round <= runs; round++) {
    console.error(`Round ${round} of ${runs} …`);
    for (const { page, preset, findings } of results)
      findings.push(await measure({ url: `${url}${PAGES[page as keyof typeof PAGES]}`, preset, browser }));
  }
  return results;
}

async function measure(input: { url: string; preset: string; browser: object }): Promise<Finding> {
  const child = spawn(newerNode, [path.join(PROJECT_ROOT, 'bench/lighthouse/measure.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  child.stdin.end(JSON.stringify(input));
  const finding = await json(child.stdout).catch(() => undefined); // It has said why there is none.
  const [status] = (await ended) as [number | null];
  if (status !== 0) throw new Error(`Expected Lighthouse to measure ${input.url}, but it ended with ${status}.`);
  return finding as Finding;
}

const HEAD = [
  'page',
  'preset',
  'performance',
  'accessibility',
  'best practices',
  'LCP',
  'TBT',
  'CLS',
  'KB of JavaScript',
];

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const scores = ({ findings }: Result): number[] =>
  [0, 1, 2].map((category) => median(findings.map(({ scores }) => scores[category]!)));

function row(result: Result): string[] {
  const of = (value: (finding: Finding) => number): number => median(result.findings.map(value));
  return [
    result.page,
    result.preset,
    ...scores(result).map(String),
    (of(({ lcp }) => lcp) / 1000).toFixed(2),
    of(({ tbt }) => tbt).toFixed(0),
    of(({ cls }) => cls).toFixed(3),
    (of(({ script }) => script) / 1024).toFixed(0),
  ];
}

/** Which scores fall short, and of what. */
function verdict(results: readonly Result[]): string {
  const short = results.flatMap((result) =>
    scores(result).flatMap((score, category) =>
      score < WANTED ? [`- ${result.page}, ${result.preset}: ${HEAD[category + 2]!} ${score}`] : [],
    ),
  );
  if (short.length === 0) return `Every score is at least ${WANTED}.`;
  const faults = [...new Set(results.flatMap(({ findings }) => findings.flatMap((finding) => finding.faults)))];
  return [`Below ${WANTED}:`, ...short, '', 'What Lighthouse would change:', ...faults.map((f) => `- ${f}`)].join('\n');
}

const report = (results: readonly Result[], text: string): string =>
  `${new Date().toISOString().slice(0, 10)}, Lighthouse ${results[0]!.findings[0]!.version}, on ${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown CPU'}. ` +
  `Medians of ${RUNS} runs, throttling simulated. LCP in s, TBT in ms, JavaScript as it is sent. [What is measured](README.md#web).\n\n${text}\n\n${verdict(results)}`;
