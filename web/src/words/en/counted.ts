/** How many there are, and of what: 1 point, 2 points. */
export const counted = (n: string, what: string): string => `${n} ${what}${n === '1' ? '' : 's'}`;
