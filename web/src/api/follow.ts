import type { GraphQLError } from 'graphql';
import { stringifyDocument, type TypedDocumentNode } from 'urql';
import type { LiveConnection } from './live';

export interface Followed<Data, Variables> {
  /** A subscription to a field that takes `$after`. */
  document: TypedDocumentNode<Data, Variables & { after?: string | null }>;
  variables: Variables;
  /** The cursor behind which it begins: `feedCursor` of the query that fills the page. */
  after: string;
  /** The event's cursor. */
  cursorOf: (data: Data) => string;
}

export interface Follower<Data> {
  /** An event, each once and in order, also those of while the connection was lost. */
  onEvent: (data: Data) => void;
  /** The log does not go back to the last cursor any more: query anew, and follow from there. */
  onExpired: () => void;
  /** The server refuses the subscription. */
  onRefused: (errors: readonly Pick<GraphQLError, 'message'>[]) => void;
}

/** What a subscription ended with; where to begin anew, for a reader that was too slow. */
interface Ending {
  message: string;
  extensions?: { code?: string; cursor?: string };
}

/**
 * Subscribes behind a cursor, and comes back behind the last one that it had, from an event or a checkpoint: see docs/subscriptions.md.
 * @returns ends it
 */
export function follow<Data, Variables>(
  live: LiveConnection,
  { document, variables, after, cursorOf }: Followed<Data, Variables>,
  follower: Follower<Data>,
): () => void {
  // graphql-ws writes the payload anew for each connection: it then has the cursor of that moment.
  const resumed = { ...variables, after };
  const payload = { query: stringifyDocument(document), variables: resumed };
  const stopCheckpoints = live.onCheckpoint((cursors) => {
    resumed.after = cursors[live.idOf(payload) ?? ''] ?? resumed.after;
  });
  let end: (() => void) | undefined;
  const begin = () => {
    end = live.client.subscribe<Data>(payload, {
      next: ({ data }) => {
        if (!data) return; // An event whose fields failed: the next one has a cursor again.
        resumed.after = cursorOf(data);
        follower.onEvent(data);
      },
      error: (error) => {
        const endings = (Array.isArray(error) ? error : [{ message: String(error) }]) as Ending[];
        const { code, cursor } = endings[0]?.extensions ?? {};
        if (code === 'SLOW_CONSUMER' && cursor !== undefined) {
          resumed.after = cursor;
          begin();
        } else if (code === 'CURSOR_EXPIRED' || code === 'INVALID_CURSOR') follower.onExpired();
        else follower.onRefused(endings);
      },
      complete: () => undefined,
    });
  };
  begin();
  return () => {
    stopCheckpoints();
    end?.();
  };
}
