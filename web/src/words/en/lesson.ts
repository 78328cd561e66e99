// The texts of a lesson in the Lab, and of the dialog that makes one, in English.

/** A name of docs/lessons.md in plain words. */
export type LessonNumber =
  | 'epoch'
  | 'epochs'
  | 'step'
  | 'loss'
  | 'accuracy'
  | 'mistakes'
  | 'points'
  | 'edits'
  | 'lr'
  | 'w1'
  | 'w2'
  | 'b';

const listed = (names: string[]) => names.join(', ');

const wants = {
  json: 'want JSON',
  file: (most: number) => `want at most ${most} characters`,
  version: 'want 1',
  object: (keys: string[]) => `want an object with ${listed(keys)}`,
  keys: (keys: string[]) => `want one of ${listed(keys)}`,
  text: (most: number) => `want a text of 1 to ${most} characters, or one for each language, such as {"en": "…", "ko": "…"}`,
  language: 'want the code of a language, such as en',
  steps: (most: number) => `want a list of 1 to ${most} steps`,
  scene: 'want the part of a share link after #, such as preset=xor, or a scene',
  seed: 'want a whole number up to 9007199254740991; write a larger one in a link',
  goal: (names: string[]) => `want a comparison such as loss < 0.3, or a word such as diverged; the names are ${listed(names)}`,
  number: (names: string[]) => `want one of ${listed(names)}`,
  oneTask: 'want a goal or a guess in a step, not both',
  like: 'want a text such as 0.00',
  parts: 'want what a link may ask of a figure, such as train.lr=1&finish',
  packed: 'want all of the link: a part of it is missing or changed',
  site: 'want a file of this site',
};

export type LessonWants = typeof wants;

export const lesson = {
  lesson: {
    at: (n: number, of: number) => `Step ${n} of ${of}`,
    step: 'Step',
    back: 'Back',
    next: 'Next',
    hint: 'Hint',
    end: 'End the lesson',
    goal: 'Goal',
    guess: 'Your guess',
    met: 'Reached',
    now: (value: string) => `now ${value}`,
    and: ' and ',
    numbers: {
      epoch: 'epoch',
      epochs: 'epochs of the run',
      step: 'step',
      loss: 'loss',
      accuracy: 'accuracy',
      mistakes: 'mistakes',
      points: 'points',
      edits: 'changes by hand',
      lr: 'learning rate',
      w1: 'w₁',
      w2: 'w₂',
      b: 'b',
    } satisfies Record<LessonNumber, string>,
    asked: (what: string, n: string) => `${what === 'class' ? 'class' : what} of asked point ${n}`,
    facts: {
      playing: 'the run plays',
      ended: 'the run has ended',
      diverged: 'the loss diverges',
      separated: 'every point is on its side',
    },
    title: 'Lesson',
    problem: (what: string) => `The lesson can’t be opened. ${what}`,
    notThere: (file: string) => `The lesson ${file} could not be fetched.`,
    wants,
  },
};
