/** True while the build makes the page's HTML, false in a browser: what only the build needs isn't sent there. */
declare const PRERENDER: boolean;
