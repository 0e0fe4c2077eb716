/** What the bench asks a server under measurement. */
export type ServerQuestion =
  | { ask: 'memory' }
  | { ask: 'statistics' }
  /** Of the bare server: to send this text to everybody, so many times, with so many ms between them. */
  | { ask: 'broadcast'; text: string; count: number; interval: number };

export type ServerAnswer =
  | { url: string }
  /** Resident memory after a garbage collection, in bytes. */
  | { memory: number }
  | { executions: number; subscribers: number }
  /** When each text was begun to be sent: see `now`. */
  | { begun: number[] };

/** A subscription, or null for a server that speaks no protocol. */
export type Subscription = { query: string; variables: object } | null;

/** What the bench asks the process that holds the clients. */
export type ClientQuestion =
  /** To open sockets, which take turns with the subscriptions. */
  | { ask: 'connect'; url: string; sockets: number; subscriptions: Subscription[] }
  /** To count from now on, and to say when each socket has got so many messages. */
  | { ask: 'receive'; count: number }
  /** How long each message was on its way, by when it was begun. */
  | { ask: 'report'; begun: number[] }
  | { ask: 'disconnect' };

export type ClientAnswer = 'connected' | 'ready' | 'received' | 'disconnected' | DeliveryReport;

/** Times are in ms. */
export interface DeliveryReport {
  p50: number;
  p99: number;
  /** From the first message's beginning to the last one's arrival. */
  duration: number;
  /** One of the messages. */
  sample: string;
}

/** A moment that means the same in every process of this machine, in ms. */
export const now = (): number => performance.timeOrigin + performance.now();
