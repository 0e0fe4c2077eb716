/** Made when the pages are built: see web/build/world-outlines.mts. */
declare module 'virtual:world-outlines' {
  /** How many units of the paths are a radian at the equator. */
  export const scale: number;
  /** Paths in Equal Earth; where the equator meets Greenwich is 0,0. */
  export const land: string;
  export const borders: string;
}
