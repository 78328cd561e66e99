// The Lab page: a figure, and the parts around it that show its snapshots and send it commands.

import { Turns } from '../../explain/turns';
import { Caution, forget, warns } from '../../figure/caution';
import { Figure } from '../../figure/figure';
import { compiles, load } from '../../figure/program';
import type { Request } from '../../figure/protocol';
import * as running from '../../figure/running';
import { listenToZoom } from '../../figure/zoom';
import type { First } from '../../words/en';
import { tips } from '../../words/tips';
import { digests } from '../cards/digests';
import { first } from '../cards/first';
import { neuronLine } from '../cards/line';
import { refuseCell } from '../ui/cell';
import { byId } from '../ui/dom';
import { listenForDrops } from '../ui/files';
import { LateScripts } from '../ui/late';
import type { Ask, Lab, Part, Send } from '../ui/part';
import { gallery } from './gallery';
import { firstGroup, groupTabs, usual } from './groups';
import { firstHints } from './hints';
import { keys } from './keys';
import { Language } from './language';
import { SceneLink } from './link';
import { broughtAlong, isOlder, loadAgain } from './newer';
import { keepOffline } from './offline';
import { printing } from './print';
import { presentsFirst } from './query';
import { Status } from './status';
import { showStill } from './still';
import { Taught } from './taught';
import { ThemeButton } from './theme';
import { tools } from './tools';
import { transport } from './transport';

// The page looks for it once this script has run: of a file that was cut between two statements nothing else tells.
document.documentElement.dataset.whole = '';
// The program arrives and is compiled while the page is made. The figure says what becomes of it.
if (compiles) load(() => {}).catch(() => {});
void begin();

/**
 * Makes the parts, once there is what the page shows at first: words that are fetched if they aren't English, and the script of
 * closed cards.
 */
async function begin(): Promise<void> {
  const root = document.querySelector<HTMLElement>('main.lab')!;
  const group = firstGroup();
  const cardsScript = () => import('../cards/late');
  const parametersScript = () => import('../cards/parameters');
  const presentScript = () => import('./present');
  const taught = new Taught();
  const presents = presentsFirst();
  const script =
    group !== usual || presents
      ? Promise.all([cardsScript(), presents && presentScript()]).then(
          () => true,
          () => false,
        )
      : null;
  // A network's diagram is there before the program is. Any scene but the post's may be a network.
  if (location.hash.length > 1) void parametersScript().catch(() => {});
  const others = [script, taught.coming].filter((one) => one !== null);
  const language = await Language.begin(translate, others.length > 0 ? Promise.all(others) : null);
  const found = await taught.coming;
  const strings = () => language.strings;
  const theme = new ThemeButton(language.strings);
  const figure = new Figure({
    root,
    plane: byId('plane'),
    curve: byId('curve'),
    text: tips(strings),
    hasStill: () => true,
    running: async () => running,
  });
  const send: Send = (command) => figure.send(command);
  const ask: Ask = Object.assign(<R extends Request>(request: R) => figure.request(request), { turns: new Turns() });
  const late = new LateScripts(
    {
      cards: async () => {
        const { lateCards } = await cardsScript();
        return () => {
          const { part, open } = lateCards(
            lab,
            (message) => status.refused(message),
            (text) => taught.open(text),
          );
          openFile = open;
          join(part);
        };
      },
      parameters: async () => {
        const { parameters } = await parametersScript();
        return () => join(parameters(lab));
      },
      dialogs: async () => {
        const { dialogs } = await import('../dialogs/all');
        return () => join(dialogs(lab, figure, link));
      },
      lesson: async () => {
        const begin = await taught.fetch(lab, link, {
          say: (message) => status.refused(message),
          changed: () => figure.refresh(),
        });
        return () => join(begin());
      },
      maker: async () => {
        const { maker } = await import('../lesson/maker');
        return () => join(maker(lab, link, taught));
      },
      present: async () => {
        const [{ presentation }, came] = await Promise.all([presentScript(), late.need('cards')]);
        if (!came) throw new Error('its cards are missing');
        return () => {
          const changed = () => {
            show();
            figure.refresh();
          };
          join((presented = presentation(link, changed, (by) => taught.turn(by))));
        };
      },
      terms: async () => {
        const { terms } = await import('../ui/term');
        return () => terms(strings);
      },
    },
    () => missed(strings().notFetched),
  );
  const lab: Lab<First> = { send, ask, strings, has: (name) => late.has(name) };
  let openFile: (file: File) => void = () => {};

  const caution = new Caution();
  const sceneOfAddress = () => `${location.pathname}${location.hash}`;
  const status = new Status(send, strings, () => figure.start(), beginHeld, renew);
  const start = broughtAlong() ?? (found && 'start' in found ? found.start : null);
  const link = new SceneLink(send, ask, markScene, () => taught.moved(), warns(sceneOfAddress()), start);
  const scenes = gallery(link);
  let presented: { mark(): void } | null = null;
  const parts: Part<First>[] = [
    ...[link, scenes, tools(send), transport(send)],
    ...first.map((card) => card.part(lab)),
    ...[neuronLine(), digests(), keys(send), firstHints(strings), status],
  ];
  listenToZoom({ nearer: byId('zoom-in'), farther: byId('zoom-out'), fit: byId('fit') }, send);
  const came = script === null || ((await script) && (await late.need(presents ? 'present' : 'cards')));
  groupTabs(came ? group : usual, () => {
    show();
    figure.refresh();
  });
  const lesson = await taught.begin(found, late);
  printing(figure, send, ask);
  listenForDrops(byId('drop'), async (file) => {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
    if (await late.need('cards')) openFile(file);
    else status.refused(await missed(strings().notFetched));
  });
  // What opens shows the current state at once, not at the next change. A browser's search opens cards, too.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if ((target as Element).closest('[data-late]')) late.has('cards');
      show();
    },
    { capture: true },
  );
  for (const part of parts) part.translate?.(language.strings);
  language.reveal();
  // Until here, an error means that the page doesn't work (index.html).
  const { dataset } = document.documentElement;
  dataset.begun = '';
  delete dataset.broken;

  // The figure's first picture comes before the page shows its first report.
  let pictured = false;
  figure.on('snapshot', () => {
    if (pictured) show();
  });
  figure.on('begin', () => {
    if (link.held === null) caution.begin(sceneOfAddress());
  });
  figure.on('state', (state, detail) => {
    if (state === 'live') caution.clear();
    if (state === 'stopped' && figure.crashed) caution.end(sceneOfAddress());
    if (!figure.snapshot && (state === 'stopped' || state === 'unsupported')) showStill(location.hash);
    status.become(state, figure.crashed ? detail : '');
    if (state === 'stopped' && !figure.crashed) {
      void noticeNewer();
      addEventListener('online', () => figure.state === 'stopped' && figure.start(), { once: true });
    }
    if (state === 'live' && !pictured)
      setTimeout(() => {
        pictured = true;
        show();
        keepOffline();
      });
    if (state === 'stopped' || state === 'unsupported') keepOffline();
  });
  figure.on('progress', (fraction) => (status.progress = fraction));
  figure.on('refusal', (refusal) => {
    const t = language.strings;
    if (!refuseCell(refusal, t) && !parts.some((part) => part.refuse?.(refusal, t))) status.refused(refusal);
  });
  figure.on('dropped', (why) => {
    link.forget();
    status.refused(why);
  });
  // If the blog post's own scene is the one that stopped, there is nothing left to start with.
  if (link.held === '') {
    status.become(figure.state, '');
    keepOffline();
  } else figure.start();
  status.held = link.held;
  const tell = async (message: string) => status.refused(await missed(message));
  language.whenMissing(tell);
  if (!came || !lesson) void tell(strings().notFetched);

  function join(part: Part<First>): void {
    parts.push(part);
    part.translate?.(language.strings);
    status.enable();
    show();
  }

  /** Something couldn't be fetched: whether the page has a new version, which the notice then says. */
  async function noticeNewer(): Promise<boolean> {
    const older = await isOlder();
    if (older) status.older = true;
    return older;
  }

  /** What to say of something that couldn't be fetched: `otherwise`, unless the page has a new version. */
  async function missed(otherwise: string): Promise<string> {
    return (await noticeNewer()) ? strings().older : otherwise;
  }

  function renew(): void {
    link.refresh();
    loadAgain(figure.snapshot && link.address === null ? figure.session : null);
  }

  function beginHeld(): void {
    forget(sceneOfAddress());
    link.beginHeld();
    status.held = null;
    if (figure.state === 'waiting') figure.start();
  }

  function markScene(): void {
    scenes.mark(language.strings);
    presented?.mark();
  }

  function show(): void {
    const { snapshot } = figure;
    status.held = link.held;
    if (snapshot) for (const part of [...parts]) part.show(snapshot, language.strings);
  }

  /** Updates all texts after the language changed. */
  function translate(): void {
    theme.translate(language.strings);
    for (const part of parts) part.translate?.(language.strings);
    show();
    figure.refresh();
  }
}
