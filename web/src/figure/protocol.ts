// What the page and the Go program say to each other. A Command mirrors game/session/command.go (and, for the
// last group, game/message.go); a Snapshot mirrors game/report.go. A command returns nothing: its effect shows in a later snapshot.

/** `add0` … `add63` add a sample of that class; the others are as they say. */
export type Tool = 'ask' | AddTool | 'move' | 'erase';

export type AddTool = `add${number}`;

export type XY = [number, number];

/** The columns of x1, x2 and class, by name or by number from 1; three empty texts: as the table itself says. */
export type Columns = [string, string, string];

/** What a person asks of the run. Coordinates are in data units, indices count from 0. */
export type SessionCommand =
  | { type: 'play' }
  | { type: 'pause' }
  | { type: 'step' }
  | { type: 'epoch' }
  | { type: 'reset' }
  /** Plays to the end at full speed. */
  | { type: 'finish' }
  /** Back, or forward again, to any step of the run; what is done there forks it. */
  | { type: 'seek'; step: number }
  | { type: 'undo' }
  | { type: 'redo' }
  /** Other values of data and model, as a fragment ('kind=moons&n_samples=200'): the run begins again with them. */
  | { type: 'change'; with: string }
  /** The points of a CSV or TSV text in place of the scene's; the run begins again. */
  | { type: 'csv'; text: string; columns?: Columns }
  /** Keeps the present run's line and losses to compare with, or drops them. */
  | { type: 'pin' }
  | { type: 'unpin' }
  /** Lets the rival rules learn beside the run, on the same points. */
  | { type: 'race'; on: boolean }
  /** When a playing run pauses by itself, beside its last epoch. */
  | ({ type: 'stop' } & Stop)
  /** The probability from which class 1 is predicted, of a model with one output; it moves the line that is shown. */
  | { type: 'threshold'; p: number }
  | { type: 'speed'; stepsPerFrame: number }
  | { type: 'addPoint'; x: XY; y: number }
  | { type: 'movePoint'; index: number; x: XY; y?: number }
  | { type: 'removePoint'; index: number }
  | { type: 'addQuery'; x: XY }
  | { type: 'moveQuery'; index: number; x: XY }
  | { type: 'removeQuery'; index: number }
  /** At most 40 characters; '' takes a name away. */
  | { type: 'nameQuery'; index: number; name: string }
  | { type: 'set'; key: string; value: number | string | boolean }
  | { type: 'weights'; parameters: number[][] }
  /** The first is what a page begins with, and can't be undone. */
  | { type: 'load'; scene?: unknown; link?: string; with?: string; restore?: Restore; first?: boolean };

/** Where a session was, beside its scene. */
export interface Restore {
  step: number;
  playing: boolean;
  stepsPerFrame: number;
  stop: Stop;
  threshold?: number;
  names?: Record<number, string>;
}

/** A playing run pauses where the loss is at most `loss`, ten epochs lowered it by less than `tol`, or no mistakes are left; null: not for that. */
export interface Stop {
  loss: number | null;
  tol: number | null;
  noMistakes: boolean;
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Colours of the marks, as CSS hex '#rrggbb'. */
export interface Palette {
  grid: string;
  axis: string;
  ink: string;
}

/** What the program needs to know of the page: rectangles are in CSS pixels of the canvas. */
export type ViewCommand =
  | { type: 'layout'; plane: Rect | null; curve: Rect | null }
  | { type: 'tool'; tool: Tool }
  | { type: 'palette'; palette: Palette }
  /** `brush`: an add tool goes on while it is dragged. `finger`: what it holds is drawn so that it is seen around a finger. */
  | { type: 'press'; x: number; y: number; brush?: boolean; finger?: boolean }
  | { type: 'drag'; x: number; y: number }
  | { type: 'release'; x: number; y: number }
  | { type: 'cancel' }
  /** Ends a gesture as if it had never begun. */
  | { type: 'revoke' }
  /** Shows the plane `factor` times as large, about a pixel of it or its middle; within limits. */
  | { type: 'zoom'; factor: number; at?: XY }
  /** Moves the plane by CSS pixels. */
  | { type: 'pan'; dx: number; dy: number }
  /** Takes up a view that a snapshot had. */
  | ({ type: 'look' } & ViewReport)
  /** Shows all points again. */
  | { type: 'fit' }
  | { type: 'hover'; x: number; y: number }
  | { type: 'leave' }
  /** Draws the loss curve on a logarithmic scale, or not. */
  | { type: 'curve'; log: boolean }
  /** The plane shows what a unit makes of it, in place of the network; null: the network. */
  | { type: 'unit'; unit: UnitRef | null }
  /** Points at an epoch of the loss curve, or the nearest that it has; null: at none. */
  | { type: 'probe'; epoch: number | null }
  | { type: 'report' };

export type Command = SessionCommand | ViewCommand;

/** What the page may ask at any time, and gets as a text at once; it changes nothing. */
export type Request =
  /** The scene with its edits and the present step as a link's fragment, without '#': {type: 'load', link} comes back to it. */
  | { type: 'link' }
  /** `title` is written into an SVG, which then has numbers at its axes, too. */
  | { type: 'export'; format: 'pytorch' | 'python-numpy' | 'csv' | 'svg'; title?: string }
  /** What a CSV or TSV text would be read as: a TableReport as JSON. */
  | { type: 'table'; text: string; columns?: Columns }
  /** The scene with its edits, as JSON of docs/scene.md. */
  | { type: 'scene' }
  /** A page of the points, a PointList as JSON: up to `count` (1 … 100) from the place `from` on; `wrong`: of those predicted wrong. */
  | { type: 'points'; from: number; count: number; wrong: boolean }
  /** What each unit makes of the plane that is seen: a UnitsReport. */
  | { type: 'units' }
  /** The loss over the two weights of a single neuron: a LandscapeReport, or null where there is none. */
  | { type: 'landscape' }
  /** The learning rate above which steps at the present weights overshoot, of a run that has a MarginReport: a number as JSON, null where there is none. */
  | { type: 'limit' }
  /** Whether a press at a place of the plane, with the tool in hand, would take hold of a mark or the line: true or false. */
  | { type: 'grabs'; x: number; y: number };

export interface TableReport {
  separator: string;
  header: boolean;
  /** Of all columns; '' where there is none. */
  names: string[];
  /** A column, from 0, that only numbers the rows; -1: none. */
  index: number;
  /** Of x1, x2 and class, from 0; -1: to be chosen. */
  columns: [number, number, number];
  rows: number;
  classes: string[];
  /** How many rows each class has. */
  counts: number[];
  /** The first rows below the header, as they stand there. */
  first: string[][];
  /** Why it can't be read; '': it can. */
  problem: string;
}

export interface PointList {
  /** How many there are in all. */
  total: number;
  rows: PointReport[];
}

export interface PointReport {
  index: number;
  x: XY;
  /** The class given. */
  y: number;
  /** Probabilities and class predicted, as a QueryReport's. */
  p: number[] | null;
  class: number | null;
  at: XY | null;
}

/** A square of losses, with w₁ to the right and w₂ upwards; the bias is as it is now. */
export interface LandscapeReport {
  side: number;
  /** 0 … 255 from the lowest to the highest loss, on a logarithmic scale; by rows from the top. */
  levels: number[];
  /** Weights at the lower left and at the upper right. */
  min: XY;
  max: XY;
  /** The weights so far, the present ones last. */
  path: XY[];
  /** Ticks, as shares of the side from the left and from the top. */
  x: Tick[];
  y: Tick[];
}

/** Layer 1 is the first after the inputs; units count from 0. */
export interface UnitRef {
  layer: number;
  unit: number;
}

export interface UnitsReport {
  columns: number;
  rows: number;
  /** Without the inputs; none where a layer has more than 16 units, or the run diverged. */
  layers: UnitReport[][];
}

export interface UnitReport {
  weights: number[];
  bias: number;
  /** Its output over the plane, by rows from the top: −100 … 100. */
  values: number[];
}

/** A tick or label: its place in CSS pixels of its view, and its text. */
export interface Tick {
  at: number;
  text: string;
}

export interface QueryReport {
  /** Its own for its life: 0, 1, … of the scene's, then the next that the run never gave. Colour and name go by it. */
  number: number;
  /** Given by hand; '': none. */
  name: string;
  x: XY;
  /** Logits: one, or one a class with cross_entropy. Null where the run diverged. */
  z: number[] | null;
  /** Probabilities, as z. */
  p: number[] | null;
  /** The class predicted, or null where the run diverged. */
  class: number | null;
  colour: string;
  /** Its place in the plane view, CSS pixels; null when out of view. */
  at: XY | null;
}

export interface HoverReport {
  x: XY;
  z: number[] | null;
  p: number[] | null;
  class: number | null;
  at: XY;
  /** The sample under the pointer, and its class. */
  index: number | null;
  label: number | null;
}

/** What the loss curve has at the epoch pointed at. */
export interface ProbeReport {
  epoch: number;
  loss: number;
  /** Of the points held back, and of a pinned run; null where it has none there. */
  testLoss: number | null;
  pinned: number | null;
  /** In the curve's view, CSS pixels. */
  at: XY;
}

/** What the scene says of data and model, for the controls that change it. Names and values as in docs/scene.md. */
export interface SceneReport {
  kind: string;
  n_samples: number;
  cluster_std: number;
  noise: number;
  factor: number;
  random_state: number;
  test_size: number;
  centers: XY[];
  layers: number[];
  activation: string;
  init: string;
  /** As a text: it may be larger than a number holds exactly. */
  manual_seed: string;
}

/** A line to compare with: the pinned run's ('pinned'), or a rival rule's. */
export interface OtherReport {
  name: 'pinned' | 'rosenblatt' | 'pocket' | 'averaged' | 'adaline' | 'logistic' | 'hinge';
  colour: string;
  /** Null where there is no line, or it diverged. */
  w: XY | null;
  b: number | null;
  /** How often a rival erred so far; 0 of a pinned run. */
  mistakes: number;
  accuracy: number | null;
}

/** What can be said of two classes of samples and a single neuron. */
export interface MarginReport {
  /** Whether a line separates them: 'separable', 'touching', 'overlapping', 'one-class'. */
  state: string;
  /** Half the width of the widest street between the classes; null where there is none. */
  gamma: number | null;
  /** The most mistakes that Rosenblatt's rule can make. */
  novikoff: number | null;
  /** Between the decision line and the widest street's, in degrees. */
  angle: number | null;
}

export interface TrainReport {
  loss: string;
  optimizer: string;
  lr: number;
  momentum: number;
  nesterov: boolean;
  weight_decay: number;
  batch_size: number;
  epochs: number;
}

/** What is seen of the plane, in data units: its middle, and how much of it along the shorter side. */
export interface ViewReport {
  center: XY;
  span: number;
}

export interface Snapshot {
  playing: boolean;
  /** The run reached train.epochs. */
  ended: boolean;
  /** The step at which a loss or parameter stopped being finite, or null. */
  diverged: number | null;
  step: number;
  epoch: number;
  /** Where the run ends by itself; 0: never. Playing on from the end moves it by another train.epochs. */
  epochs: number;
  stepsPerEpoch: number;
  stepsPerFrame: number;
  /** How many edits are recorded. */
  edits: number;
  /** How many edits were made: one that takes another's place, as a second move of a point does, counts too. */
  changes: number;
  /** How often the run began anew. */
  generation: number;
  /** Mean loss and share of right predictions over all points, of the parameters shown. Null without points or when diverged. */
  loss: number | null;
  accuracy: number | null;
  /** How many points there are of each class. */
  counts: number[];
  layers: number[];
  /** Weight, bias, weight, bias … each flattened by rows; null when there are more than 200 numbers. */
  parameters: number[][] | null;
  train: TrainReport;
  scene: SceneReport;
  /** The farthest step that a seek may go to: what was once trained. */
  farthest: number;
  canUndo: boolean;
  canRedo: boolean;
  /** The points held back, by the parameters shown; null where there are none. */
  test: { n: number; loss: number | null; accuracy: number | null } | null;
  /** Counts of samples: row the class given, column the class predicted. Null when diverged, and of more than 20,000. */
  confusion: number[][] | null;
  /** Null for more than two classes, or hidden layers, and where confusion is. */
  margin: MarginReport | null;
  stop: Stop;
  /** The probability from which class 1 is predicted; null of several outputs. Class, accuracy and confusion are by it. */
  threshold: number | null;
  others: OtherReport[];
  queries: QueryReport[];
  /** The point under the pointer: what a click would act on, or null. */
  hover: HoverReport | null;
  tool: Tool;
  /** The unit that the plane shows, or null. */
  unit: UnitRef | null;
  /** The last entry of the loss curve. */
  lastLoss: { epoch: number; loss: number } | null;
  /** What a reader zoomed to; null: the view that fits all points. */
  view: ViewReport | null;
  plane: { x: Tick[]; y: Tick[] };
  curve: { x: Tick[]; y: Tick[]; epochs: number; log: boolean; probe: ProbeReport | null };
}

/** A command that could not be carried out; nothing was changed by it. */
export interface Refusal {
  command: string;
  message: string;
}
