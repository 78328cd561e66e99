// The texts of the Lab's dialogs in English, but for those in index.html.

import type { ExportFormat } from '../../figure/protocol';

/** A key, and what it does. */
type Named = [key: string, what: string];

export const dialogs = {
  copied: 'Copied',
  codeNotes: {
    pytorch: 'Prints these very numbers; needs PyTorch and, for some data, scikit-learn.',
    'python-numpy': 'The same run in plain NumPy, gradients written out.',
    csv: 'The points as they are now, with their classes.',
    svg: 'The plane as a drawing that scales to any size.',
  } satisfies Record<ExportFormat, string>,
  pictureTitle: (epoch: string, loss: string) => `epoch ${epoch}, loss ${loss}`,
  preview: 'Preview of the figure',
  embedNotes: {
    element: 'Works as it is, with the files of this site. To keep them on yours: perceptron embed DIR.',
    iframe: 'For platforms that allow only frames. Works as it is, with the files of this site.',
    jekyll: 'With _includes/perceptron-lab.html from perceptron embed.',
    hugo: 'With layouts/shortcodes/perceptron-lab.html from perceptron embed.',
  },

  keyboard: [
    ['← ↑ ↓ →', 'point at the plane; with Shift, faster'],
    ['Enter', 'do there what a click would; a point of the data is taken in hand first'],
    ['+ −', 'zoom in or out; Ctrl and the wheel, too'],
    ['0', 'show all points'],
    ['Space', 'play or pause'],
    ['[', 'one step'],
    [']', 'one epoch'],
    ['1 … 8', 'tool: add a point of class 0 … 7'],
    ['A', 'tool: ask'],
    ['M', 'tool: move'],
    ['Delete', 'tool: erase'],
    ['Ctrl Z', 'undo'],
    ['Ctrl Shift Z', 'redo'],
    ['Page Up, Page Down', 'in a presentation: the scene, or a lesson’s step, before or after'],
    ['?', 'this list'],
  ] satisfies [Named, ...Named[]],
};
