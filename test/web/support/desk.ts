import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { signLocalToken } from '../../../src/access/local-issuer';
import { createDataFolder } from '../../support/folders';
import { useExplorer, type Explorer, type OpenOptions } from './explorer';

export type Account = { city: string } | { network: string } | { admin: true };

/** The explorer for who writes: opened as a practitioner of a city, a manager of a network, or an admin. */
export interface Desk {
  explorer: Explorer;
  tokenOf: (account: Account) => Promise<string>;
  /** Opens a view as who is signed in already; in a context of their own, or one that is given. */
  openAs: (account: Account, view: string, options?: OpenOptions) => Promise<Page>;
}

/** The explorer for the tests of one file, and tokens that its server believes. */
export function useDesk(): Desk {
  const folder = createDataFolder();
  const explorer = useExplorer(() => ({ INTERURBAN_DATA_DIR: folder }));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  const tokenOf = (account: Account): Promise<string> =>
    signLocalToken(folder, {
      subject: 'tester',
      roles: ['admin' in account ? 'admin' : 'city' in account ? 'practitioner' : 'manager'],
      networks: 'network' in account ? [account.network] : [],
      ...('city' in account ? { city: account.city } : {}),
      expiresIn: 3600,
    });
  return {
    explorer,
    tokenOf,
    openAs: async (account, view, options = {}) => {
      const context = options.context ?? (await explorer.newContext(options.theme, options.size));
      const token = JSON.stringify(await tokenOf(account));
      // Once for each window: who signs out there stays so.
      await context.addInitScript(`if (!sessionStorage.getItem('opened')) {
        sessionStorage.setItem('opened', 'yes');
        sessionStorage.setItem('interurban.token', ${token});
      }`);
      return explorer.open(view, { ...options, context });
    },
  };
}

/** The name of the control that has the keyboard. */
export const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.name');

/** How much wider a page is than its window: 0, where all is well. */
export const widthBeyond = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
