import type { Viewer } from '../../sign-in';

/** The city that a practitioner acts for. */
export type CityOfViewer = NonNullable<Viewer['city']>;

/** A network that a manager keeps. */
export type NetworkOfViewer = NonNullable<Viewer['networks'][number]>;
