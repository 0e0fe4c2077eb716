/** The size of the drawing, in its own units: it is scaled to whatever room there is. */
export const WIDTH = 960;
export const HEIGHT = 460;

/** A place as the API gives it. */
export interface Place {
  latitude: number;
  longitude: number;
}
