/**
 * waiting: not started. resting: shows its last picture until it is used or comes into view again. stopped: the program ended
 * or could not be loaded. unsupported: this browser lacks WebGL 2, WebAssembly or observers.
 */
export type FigureState = 'waiting' | 'loading' | 'live' | 'resting' | 'stopped' | 'unsupported';
