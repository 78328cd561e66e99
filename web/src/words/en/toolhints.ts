// The texts of the tools that change as they are chosen: the script has them, the page doesn't.

/** What a press on the plane does, with another tool than the first. */
export const toolHints = {
  hint_add0: 'Add a blue circle, or turn a point into one.',
  hint_add1: 'Add an orange square, or turn a point into one.',
  hint_move: 'Drag a point, the line, or the plane itself.',
  hint_erase: 'Pick any point to remove it.',
};
