// What a figure needs once it runs: the element fetches it together with the program.

export { Frames } from './frames';
export { pageOfItsOwn } from './page';
export { type Running, run } from './run';
export { Senses } from './senses';
