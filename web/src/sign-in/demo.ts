import { useEffect, useState } from 'react';

const ADDRESS = '/demo-sign-in';

/** Whom a demo account acts for: a city as its practitioner, or a network as its manager; by slug. */
export type DemoAccount = { city: string } | { network: string };

/** Whether this server signs in demo accounts, as it does on one's own machine; undefined until it has said so. */
export function useDemoOffer(): boolean | undefined {
  const [isOffered, setOffered] = useState<boolean>();
  useEffect(() => {
    const departure = new AbortController();
    fetch(ADDRESS, { signal: departure.signal }).then(
      async (response) => setOffered(response.ok && ((await response.json()) as { offered: boolean }).offered),
      () => !departure.signal.aborted && setOffered(false),
    );
    return () => departure.abort();
  }, []);
  return isOffered;
}

/**
 * A token for a demo account, for an hour.
 * @throws Error with what the server said
 */
export async function demoToken(account: DemoAccount): Promise<string> {
  const response = await fetch(ADDRESS, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-interurban-demo': '1' },
    body: JSON.stringify(account),
  });
  const answer = (await response.json()) as { token?: string; errors?: { message: string }[] };
  if (answer.token === undefined) throw new Error(answer.errors?.[0]?.message ?? response.statusText);
  return answer.token;
}
