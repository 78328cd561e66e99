// The Lab page: a figure, and the parts around it that show its snapshots and send it commands.

import { Caution, forget, warns } from '../figure/caution';
import { Figure } from '../figure/figure';
import type { Command } from '../figure/protocol';
import { listenToZoom } from '../figure/zoom';
import { tips } from '../words/tips';
import { refuseCell } from './cell';
import { code } from './code';
import { data } from './data';
import { compare } from './compare';
import { copyButtons } from './dialog';
import { byId } from './dom';
import { embed } from './embed';
import { gallery } from './gallery';
import { firstHints } from './hints';
import { keys } from './keys';
import { landscape } from './landscape';
import { Language } from './language';
import { SceneLink } from './link';
import { losses } from './losses';
import { margin } from './margin';
import { model } from './model';
import { neuron } from './neuron';
import { keepOffline } from './offline';
import { opening } from './open';
import type { Ask, Part } from './part';
import { points } from './points';
import { presentation } from './present';
import { printing } from './print';
import { queries } from './queries';
import { refuseSetting } from './setting';
import { share } from './share';
import { Status } from './status';
import { stops } from './stops';
import { sum } from './sum';
import { tally } from './tally';
import { ThemeButton } from './theme';
import { threshold } from './threshold';
import { tools } from './tools';
import { training } from './training';
import { transport } from './transport';
import { weights } from './weights';

const root = document.querySelector<HTMLElement>('main.lab')!;
const language = new Language(speak);
const strings = () => language.strings;
const theme = new ThemeButton(language.strings);
const figure = new Figure({ root, plane: byId('plane'), curve: byId('curve'), text: tips(strings), hasStill: () => true });
const send = (command: Command) => figure.send(command);
const ask: Ask = (request) => figure.request(request);

const caution = new Caution();
const sceneOfAddress = () => `${location.pathname}${location.hash}`;
const status = new Status(send, strings, () => figure.start(), beginHeld);
const link = new SceneLink(send, ask, () => scenes.mark(language.strings), warns(sceneOfAddress()));
const scenes = gallery(link);
const parts: Part[] = [
  ...[link, scenes, tools(send), transport(send), neuron(send, ask), weights(send, strings)],
  ...[losses(send), queries(send, strings), points(send, ask, strings)],
  ...[training(send, strings), stops(send, strings), data(send, strings), model(send, strings)],
  ...[landscape(send, ask), sum(), tally(), threshold(send), margin(ask), compare(send), keys(send), opening(send, ask, strings, (message) => status.refused({ command: 'load', message }))],
  ...[firstHints(strings), status],
];
listenToZoom({ nearer: byId('zoom-in'), farther: byId('zoom-out'), fit: byId('fit') }, send);
presentation(() => figure.refresh());
printing(figure, ask);
share(link, ask);
code(figure, ask, strings);
embed(link, strings);
copyButtons(strings);
// What opens shows what holds now, not at its next change.
document.addEventListener('toggle', show, { capture: true });
for (const part of parts) part.speak?.(language.strings);

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
  if (!refuseSetting(refusal, t) && !refuseCell(refusal, t) && !parts.some((part) => part.refuse?.(refusal, t))) status.refused(refusal);
});
// Where the blog post's own scene is the one that stopped, nothing is left to begin with.
if (link.held === '') status.state = figure.state;
else figure.start();
status.held = link.held;
addEventListener('load', keepOffline);

function beginHeld(): void {
  forget(sceneOfAddress());
  link.beginHeld();
  status.held = null;
  if (figure.state === 'waiting') figure.start();
}

function show(): void {
  const { snapshot } = figure;
  status.held = link.held;
  if (snapshot) for (const part of parts) part.show(snapshot, language.strings);
}

/** Says everything again after the language changed. */
function speak(): void {
  theme.speak(language.strings);
  for (const part of parts) part.speak?.(language.strings);
  show();
  figure.refresh();
}
