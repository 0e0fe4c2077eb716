/** What the bench tells a server under measurement. */
export type ServerQuestion =
  | { ask: 'memory' }
  | { ask: 'executions' }
  /** For the bare server: sends this text to everybody, so many times, or once a second. */
  | { ask: 'broadcast'; text: string; count: number; interval: number };

export type ServerAnswer =
  | { url: string }
  /** Resident memory after a garbage collection, in bytes. */
  | { memory: number }
  | { executions: number }
  /** When each text was begun to be sent: see `now`. */
  | { begun: number[] };

/** What the bench tells the process that holds the clients. */
export type ClientQuestion =
  | { ask: 'connect'; url: string; sockets: number; subscriptions: Subscription[] }
  /** Forgets what has come so far, and reports once each socket has got so many messages. */
  | { ask: 'receive'; count: number }
  | { ask: 'disconnect' };

export type ClientAnswer =
  | { connected: true }
  | { ready: true }
  | { disconnected: true }
  /** By message, when it came to each socket, in ascending order; and one of the messages, as text. */
  | { arrivals: number[][]; sample: string };

/** A subscription, or none for a server that speaks no protocol: sockets take turns. */
export type Subscription = { query: string; variables: object } | null;

/** A moment that means the same in every process of this machine, in ms. */
export const now = (): number => performance.timeOrigin + performance.now();
