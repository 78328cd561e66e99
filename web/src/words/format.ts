// Numbers as the page shows them: with a true minus sign, and a fixed number of digits so that a changing number doesn't jitter.

const minus = '\u2212';

/** Shown where there is no number. */
export const none = '–';

/** v with `digits` decimals; −0.000 is 0.000. */
export function fixed(v: number, digits: number): string {
  if (!Number.isFinite(v)) return none;
  const size = Math.abs(v);
  const text = size < 1e6 ? size.toFixed(digits) : size.toExponential(2).replace('e+', 'e');
  return v < 0 && Number(text) !== 0 ? minus + text : text;
}

/** A weight or bias: its sign, and its size with 3 decimals, or fewer if it is large. */
export function signed(v: number): { negative: boolean; size: string } {
  const size = Math.abs(v);
  const text = fixed(size, size < 100 ? 3 : size < 1000 ? 2 : 1);
  return { negative: v < 0 && Number(text) !== 0, size: text };
}

export const probability = (p: number): string => fixed(p, 4);
export const threshold = (p: number): string => fixed(p, 2);
export const logit = (z: number): string => fixed(z, 3);
export const norm = (v: number): string => fixed(v, 3);

/** Five decimals, or enough digits if the loss is near 0; a dash if there is none. */
export function loss(v: number | null): string {
  if (v === null) return none;
  if (v !== 0 && Math.abs(v) < 1e-3) return v.toExponential(3).replaceAll('-', minus);
  return fixed(v, 5);
}

/** A share as a percentage, with one decimal unless it is whole; a dash if there is none. */
export function percent(share: number | null): string {
  if (share === null) return none;
  return `${Number((100 * share).toFixed(1))}%`;
}

/** A count: digits in groups of three from 10 000 on. */
export function count(n: number): string {
  const text = String(n);
  return n < 10_000 ? text : text.replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** A point of the plane: (1, −1) or (0.312, −0.8). */
export function point(x: readonly [number, number]): string {
  return `(${coordinate(x[0])}, ${coordinate(x[1])})`;
}

function coordinate(v: number): string {
  return fixed(v, 3).replace(/\.?0+$/, '') || '0';
}

/** A subscript from 1 for an index from 0: x₁. */
export const subscript = (i: number): string => [...String(i + 1)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');

/** A superscript for a number: 2 is ². */
export const superscript = (n: number): string => [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

/** A number as one would type it: fewest digits, plain hyphen. */
export const typed = (v: number): string => String(v);

/** A coordinate in a field, with few digits: 0.481, -12.5, 3.00e-7. */
export function brief(v: number): string {
  const size = Math.abs(v);
  return size !== 0 && (size < 1e-3 || size >= 1e6) ? v.toExponential(2) : String(Number(v.toFixed(3)));
}

/** A weight in a field; the digits don't jitter while it changes. */
export function steady(v: number): string {
  return Math.abs(v) < 1e4 ? v.toFixed(3) : v.toExponential(2);
}
