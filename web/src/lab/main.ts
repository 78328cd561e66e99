// The Lab page: a figure, and the parts around it that show its snapshots and send it commands.

import { Figure } from '../figure/figure';
import type { Command } from '../figure/protocol';
import { byId } from './dom';
import { Language } from './language';
import { losses } from './losses';
import { neuron } from './neuron';
import type { Part } from './part';
import { queries } from './queries';
import { Status } from './status';
import { ThemeButton } from './theme';
import { tips } from '../words/tips';
import { tools } from './tools';
import { training } from './training';
import { transport } from './transport';

const root = document.querySelector<HTMLElement>('main.lab')!;
const language = new Language(speak);
const theme = new ThemeButton(language.strings, () => figure.refresh());
const status = new Status(language.strings, () => figure.start());
const send = (command: Command) => figure.send(command);
const parts: Part[] = [tools(send), transport(send), neuron(), losses(), queries(send), training(send), status];
for (const part of parts) part.speak?.(language.strings);

const figure = new Figure({
  root,
  plane: byId('plane'),
  curve: byId('curve'),
  text: tips(() => language.strings),
});
figure.on('snapshot', show);
figure.on('state', (state) => (status.state = state));
figure.on('progress', (fraction) => (status.progress = fraction));
figure.on('refusal', (refusal) => status.refuse(refusal));
figure.start();

function show(): void {
  const { snapshot } = figure;
  if (snapshot) for (const part of parts) part.show(snapshot, language.strings);
}

/** Says everything again after the language changed. */
function speak(): void {
  theme.speak(language.strings);
  for (const part of parts) part.speak?.(language.strings);
  show();
  figure.refresh();
}
