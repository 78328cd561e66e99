// The Chromiums of browser tests. One that is warm mounts a page at half the cost, so test files take turns in those of
// turns.mjs; a file that is run by itself starts its own.

import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Without a GPU a mount of the page takes 5.5 s of processor time; this way it takes 1.7, and 0.9 in a warm tab: the page is
// composed without GL, in which only the figure draws (Chromium reads it back, and warns that this is slow), and V8 doesn't
// optimize what lives for a test. Pages left behind aren't kept alive, and what is fetched isn't copied through a process of its
// own, and the browser prepares no page for its own tabs.
const frugal = [
  '--disable-features=BackForwardCache,PreloadTopChromeWebUI',
  '--enable-features=NetworkServiceInProcess2',
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
  '--js-flags=--liftoff-only',
];

/** What every Chromium of ours is started with. */
export const flags = [
  '--headless=new',
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** What those of tests are started with; by `make test-composed` as readers have it, as the GPU's work is seen only there. */
export const testing = Object.freeze(process.env.COMPOSED ? [...flags] : [...flags, ...frugal]);

const protocolTimeout = 180_000;

/** A folder for a browser's own files. */
export const newProfile = () => mkdtemp(join(tmpdir(), 'perceptron-chromium-'));

/** Starts a browser with a profile and some more of the environment; close() ends it and removes the profile. */
export async function launch(profile, env, args = testing) {
  profile ??= await newProfile();
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    userDataDir: profile,
    protocolTimeout,
    args: [...args], // puppeteer takes out of its list what names features
    env: { ...process.env, ...env, LANGUAGE: 'en', LC_ALL: '' },
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/**
 * Takes a turn in a browser that others have used; close() ends the turn. Without what starts browsers puppeteer loads in half
 * the time, and each file loads it.
 */
async function take(port) {
  const { default: puppeteer } = await import('puppeteer-core/internal/puppeteer-core-browser.js');
  const turn = connect(Number(port), '127.0.0.1');
  const [endpoint] = await once(turn, 'data');
  const browser = await puppeteer.connect({ browserWSEndpoint: String(endpoint), protocolTimeout });
  return {
    browser,
    close: async () => {
      await browser.disconnect();
      turn.end();
    },
  };
}

/** A browser for one test file. */
export const browserFor = () => (process.env.TURNS ? take(process.env.TURNS) : launch());
