/** The threshold where nothing else was chosen. */
export const usual = 0.5;
