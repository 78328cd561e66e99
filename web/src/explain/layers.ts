/** False if a network is too large for a diagram. */
export const hasDiagram = (layers: readonly number[]): boolean => Math.max(...layers) <= 16;
