// Where the units of a network's diagram are.

import type { XY } from '../figure/protocol';

/** In pixels at a font size of 16 px, with which all of it scales. */
export interface Room {
  width: number;
  height: number;
}

/** The height with which the Lab's tabs stay in sight on a laptop, and a width at which no columns meet. */
const usual: Room = { width: 600, height: 208 };

/** A unit's side, which a finger must hit; the least, where columns of many layers would meet. */
export const maxSide = 36;
const [minSide, leastSide] = [24, 14];

/** The least height of a diagram. */
const least = 84;

/**
 * Spaces the layers evenly and centres the units in each. A layer of more units than fit below each other has several columns,
 * which its units take in turn. Places are across in percent of the width, and down from the top.
 */
export function arranged(layers: readonly number[], room = usual): { side: number; height: number; places: XY[][] } {
  const most = Math.max(...layers);
  const fits = Math.max(1, Math.floor(room.height / (minSide + 2)));
  const gap = most < fits ? 6 : 2;
  const apart = 84 / (layers.length - 1);
  const columns = layers.map((units) => Math.ceil(units / fits));
  const across = columns.map((n) => (n === 1 ? 0 : Math.min(8, (0.8 * apart) / n)));
  const narrow = Math.min(...across.map((by) => (by === 0 ? maxSide : (by / 100) * room.width)));
  const side = Math.max(leastSide, Math.min(narrow, Math.max(minSide, Math.min(maxSide, Math.floor(room.height / most) - gap))));
  const pitch = columns.map((n, layer) => {
    const usually = layer === 0 ? Math.max(maxSide, side + gap) : (Math.max(minSide, side) + gap) / n;
    return Math.min(usually, room.height / (layers[layer]! + n - 1));
  });
  const height = Math.max(least, ...layers.map((units, layer) => (units + columns[layer]! - 1) * pitch[layer]!));
  const places = layers.map((units, layer) =>
    [...Array(units)].map((_, unit): XY => {
      const column = (unit % columns[layer]!) - (columns[layer]! - 1) / 2;
      return [8 + apart * layer + column * across[layer]!, height / 2 + (unit - (units - 1) / 2) * pitch[layer]!];
    }),
  );
  return { side, height, places };
}
