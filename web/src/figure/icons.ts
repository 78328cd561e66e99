// The drawings on buttons that the element and the Lab both have: paths in a square of 16 × 16.

export const drawings = {
  circle: 'M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8z',
  square: 'M3.5 2.5h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1z',
  ask: 'M13.5 8a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0M8 .5v4M8 11.5v4M.5 8h4M11.5 8h4',
  move: 'M8 1.5v13M1.5 8h13M6 3.5l2-2 2 2M6 12.5l2 2 2-2M3.5 6l-2 2 2 2M12.5 6l2 2-2 2',
  erase: 'm9.5 2 4.5 4.5-7 7H4L2 11.5zM6 5.5l4.5 4.5M7 13.5h7',
  reset: 'M2.5 2.5v4h4M2.8 6.3A5.7 5.7 0 1 1 2.5 9',
  play: 'M4 2v12l9.5-6z',
  pause: 'M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z',
  add: 'M8 3v10M3 8h10',
  less: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
};
