// How a typed number is read: all fields read numbers this way.
//
//   0.5   0,5   .5   −1   1e-3   1.5e3   1 000   12 345,6   1,234.5   1.234,5   1,234,567   ０．５   ۰٫۵   ٠٫٥
//
// A comma is a decimal comma or groups thousands; if it could be either ('1,000': 1 or 1000), what was typed is
// refused and both readings are named. So is a point in a field for whole numbers ('1.000'); elsewhere a single point is
// decimal, as the page itself writes it. Spaces of any width group thousands, and mean nothing else.

import type { First } from './en';

/** A number as JavaScript and the program write it, or what to tell the person who typed it. */
export type Reading = { plain: string } | { problem: string };

export function readNumber(typed: string, t: First): Reading {
  return read(typed, false, t);
}

/** A whole number of any length. */
export function readWhole(typed: string, t: First): Reading {
  return read(typed, true, t);
}

function read(typed: string, whole: boolean, t: First): Reading {
  const text = latin(typed).trim();
  const plain = plainOf(text, whole);
  if (plain === null) return { problem: t.numberWanted(text) };
  if (typeof plain !== 'string') return { problem: t.eitherNumber(text, plain.thousands, plain.decimal) };
  const value = Number(plain);
  if (!Number.isFinite(value)) return { problem: t.finiteWanted(text) };
  if (!whole || /^-?\d+$/.test(plain)) return { plain };
  return Number.isSafeInteger(value) ? { plain: String(value) } : { problem: t.wholeWanted(text) };
}

/** Arabic and Persian digits and marks, and full-width ones of East Asian keyboards, as those of ASCII; without marks of direction. */
const latin = (typed: string) =>
  typed
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(/[\u200e\u200f\u061c]/g, '');

interface Either {
  thousands: string;
  decimal: string;
}

/** The number in plain digits, the two that it may be, or null if it is none. */
function plainOf(text: string, whole: boolean): string | Either | null {
  const found = /^([+\-\u2212]?)\s*([\d.,\s]*\d[.,]?)(e[+\-\u2212]?\d+)?$/i.exec(text);
  if (!found) return null;
  const [, sign = '', written = '', exponent = ''] = found;
  const around = (digits: string) =>
    `${sign === '+' ? '' : sign && '-'}${digits.replace(/^0+(?=\d)/, '')}${exponent.toLowerCase().replace('\u2212', '-')}`;
  const [body, grouped] = withoutBlanks(written);
  if (body === null) return null;

  const marks = body.replace(/\d/g, '');
  if (marks === '') return around(body);
  const last = marks.at(-1)!;
  const cut = body.lastIndexOf(last);
  const [before, after] = [body.slice(0, cut), body.slice(cut + 1)];
  // One kind of mark, used more than once, groups thousands: 1,234,567.
  if (marks.length > 1 && new Set(marks).size === 1)
    return !grouped && inThrees(body, last) ? around(body.replaceAll(last, '')) : null;
  if (marks.length > 1) {
    // The last is decimal, and the others group thousands: 1,234.5.
    const other = marks[0]!;
    return !grouped && marks.indexOf(last) === marks.length - 1 && inThrees(before, other)
      ? around(`${before.replaceAll(other, '')}.${after}`)
      : null;
  }
  const decimal = around(`${before || '0'}.${after || '0'}`);
  const either = !grouped && exponent === '' && /^[1-9]\d{0,2}$/.test(before) && after.length === 3;
  return either && (last === ',' || whole)
    ? { thousands: around(before + after), decimal: around(`${before}.${after}`.replace(/\.?0+$/, '')) }
    : decimal;
}

/** The digits without the blanks between thousands, and whether there were any; null if there are blanks elsewhere. */
function withoutBlanks(written: string): [string | null, boolean] {
  if (!/\s/.test(written)) return [written, false];
  return [/^\d{1,3}(\s\d{3})+([.,]\d*)?$/.test(written) ? written.replace(/\s/g, '') : null, true];
}

function inThrees(body: string, mark: string): boolean {
  const [first = '', ...rest] = body.split(mark);
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group));
}
