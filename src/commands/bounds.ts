/** How long a text may be, in characters, and whether it may have several lines. */
export interface Bounds {
  max: number;
  multiline: boolean;
}

export const TITLE: Bounds = { max: 200, multiline: false };
export const SUMMARY: Bounds = { max: 2000, multiline: true };
export const BODY: Bounds = { max: 50_000, multiline: true };
export const NOTE: Bounds = { max: 2000, multiline: true };
export const KEY: Bounds = { max: 200, multiline: false };

/** How long an address may be, in characters. */
export const MAX_URL = 2000;

/** How many items a list of the input may have. */
export const MAX_LINKS = 20;
export const MAX_NETWORKS = 50;
export const MAX_PARTICIPANTS = 200;
