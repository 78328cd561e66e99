import type { Snapshot } from '../figure/protocol';

/** Tells one state of the run from another: what is asked for only while it is seen is asked for again where this differs. */
export const momentOf = ({ generation, changes, step }: Snapshot): string => `${generation}/${changes}/${step}`;
