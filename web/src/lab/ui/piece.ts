/** A piece of a picture, in its pixels. */
export interface Piece {
  x: number;
  y: number;
  width: number;
  height: number;
  /** How many of them make a CSS pixel. */
  scale: number;
}

/** Where an element is on a copy of the figure's canvas, which covers it and more; null if there is no figure. */
export function pieceOver(element: HTMLElement, drawn: HTMLCanvasElement): Piece | null {
  const over = document.querySelector('.figure-canvas')?.getBoundingClientRect();
  if (!over) return null;
  const box = element.getBoundingClientRect();
  const scale = drawn.width / over.width;
  return {
    x: (box.left - over.left) * scale,
    y: (box.top - over.top) * scale,
    width: box.width * scale,
    height: box.height * scale,
    scale,
  };
}
