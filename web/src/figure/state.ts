/**
 * waiting: not begun. resting: its last picture stands for it, until it is used or seen again. stopped: the program ended
 * or could not be loaded. unsupported: this browser lacks WebGL 2 or WebAssembly.
 */
export type FigureState = 'waiting' | 'loading' | 'live' | 'resting' | 'stopped' | 'unsupported';
