import * as format from '../words/format';

/** Enough digits for what is small. */
export function small(v: number): string {
  if (!Number.isFinite(v)) return format.none;
  const size = Math.abs(v);
  return size !== 0 && size < 1e-4 ? v.toExponential(1).replaceAll('-', '\u2212') : format.fixed(v, 4);
}
