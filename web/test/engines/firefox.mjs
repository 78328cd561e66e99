// Firefox, driven by puppeteer over WebDriver BiDi; needs an X display for WebGL 2.

import puppeteer from 'puppeteer-core';

/** What keeps a fresh Firefox from asking its makers for anything. */
const quiet = {
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.region.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'dom.push.connection.enabled': false,
  'network.trr.mode': 5,
  'dom.w3c_touch_events.enabled': 1,
};

/** A page with the few actions that the engines' test needs, in a Firefox with more preferences. */
export async function firefox(preferences = {}) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: { ...quiet, ...preferences },
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  return {
    page,
    open: (url) => page.goto(url),
    resize: (width, height) => page.setViewport({ width, height }),
    evaluate: (script) => page.evaluate(script),
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    drag: async (from, ...to) => {
      await page.mouse.move(...from);
      await page.mouse.down();
      for (const at of to) await page.mouse.move(...at);
      await page.mouse.up();
    },
    /** A finger's, as the page sees it; what the browser itself makes of it, such as scrolling, doesn't happen. */
    swipe: async (from, ...to) => {
      await page.touchscreen.touchStart(...from);
      for (const at of to) await page.touchscreen.touchMove(...at);
      await page.touchscreen.touchEnd();
    },
    wheel: (x, y, deltaY) => page.mouse.move(x, y).then(() => page.mouse.wheel({ deltaY })),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    picture: async () => Buffer.from(await page.screenshot()),
    scale: (deviceScaleFactor) => page.setViewport({ ...page.viewport(), deviceScaleFactor }),
    close: () => browser.close(),
  };
}
