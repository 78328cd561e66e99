// The Lab page: a figure, and the parts around it that show its snapshots and send it commands.

import { Turns } from '../../explain/turns';
import { Caution, forget, warns } from '../../figure/caution';
import { Figure } from '../../figure/figure';
import type { Request } from '../../figure/protocol';
import { listenToZoom } from '../../figure/zoom';
import { tips } from '../../words/tips';
import { cards } from '../cards/all';
import { neuronLine } from '../cards/line';
import { code } from '../dialogs/code';
import { embed } from '../dialogs/embed';
import { keys } from '../dialogs/keys';
import { share } from '../dialogs/share';
import { refuseCell } from '../ui/cell';
import { copyButtons } from '../ui/dialog';
import { byId } from '../ui/dom';
import type { Lab, Part } from '../ui/part';
import { refuseSetting } from '../ui/setting';
import { explainTerms } from '../ui/term';
import { gallery } from './gallery';
import { groupTabs } from './groups';
import { firstHints } from './hints';
import { Language } from './language';
import { SceneLink } from './link';
import { keepOffline } from './offline';
import { opening } from './open';
import { presentation } from './present';
import { printing } from './print';
import { Status } from './status';
import { ThemeButton } from './theme';
import { tools } from './tools';
import { transport } from './transport';

const root = document.querySelector<HTMLElement>('main.lab')!;
const language = await Language.begin(translate);
const strings = () => language.strings;
const theme = new ThemeButton(language.strings);
const figure = new Figure({ root, plane: byId('plane'), curve: byId('curve'), text: tips(strings), hasStill: () => true });
const lab: Lab = {
  send: (command) => figure.send(command),
  ask: Object.assign(<R extends Request>(request: R) => figure.request(request), { turns: new Turns() }),
  strings,
};
const { send, ask } = lab;

const caution = new Caution();
const sceneOfAddress = () => `${location.pathname}${location.hash}`;
const status = new Status(send, strings, () => figure.start(), beginHeld);
const link = new SceneLink(send, ask, markScene, warns(sceneOfAddress()));
const scenes = gallery(link);
const presented = presentation(link, () => {
  show();
  figure.refresh();
});
const parts: Part[] = [
  ...[link, scenes, presented, tools(send), transport(send)],
  ...cards.map((card) => card.part(lab)),
  neuronLine(),
  ...[keys(send), opening(send, ask, strings, (message) => status.refused(message))],
  ...[firstHints(strings), status],
];
listenToZoom({ nearer: byId('zoom-in'), farther: byId('zoom-out'), fit: byId('fit') }, send);
groupTabs(() => {
  show();
  figure.refresh();
});
printing(figure, ask);
share(link, ask);
code(figure, ask, strings);
embed(link, strings);
copyButtons(strings);
explainTerms(strings);
// What opens shows the current state at once, not at the next change.
document.addEventListener('toggle', show, { capture: true });
for (const part of parts) part.translate?.(language.strings);

figure.on('snapshot', show);
figure.on('begin', () => {
  if (link.held === null) caution.begin(sceneOfAddress());
});
figure.on('state', (state) => {
  if (state === 'live') caution.clear();
  if (state === 'stopped' && figure.crashed) caution.end(sceneOfAddress());
  status.state = state;
});
figure.on('progress', (fraction) => (status.progress = fraction));
figure.on('refusal', (refusal) => {
  const t = language.strings;
  if (!refuseSetting(refusal, t) && !refuseCell(refusal, t) && !parts.some((part) => part.refuse?.(refusal, t)))
    status.refused(refusal);
});
// If the blog post's own scene is the one that stopped, there is nothing left to start with.
if (link.held === '') status.state = figure.state;
else figure.start();
status.held = link.held;
language.whenMissing((message) => status.refused(message));
// Where the texts had to be fetched, the page may have loaded meanwhile.
if (document.readyState === 'complete') keepOffline();
else addEventListener('load', keepOffline);

function beginHeld(): void {
  forget(sceneOfAddress());
  link.beginHeld();
  status.held = null;
  if (figure.state === 'waiting') figure.start();
}

function markScene(): void {
  scenes.mark(language.strings);
  presented.mark();
}

function show(): void {
  const { snapshot } = figure;
  status.held = link.held;
  if (snapshot) for (const part of parts) part.show(snapshot, language.strings);
}

/** Updates all texts after the language changed. */
function translate(): void {
  theme.translate(language.strings);
  for (const part of parts) part.translate?.(language.strings);
  show();
  figure.refresh();
}
