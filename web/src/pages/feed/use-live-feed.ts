import { useEffect, useRef, useState } from 'react';
import { follow } from '../../api/follow';
import type { FragmentOf, ResultOf } from '../../api/graphql';
import { useLive } from '../../api/provider';
import { SHARED, type FeedItemFields } from './documents';
import type { apiFilter } from './filter';

/** A solution that came while the page was open. */
export interface Arrival {
  solution: FragmentOf<typeof FeedItemFields>;
  /** Whether it was shared while the connection was lost. */
  isCaughtUp: boolean;
}

export interface LiveFeed {
  /** The latest first. */
  arrivals: readonly Arrival[];
  /** How many came since the connection was last lost, and is there again; null where it never was. */
  caughtUp: number | null;
  /** Why the server does not let one subscribe; null where it does. */
  refused: string | null;
}

export interface LiveFeedOptions {
  filter: ReturnType<typeof apiFilter>;
  /** The cursor behind which it begins; undefined while it is not known. */
  since: string | undefined;
  /** Keeps the last cursor of each filter, for who goes on with it and other eyes. */
  cursors: Map<string, string>;
  /** The log does not go back so far: query anew. */
  onExpired: () => void;
}

/** Follows what is shared, across lost connections, and tells what was caught up on. */
export function useLiveFeed({ filter, since, cursors, onExpired }: LiveFeedOptions): LiveFeed {
  const live = useLive();
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([]);
  const [caughtUp, setCaughtUp] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const expired = useRef(onExpired);
  useEffect(() => {
    expired.current = onExpired;
  });

  const wanted = JSON.stringify(filter);
  useEffect(() => {
    if (since === undefined) return;
    let wasLost = false;
    /** What was shared before is caught up on; the clocks of server and reader are taken to agree to the second or so. */
    let returnedAt = -Infinity;
    const stopWatching = live.onStatus(() => {
      const status = live.status();
      if (status === 'reconnecting' || status === 'disconnected') wasLost = true;
      if (status !== 'connected' || !wasLost) return;
      wasLost = false;
      returnedAt = Date.now();
      setCaughtUp(0);
    });
    const options = {
      document: SHARED,
      variables: { filter: JSON.parse(wanted) as typeof filter },
      after: cursors.get(wanted) ?? since,
      cursorOf: ({ solutionShared }: ResultOf<typeof SHARED>) => solutionShared.cursor,
    };
    const unfollow = follow(live, options, {
      onEvent: ({ solutionShared }) => {
        const { cursor, occurredAt, solution } = solutionShared;
        cursors.set(wanted, cursor);
        const isCaughtUp = Date.parse(occurredAt) < returnedAt;
        if (isCaughtUp) setCaughtUp((count) => (count ?? 0) + 1);
        setArrivals((before) => [
          { solution, isCaughtUp },
          ...before.filter((each) => each.solution.id !== solution.id),
        ]);
      },
      onExpired: () => {
        cursors.delete(wanted);
        expired.current();
      },
      onRefused: ([error]) => setRefused(error?.message ?? ''),
    });
    return () => {
      stopWatching();
      unfollow();
    };
  }, [live, since, cursors, wanted]);

  return { arrivals, caughtUp, refused };
}
