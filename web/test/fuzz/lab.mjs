// What a reader may do to the Lab's page, in any order; and what must hold afterwards.

import assert from 'node:assert/strict';
import { replayed, stroke, told, touches } from './figure.mjs';
import { sessions, tables } from './files.mjs';
import { lessonFrom, lessonLinkFrom } from './lessons.mjs';
import { fingersOf, linkOf, numbers, odd, strokesOf } from './random.mjs';

const dialogs = ['share', 'code', 'embed', 'keys', 'teach'];
const groups = ['watch', 'why', 'change', 'compare', 'all'];
const buttons = [
  ...['play', 'play', 'play', 'step', 'epoch', 'finish', 'reset', 'undo', 'redo', 'pin', 'race', 'zoom-in', 'zoom-out', 'fit'],
  ...[
    'log-loss',
    'log-epochs',
    'weights-button',
    'present-button',
    'theme',
    'reading-end',
    'dismiss',
    'smaller',
    'scenes-button',
  ],
];
const keys = [
  ...[' ', '[', ']', '?', 'a', 'm', '1', '2', '9', '0', '+', '-', 'Enter', 'Escape', 'Delete', 'Tab', 'PageDown', 'PageUp'],
  ...['ArrowLeft', 'ArrowUp', 'ArrowRight', 'Shift+ArrowLeft', 'Control+z', 'Control+Shift+z', 'Control+y'],
];
/** Where controls are: any of them, or those of a place. */
const places = [
  'body',
  '#panels',
  '#panels',
  '.stage',
  'header',
  '.dock',
  '#data-card',
  '#training-card',
  '#model-card',
  '#points-card',
  '#lesson',
];
/** A lesson's ways on. */
const ways = [
  ...['.lesson-ways .button:nth-of-type(1)', '.lesson-ways .button:nth-of-type(2)', '.lesson-ways [aria-controls]'],
  ...['.lesson-guess .button', '.lesson-head .button'],
];
const sizes = [...[1280, 720, 1280, 720, 360, 740, 1920, 1080, 600, 800], ...[1, 1, 10_000, 200, 200, 10_000, 320, 120]];

/** How the page is opened: an address behind the site's, without its origin. */
export const addressFrom = (random) =>
  random.of([
    '',
    '',
    '?lang=ko',
    '?present=',
    '?present=step',
    '?group=why',
    '?lesson=lines.json',
    '?present&lesson=lines.json',
  ]) + random.of(['', '', `#${linkOf(random)}`, `#${linkOf(random)}`, `#${lessonLinkFrom(random)}`]);

/** An act is a name and what it needs, as JSON. */
export function actFrom(random) {
  const { of, below, number, chance } = random;
  const text = () => (chance(0.8) ? of(numbers) : of([...tables, ...sessions]));
  const command = () => ({
    type: of(['play', 'step', 'undo', 'addPoint', 'set', 'load', odd(random)]),
    n: odd(random),
    link: linkOf(random),
  });
  return of([
    () => ['scene', number()],
    () => ['link', chance(0.9) ? linkOf(random) : of(['', 'scenes', 'step', 'lesson=abc', 'lesson=&at=2&preset=xor'])],
    () =>
      chance(0.5) ? ['link', lessonLinkFrom(random)] : ['file', of(['drop', '#session-open']), 'l.json', lessonFrom(random)],
    () => ['press', of(ways)],
    () => ['control', '#lesson', number(), of([...numbers, '0.9']), number()],
    () => ['table', of(tables), chance(0.7)],
    () => [
      'file',
      of(['drop', '#csv-file', '#session-open']),
      of(['a.csv', 'b.json', 'c.txt']),
      chance(0.5) ? of(tables) : of(sessions),
    ],
    () => ['storm', Array.from({ length: 1 + below(30) }, () => of(['undo', 'undo', 'redo']))],
    ...Array(2).fill(() => ['open', number(), chance(0.8)]),
    ...Array(4).fill(() => ['control', of(places), number(), text(), number()]),
    ...Array(2).fill(() => ['press', `#${of(buttons)}`]),
    () => ['press', `[data-tool="${of(['ask', 'add0', 'add1', 'add2', 'move', 'erase'])}"]`],
    () => ['seek', Array.from({ length: 1 + below(8) }, number)],
    () => ['press', `#group-${of(groups)}`],
    ...Array(2).fill(() => ['pointer', of(['#plane', '#plane', '#curve']), 0, strokesOf(random)]),
    ...Array(2).fill(() => ['pointer', '#panels svg:not(.icon)', number(), strokesOf(random)]),
    () => ['fingers', of(['#plane', '#plane', '#curve', 'body']), 0, fingersOf(random)],
    () => ['fingers', '#panels svg:not(.icon)', number(), fingersOf(random)],
    () => ['key', of(keys), chance(0.5)],
    () => ['press', `#language [lang="${of(['en', 'ko'])}"]`],
    () => ['size', ...((i) => sizes.slice(i, i + 2))(2 * below(sizes.length / 2)), of([0.5, 0.5, 0.25, 1, 2])],
    () => ['zoom', of(['', '', '0.5', '3'])],
    () => ['media', of(['print', null, null]), of(['light', 'dark']), of(['reduce', 'no-preference'])],
    () => ['scroll', number()],
    () => ['lose'],
    () => ['history', of([-1, -1, 1])],
    () => ['dialog', of(dialogs)],
    () => ['message', chance(0.5) ? odd(random) : { source: 'perceptron-lab', version: 1, type: 'command', command: command() }],
    () => (chance(0.3) ? ['reload'] : ['ping']),
    ...Array(2).fill(() => ['ping']),
  ])();
}

/** Runs in the page before its own scripts: notes what its program says and what is saved, and keeps it from leaving. */
export function watch() {
  const read = JSON.parse;
  JSON.parse = (text, ...more) => {
    const value = read(text, ...more);
    if (value?.queries && 'generation' in value) globalThis.snapshot = value;
    return value;
  };
  const address = URL.createObjectURL;
  URL.createObjectURL = (blob) => address((globalThis.saved = blob));
  HTMLAnchorElement.prototype.click = () => {};
  // A chooser gives the file that is wanted, or none.
  const press = HTMLInputElement.prototype.click;
  HTMLInputElement.prototype.click = function () {
    if (this.type !== 'file') return press.call(this);
    if (!globalThis.chosen) return;
    this.files = globalThis.chosen;
    this.dispatchEvent(new Event('change'));
  };
  addEventListener('click', (event) => event.target.closest?.('a:not([href^="#"])') && event.preventDefault(), true);
  globalThis.print = () => {};
}

/** Runs in the page: carries out what needs no real input, and says what it was done to. */
function carryOut([act, ...given]) {
  const change = (control, ...types) => types.forEach((type) => control.dispatchEvent(new Event(type, { bubbles: true })));
  /** A dialog that is open keeps presses from all others. */
  const uncover = (element) => {
    for (const dialog of document.querySelectorAll('dialog[open]')) if (!dialog.contains(element)) dialog.close();
  };
  const press = (element) => {
    if (!element || element.disabled || !element.checkVisibility({ visibilityProperty: true })) return;
    uncover(element);
    element.click();
  };
  const transfer = (name, text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], name));
    return files;
  };
  switch (act) {
    case 'press':
      press(document.querySelector(given[0]));
      break;
    case 'scene': {
      const cards = document.querySelectorAll('[data-scene]');
      const card = cards[Math.floor(given[0] * cards.length)];
      press(card);
      return card.dataset.scene;
    }
    case 'link':
      location.hash = given[0];
      break;
    case 'table': {
      for (const card of document.querySelectorAll('#data-card, #csv')) card.open = true;
      const area = document.getElementById('csv-text');
      area.value = given[0];
      change(area, 'input');
      if (given[1]) press(document.getElementById('csv-use'));
      break;
    }
    case 'file': {
      const [how, name, text] = given;
      const dataTransfer = transfer(name, text);
      globalThis.chosen = dataTransfer.files;
      if (how === 'drop') {
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      } else document.querySelector(how).click();
      globalThis.chosen = null;
      break;
    }
    case 'open': {
      const cards = document.querySelectorAll('#panels details');
      const card = cards[Math.floor(given[0] * cards.length)];
      card.open = given[1];
      return card.id;
    }
    case 'storm':
      for (const name of given[0]) press(document.getElementById(name));
      break;
    case 'control': {
      const [place, which, text, share] = given;
      const open = document.querySelector('dialog[open]') ?? document.querySelector(place) ?? document.body;
      if (open.localName === 'details') open.open = true;
      const all = [...open.querySelectorAll('button, input, select, textarea, summary, [data-term], [tabindex="0"]')].filter(
        (one) => !one.disabled && one.checkVisibility({ visibilityProperty: true }),
      );
      const control = all[Math.floor(which * all.length)];
      if (!control) return 'nothing';
      uncover(control);
      control.focus({ preventScroll: true });
      if (control.localName === 'select') {
        control.selectedIndex = Math.floor(share * control.options.length);
        change(control, 'input', 'change');
      } else if (control.type === 'range') {
        control.value = Number(control.min) + share * (Number(control.max) - Number(control.min));
        change(control, 'input', 'change');
      } else if (['INPUT', 'TEXTAREA'].includes(control.tagName) && control.type !== 'checkbox' && !control.readOnly) {
        // A field for numbers takes no other text, from a keyboard neither.
        control.value = control.type === 'number' ? Number(text) || '' : text;
        change(control, 'input', 'change');
        if (share < 0.7) control.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        if (share < 0.3) control.blur();
      } else control.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      return control.id || control.outerHTML.slice(0, 80);
    }
    case 'seek': {
      const line = document.getElementById('timeline');
      if (line.disabled) break;
      for (const share of given[0]) {
        line.value = share * Number(line.max);
        change(line, 'input');
      }
      change(line, 'change');
      break;
    }
    case 'zoom':
      document.documentElement.style.zoom = given[0];
      break;
    case 'scroll':
      scrollTo(0, given[0] * document.documentElement.scrollHeight);
      break;
    case 'lose':
      document.querySelector('canvas.figure-canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
      break;
    case 'history': {
      const to = navigation.entries()[navigation.currentEntry.index + given[0]];
      return to?.sameDocument ? navigation.traverseTo(to.key).finished.then(() => to.url) : 'nothing';
    }
    case 'dialog': {
      const button = document.getElementById(`${given[0]}-button`);
      uncover(button);
      button.click();
      break;
    }
    case 'message':
      for (const to of [window, ...Array.from(document.querySelectorAll('iframe'), (frame) => frame.contentWindow)])
        to.postMessage(given[0], '*');
      break;
  }
}

/** Runs in the page: how many ms a press on a tool takes to be seen; null while none can be pressed. */
async function answer() {
  const button = document.querySelector('[data-tool="ask"][aria-checked="false"], [data-tool="move"][aria-checked="false"]');
  if (button.disabled) return null;
  const begun = performance.now();
  await new Promise((resolve, reject) => {
    const seen = new MutationObserver(() => button.ariaChecked === 'true' && resolve(seen.disconnect()));
    seen.observe(button, { attributes: true });
    setTimeout(() => reject(new Error('a press on a tool is not answered')), 60_000);
    button.click();
  });
  return performance.now() - begun;
}

/** Carries out an act; returns what it was done to, or for a ping the ms. */
export async function act(page, one) {
  const [kind, ...given] = one;
  switch (kind) {
    case 'pointer':
    case 'fingers': {
      const box = await page.evaluate(
        (css, which) => {
          for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
          const all = [...document.querySelectorAll(css)].filter((view) => view.checkVisibility());
          const view = all[Math.floor(which * all.length)];
          view?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const box = view?.getBoundingClientRect();
          return box && [box.x, box.y, Math.min(box.width, innerWidth), Math.min(box.height, innerHeight)];
        },
        given[0],
        given[1],
      );
      if (box) await (kind === 'pointer' ? stroke : touches)(page, box, given[2]);
      return box ?? 'nothing';
    }
    case 'key': {
      const [key, ...held] = given[0].split('+').reverse().filter(Boolean);
      if (given[1]) await page.evaluate(() => document.getElementById('plane').focus());
      for (const one of held) await page.keyboard.down(one);
      await page.keyboard.press(key ?? '+');
      for (const one of held) await page.keyboard.up(one);
      return;
    }
    case 'size':
      return page.setViewport({ width: given[0], height: given[1], deviceScaleFactor: given[2] });
    case 'media':
      await page.emulateMediaType(given[0]);
      return page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: given[1] },
        { name: 'prefers-reduced-motion', value: given[2] },
      ]);
    case 'reload':
      await page.reload();
      return;
    case 'ping':
      return page.evaluate(answer);
    default:
      return page.evaluate(carryOut, one);
  }
}

const live = (page) =>
  page.waitForFunction(() => document.querySelector('main.lab').dataset.figure === 'live', { timeout: 60_000 });

/** What address, Share, gallery and session file say of the run; null where it isn't live. */
async function said(page) {
  // The address follows half a second after the last change.
  const address = await page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(location.href), 700)));
  await page.evaluate(() => document.getElementById('share-button').click());
  await page.waitForSelector('#share[open]');
  return page.evaluate(async (address) => {
    const shared = document.getElementById('share-link').value;
    document.getElementById('session-save').click();
    const [was, now] = [globalThis.snapshot, location.href];
    const pressed = document.querySelector('[data-scene][aria-pressed="true"]')?.dataset.scene ?? null;
    const live = document.querySelector('main.lab').dataset.figure === 'live';
    document.getElementById('share').close();
    return live ? { address, was, shared, now, pressed, session: await globalThis.saved.text() } : null;
  }, address);
}

/** What must hold after each episode; returns the longest ping in ms. `replay` is a page with a figure of that name. */
export async function holds(page, replay, doing) {
  const fail = (error) => assert.fail(`${error.message} after ${doing}`);
  await page.emulateMediaType(null);
  await page.setViewport({ width: 1280, height: 720, deviceScaleFactor: 0.5 });
  await page.evaluate(() => (document.documentElement.style.zoom = ''));
  await page.waitForFunction(() => ['live', 'stopped'].includes(document.querySelector('main.lab').dataset.figure)).catch(fail);
  const words = await page.evaluate(() =>
    [
      document.body.innerText,
      ...[...document.querySelectorAll('[aria-label], [title], [aria-valuetext]')].map((one) =>
        [one.ariaLabel, one.title, one.ariaValueText].join(' '),
      ),
    ].join('\n'),
  );
  assert.doesNotMatch(words, /NaN|undefined|Infinity|\[object /, doing);
  await page.evaluate(() => {
    for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
    // A press on Share leaves a field first, and what is typed there is sent.
    document.activeElement?.blur();
    // Lost more often than it is mounted again: the button starts it.
    if (document.querySelector('main.lab').dataset.figure === 'stopped') document.getElementById('restart').click();
  });
  // What has another size or ratio now may be mounted again meanwhile.
  let ping = 0;
  let says = null;
  for (const end = Date.now() + 120_000; !says; says = await said(page).catch(fail)) {
    if (Date.now() > end) fail(new Error('the figure does not stay'));
    await live(page).catch(fail);
    ping = Math.max(ping, await page.evaluate(answer).catch(fail));
    // Its buttons are disabled while it is mounted again, which may have begun since.
    await page
      .waitForFunction(() => {
        const play = document.getElementById('play');
        if (!play.disabled && globalThis.snapshot.playing) play.click();
        return !play.disabled;
      })
      .catch(fail);
    await page.waitForFunction(() => !globalThis.snapshot.playing, { timeout: 60_000 }).catch(fail);
    await page.evaluate(answer).catch(fail);
  }
  const { address, was, session, shared, now, pressed } = says;
  const [site, hash = ''] = now.split('#');
  assert.equal(shared, now.length > 29_000 ? '' : now, `Share is not the address after ${doing}`);
  const anchor = /#(scenes|step)$/.test(address);
  if (!anchor) assert.equal(address, now, `the address is not what runs after ${doing}`);
  const link = hash.split('&').filter((part) => !/^(lesson|at)=/.test(part));
  const scene = link.filter((part) => !/^(stop\.|names=|threshold=|step=|$)/.test(part)).join('&');
  const preset = scene === '' ? 'blog' : (/^preset=([\w-]+)$/.exec(scene)?.[1] ?? null);
  if (shared) assert.equal(pressed, preset, `the gallery marks another scene than ${now} after ${doing}`);
  const runs = [{ scene: session, step: was.step }, ...(shared ? [{ link: link.join('&') || 'preset=blog' }] : [])];
  for (const run of runs) {
    const is = await replayed(replay, run).catch(fail);
    assert.equal(
      told(is),
      told(was),
      `${run.link ? `the address ${site}#${hash}` : `the session ${session}`} is another run after ${doing}`,
    );
  }
  return ping;
}

/**
 * What went wrong, without what is said of contexts lost on purpose, and what a page or preview that is left fetches no longer.
 */
export function unsaid(wrongs, done) {
  const did = (act) => done.some((one) => one.startsWith(act));
  const leaves = did('["reload"') || done.some((one) => one.includes('embed'));
  return wrongs.filter((wrong) => !(/exit code/.test(wrong) && did('["lose"')) && !(/^failed/.test(wrong) && leaves));
}
