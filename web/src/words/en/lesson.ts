// The texts of a lesson in the Lab, and of the dialog that makes one, in English.

/** A name of docs/lessons.md in plain words. */
export type LessonNumber =
  | 'epoch'
  | 'epochs'
  | 'step'
  | 'loss'
  | 'bce'
  | 'mse'
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
  json: 'enter JSON',
  file: (most: number) => `enter at most ${most} characters`,
  version: 'enter 1',
  object: (keys: string[]) => `enter an object with ${listed(keys)}`,
  keys: (keys: string[]) => `enter one of ${listed(keys)}`,
  text: (most: number) => `enter a text of 1 to ${most} characters, or one for each language, such as {"en": "…", "ko": "…"}`,
  language: 'enter the code of a language, such as en',
  steps: (most: number) => `enter a list of 1 to ${most} steps`,
  scene: 'enter what follows # in a share link, such as preset=xor, or a scene',
  seed: 'enter a whole number up to 9007199254740991; write a larger one in a link',
  goal: (names: string[]) => `enter a comparison such as loss < 0.3, or a word such as diverged; the names are ${listed(names)}`,
  number: (names: string[]) => `enter one of ${listed(names)}`,
  oneTask: 'enter a goal or a guess in a step, not both',
  like: 'enter a text such as 0.00',
  parts: 'enter what a link may ask of a figure, such as train.lr=1&finish',
  packed: 'use all of the link: something in it is missing or changed',
  site: 'use a file of this site',
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
      bce: 'cross-entropy',
      mse: 'squared error',
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
    make: {
      title: 'Make a lesson',
      note: 'Set up a run as your readers are to find it, then come back here to add it, and write what to do. All of it stays in this browser until you pass on the link or the file.',
      name: 'Title',
      empty: 'No steps yet: the first is the run that is on the page now.',
      add: 'Add the run on the page',
      step: (n: number) => `Step ${n}`,
      scene: (name: string) => `Begins with: ${name}`,
      goesOn: 'Goes on with the run of the step before',
      at: (name: string, step: string) => `${name}, step ${step}`,
      retake: 'Take the run on the page',
      say: 'What to do, or to see',
      task: 'What the reader is asked for',
      tasks: { none: 'Nothing more', goal: 'To reach a goal', guess: 'To guess a number first' },
      goalLike: 'such as loss < 0.3 and epoch <= 100',
      reads: (goal: string) => `Reached when: ${goal}`,
      names: (names: string[]) => `Numbers: ${listed(names)}`,
      guessed: 'Once the reader has guessed, the run goes to its end, and both numbers are shown.',
      after: 'Said once that is done',
      hint: 'Hint, for those who ask',
      earlier: 'Move up',
      later: 'Move down',
      remove: 'Remove',
      needTitle: 'Still missing: a title.',
      needSteps: 'Still missing: a step.',
      needSay: (n: number) => `Still missing: what to do in step ${n}.`,
      tooLong: 'Too long for a link: save it as a file.',
      link: 'Link to the lesson',
      copy: 'Copy',
      copied: 'Copied',
      save: 'Save as a file',
      open: 'Try it here',
      anew: 'Start anew',
    },
    problem: (what: string) => `The lesson can’t be opened. ${what}`,
    notThere: (file: string) => `The lesson ${file} could not be fetched.`,
    wants,
  },
};
