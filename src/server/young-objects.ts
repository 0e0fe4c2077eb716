import v8 from 'node:v8';

/**
 * The option of Node.js that gives young objects all of their room from the start, and leaves it to them (in MB; V8 has a few such spaces).
 * By itself V8 begins with a sixteenth of it, doubles it as it gets full, and takes it away again after some quiet seconds: in so little room
 * objects are collected while the requests that they belong to are under way, and become old. Nothing but the command line can set it.
 */
export const YOUNG_ROOM = '--min-semi-space-size=16';

/**
 * Has all objects begin among the young ones. Where most that come from one place in the code outlived a collection, V8 has those from there
 * begin among the old ones, and never asks again. A server under load looks like that: what is collected in a busy moment finds the requests
 * under way alive. From then on each of their objects, dead as soon as it is answered, keeps alive what it refers to until the old ones are
 * collected.
 *
 * For the process. To be called when the modules of Node.js are loaded: with other flags than it was built with, it compiles them anew.
 */
export const keepObjectsYoung = (): void => v8.setFlagsFromString('--no-allocation-site-pretenuring');
