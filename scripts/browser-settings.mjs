// How the browser of tests and benchmarks is started, so that pages look the same on every machine.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const FONTS = path.join(root, 'node_modules/.cache/chromium/fonts');

export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader', // WebGL, computed by the processor
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Says which fonts there are: those of npm packages alone, so that Chinese is not boxes. Systems without fontconfig have fonts for all.
 * @returns the file that says so
 */
export function fontConfiguration() {
  const folders = [
    'node_modules/@expo-google-fonts/noto-sans-sc/400Regular',
    'node_modules/@expo-google-fonts/noto-sans-sc/700Bold',
    'node_modules/.cache/chromium/unpacked/fonts/fonts/Open_Sans',
  ];
  const families = ['Open Sans', 'Noto Sans SC'];
  const file = path.join(FONTS, 'fonts.conf');
  const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${folders.map((folder) => `<dir>${path.join(root, folder)}</dir>`).join('\n  ')}
  <cachedir>${path.join(FONTS, 'cache')}</cachedir>
  ${['sans-serif', 'system-ui'].map((name) => alias(name, families)).join('\n  ')}
</fontconfig>
`;
  mkdirSync(FONTS, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, configuration);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

const alias = (name, families) =>
  `<alias binding="strong"><family>${name}</family><prefer>${families.map((f) => `<family>${f}</family>`).join('')}</prefer></alias>`;
