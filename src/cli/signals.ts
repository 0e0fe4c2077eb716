const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// One Ctrl-C may come twice within moments, in milliseconds: from the terminal, and from npm, which passes it on.
const SAME_KEYSTROKE = 500;

/**
 * Resolves when the process is asked to stop, by Ctrl-C or by a signal, so that it can do so in order. When it is asked a
 * second time, it ends at once.
 */
export function onStop(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const handle = (): void => {
      first ??= Date.now();
      if (Date.now() - first > SAME_KEYSTROKE) process.exit(130);
      resolve();
    };
    for (const signal of signals) process.on(signal, handle);
  });
}
