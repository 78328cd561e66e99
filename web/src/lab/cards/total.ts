/** How many there are in all. */
export const total = (counts: number[]): number => counts.reduce((sum, n) => sum + n, 0);
