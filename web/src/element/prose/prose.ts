// What the text around a figure may ask of it: live numbers, goals that are checked, guesses that a run answers, and parts that
// are pointed at. docs/lessons.md says how it is written; the element fetches this where a page has any of it.

import { make } from '../../explain/dom';
import type { Snapshot } from '../../figure/protocol';
import { keep, kept } from '../../tasks/done';
import { isMet, parseGoal } from '../../tasks/goals';
import { type Ask, isName, known, numberOf, written } from '../../tasks/values';
import { languageOf } from '../../words/language';
import { prose as words } from '../../words/views';

export { show } from './show';

/** A figure, as far as prose knows it. */
interface Told extends HTMLElement {
  readonly snapshot: Snapshot | null;
  obey(parts: readonly string[]): void;
}

/** What one element of the prose does with each new state of its figure. */
type Follow = (shot: Snapshot) => void;

const kinds: Record<string, (element: HTMLElement, what: string, figure: Told, ask: Ask) => Follow> = {
  value: follow,
  goal: pursue,
  guess: wonder,
};

const begun = new WeakSet<Element>();

/** Takes up what the prose says about a figure, as far as it hasn't yet; `ask` asks the figure's program. */
export function takeUp(tree: ParentNode, figure: Told, ask: Ask): void {
  if (!figure.id) return;
  for (const [kind, make] of Object.entries(kinds)) {
    for (const element of tree.querySelectorAll<HTMLElement>(`[data-figure="${CSS.escape(figure.id)}"][data-${kind}]`)) {
      if (begun.has(element)) continue;
      begun.add(element);
      // In a copy of the page, as Turbo keeps one, stands what the first page's figure said.
      element.querySelector(':scope > .perceptron-answer')?.remove();
      try {
        const tell = make(element, element.dataset[kind]!.trim(), figure, ask);
        const row = element.querySelector(':scope > .perceptron-answer');
        const now = () => {
          if (!figure.snapshot) return;
          // Where a script makes the page like another of its host, what that doesn't have is gone.
          if (row && !row.isConnected) element.append(row);
          tell(figure.snapshot);
        };
        figure.addEventListener('report', now);
        now();
      } catch (error) {
        const message = `data-${kind} ${(error as Error).message}`;
        console.error(`<perceptron-lab id="${figure.id}">: ${message}`);
        figure.dispatchEvent(new CustomEvent('error', { detail: { message } }));
      }
    }
  }
}

const wordsFor = (element: Element) => words[languageOf(element.closest('[lang]')?.getAttribute('lang')) ?? 'en'];

/**
 * A number in a sentence: <data data-figure="blog" data-value="loss">0.6185</data>. With data-step it is that step's, and stays.
 * With data-while, written like a goal, it follows only while that holds, and keeps what it had then.
 */
function follow(element: HTMLElement, name: string, _: Told, ask: Ask): Follow {
  if (!isName(name)) throw new Error(`${name}: want one of ${known.join(', ')}`);
  const { step, while: when } = element.dataset;
  if (step !== undefined && when === undefined) return () => {};
  const holds = when === undefined ? [] : parseGoal(when);
  const like = element.textContent ?? '';
  return (shot) => {
    if (!isMet(holds, shot, ask)) return;
    const text = written(numberOf(name, shot, ask), like);
    if (element.textContent !== text) element.textContent = text;
  };
}

/**
 * What a reader is to reach: <p data-figure="blog" data-goal="loss < 0.3 and epoch <= 100">. What has data-then in it is seen
 * once it is reached (perceptron-lab.css).
 */
function pursue(element: HTMLElement, text: string, _: Told, ask: Ask): Follow {
  const goal = parseGoal(text);
  const task = `${element.dataset.figure} ${text}`;
  const status = make('span', 'perceptron-status');
  status.setAttribute('role', 'status');
  const row = make('span', 'perceptron-answer');
  row.append(status);
  element.append(row);
  const tell = (met: boolean) => {
    element.toggleAttribute('data-met', met);
    status.textContent = met ? `✓ ${wordsFor(element).met}` : wordsFor(element).unmet;
  };
  let met = kept(task) !== undefined;
  tell(met);
  return (shot) => {
    if (met || !isMet(goal, shot, ask)) return;
    met = true;
    keep(task, 'met');
    tell(true);
  };
}

/**
 * A question that a run answers: <p data-figure="blog" data-guess="p1" data-run="train.lr=0.01&finish">. Its number is the run's
 * at its end, or where data-until holds.
 */
function wonder(element: HTMLElement, name: string, figure: Told, ask: Ask): Follow {
  if (!isName(name)) throw new Error(`${name}: want one of ${known.join(', ')}`);
  const over = parseGoal(element.dataset.until ?? 'ended');
  const run = (element.dataset.run ?? 'finish').split('&');
  const task = `${element.dataset.figure} ${name} ${element.textContent}`;
  const text = wordsFor(element);
  const field = make('input', 'perceptron-guess');
  field.type = 'number';
  field.step = 'any';
  field.setAttribute('aria-label', element.textContent!.trim());
  const button = make('button', 'perceptron-run');
  button.type = 'button';
  button.textContent = text.run;
  const answer = make('span', 'perceptron-status');
  answer.setAttribute('role', 'status');
  const row = make('span', 'perceptron-answer');
  row.append(field, button, answer);
  element.append(row);
  const digits = element.dataset.like ?? '0.00';
  const tell = (said: string, is: string) => {
    answer.textContent = text.compared(said, is);
    element.toggleAttribute('data-met', true);
  };
  const [said, was = ''] = kept(task)?.split(' ') ?? [];
  if (said) {
    field.value = said;
    tell(said, was);
  }
  let guess: number | null = null;
  const commit = () => {
    if (field.value.trim() === '' || !Number.isFinite(field.valueAsNumber)) {
      answer.textContent = text.enter;
      field.focus();
      return;
    }
    guess = field.valueAsNumber;
    answer.textContent = text.running;
    figure.obey(run);
  };
  button.addEventListener('click', commit);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    // A form around the text would be sent.
    event.preventDefault();
    commit();
  });
  return (shot) => {
    if (guess === null || shot.playing || !isMet(over, shot, ask)) return;
    const is = written(numberOf(name, shot, ask), digits);
    keep(task, `${guess} ${is}`);
    tell(String(guess), is);
    guess = null;
  };
}
