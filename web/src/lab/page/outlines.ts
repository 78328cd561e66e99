// Drawings in lines as the areas that those lines cover. The first stroke of a bent line costs the GPU a program that areas and
// letters do without, and a page's first picture waits for it.

const half = 0.75;

type Point = readonly [number, number];

const number = (value: number) => String(Number(value.toFixed(2))).replace(/^(-?)0\./, '$1.');
const join = (values: readonly number[]) => values.map(number).join(' ').replaceAll(' -', '-');

/** The end of a line, half a turn around it. */
const end = ([x, y]: readonly number[]) => `A${join([half, half, 0, 0, 1, x!, y!])}`;

/** A straight line. */
function bar([x0, y0]: Point, [x1, y1]: Point): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [ex, ey] = [(half * (x1 - x0)) / length, (half * (y1 - y0)) / length];
  const there = `M${join([x0 + ey, y0 - ex])}L${join([x1 + ey, y1 - ex])}${end([x1 - ey, y1 + ex])}`;
  return `${there}L${join([x0 - ey, y0 + ex])}${end([x0 + ey, y0 - ex])}z`;
}

/** A part of a circle's line, as an SVG's arc has it. */
function bow(from: Point, radius: number, large: number, sweep: number, to: Point): string {
  if (!sweep) return bow(to, radius, large, 1, from);
  const [[x0, y0], [x1, y1]] = [from, to];
  const [dx, dy] = [(x1 - x0) / 2, (y1 - y0) / 2];
  const away = Math.sqrt(Math.max(0, radius ** 2 / (dx * dx + dy * dy) - 1)) * (large ? -1 : 1);
  const [cx, cy] = [(x0 + x1) / 2 - away * dy, (y0 + y1) / 2 + away * dx];
  const at = (x: number, y: number, r: number) => [cx + ((x - cx) * r) / radius, cy + ((y - cy) * r) / radius];
  const arc = (r: number, direction: number, there: number[]) => `A${join([r, r, 0, large, direction, ...there])}`;
  const [outer, inner] = [radius + half, radius - half];
  return (
    `M${join(at(x0, y0, outer))}${arc(outer, 1, at(x1, y1, outer))}${end(at(x1, y1, inner))}` +
    `${arc(inner, 0, at(x0, y0, inner))}${end(at(x0, y0, outer))}z`
  );
}

/** The area of a drawing in lines and arcs of circles: M, L, H, V, A and z of an SVG's path, and the relative ones. */
export function outline(path: string): string {
  let [x, y] = [0, 0];
  let start: Point = [0, 0];
  let areas = '';
  for (const [, letter, rest] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (rest!.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const command = letter!.toUpperCase();
    const [ox, oy] = letter === command ? [0, 0] : [1, 1];
    const take = { M: 2, L: 2, H: 1, V: 1, A: 7, Z: 0 }[command];
    if (take === undefined || (take > 0 && numbers.length % take)) throw new Error(`${letter}${rest}: want M, L, H, V, A or z`);
    for (let i = 0; i === 0 || i < numbers.length; i += take || 1) {
      const given = numbers.slice(i, i + take);
      const from: Point = [x, y];
      if (command === 'Z') [x, y] = start;
      else if (command === 'H') x = given[0]! + ox * x;
      else if (command === 'V') y = given[0]! + oy * y;
      else [x, y] = [given.at(-2)! + ox * x, given.at(-1)! + oy * y];
      if (command === 'M' && i === 0) start = [x, y];
      else if (command === 'A') areas += bow(from, given[0]!, given[3]!, given[4]!, [x, y]);
      else if (x !== from[0] || y !== from[1]) areas += bar(from, [x, y]);
    }
  }
  return areas;
}
