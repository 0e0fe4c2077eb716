import type { ApolloServerPlugin } from '@apollo/server';
import type { Caller, Context } from '../subgraphs/context';

// Where a server reads from replicas, the answer to a mutation tells what a replica must have replayed to show what was written: in its
// `extensions`, whatever it comes by, and by HTTP in a header too. Who sends that with an operation, in either place, sees what was
// written, wherever it is answered.

export const POSITION_HEADER = 'interurban-position';

/** Of the `extensions` of an answer, and of a request. */
const EXTENSION = 'position';

/** The position that a client sends: what is none that we gave is taken for the latest, for then nothing is missing either. */
export function positionOf(given: unknown): number | undefined {
  if (given === undefined || given === null) return undefined;
  const isOurs = (typeof given === 'string' || typeof given === 'number') && /^\d{1,15}$/.test(String(given));
  return isOurs ? Number(given) : Infinity;
}

/** A caller who may name a position in the extensions of an operation, too: the later one counts. */
export function withPosition<C extends Caller>(caller: C, extensions: unknown): C {
  const named = positionOf((extensions as Record<string, unknown> | null | undefined)?.[EXTENSION]);
  return named === undefined ? caller : { ...caller, position: Math.max(named, caller.position ?? 0) };
}

/** Tells the position of what a mutation has written in the extensions of its answer. */
export const tellingPositions: ApolloServerPlugin<Context> = {
  requestDidStart: ({ contextValue: context }) => {
    const { onWritten } = context;
    let written: number | undefined;
    // Apart from where it is assigned: what it reaches would else stay among V8's old objects (docs/performance.md).
    const tell = (position: number): void => {
      written = position;
      onWritten?.(position);
    };
    context.onWritten = tell;
    return Promise.resolve({
      willSendResponse: ({ response: { body } }) => {
        if (written !== undefined && body.kind === 'single')
          body.singleResult.extensions = { ...body.singleResult.extensions, [EXTENSION]: written };
        return Promise.resolve();
      },
    });
  },
};
