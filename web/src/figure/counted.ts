/** A list's items with their places. In a page with Prototype.js its entries() are the items alone. */
export const counted = <T>(list: readonly T[]): [place: number, item: T][] => list.map((item, place) => [place, item]);
