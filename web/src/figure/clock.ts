// The page's clock, in ms, which never goes back, whatever the device's does: the program would end, and what waits for a while
// would wait for all the time that was taken back.

let [last, ahead] = [0, 0];

export function now(): number {
  const time = performance.now();
  ahead += Math.max(0, last - time);
  last = time;
  return time + ahead;
}
