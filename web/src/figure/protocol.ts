// What the page and the Go program say to each other. A Command mirrors game/session/command.go (and, for the
// last group, game/message.go); a Snapshot mirrors game/report.go. A command returns nothing: its effect shows in a later snapshot.

export type Tool = 'ask' | 'add0' | 'add1' | 'move' | 'erase';

export type XY = [number, number];

/** What a person asks of the run. Coordinates are in data units, indices count from 0. */
export type SessionCommand =
  | { type: 'play' }
  | { type: 'pause' }
  | { type: 'step' }
  | { type: 'epoch' }
  | { type: 'reset' }
  | { type: 'speed'; stepsPerFrame: number }
  | { type: 'addPoint'; x: XY; y: number }
  | { type: 'movePoint'; index: number; x: XY; y?: number }
  | { type: 'removePoint'; index: number }
  | { type: 'addQuery'; x: XY }
  | { type: 'moveQuery'; index: number; x: XY }
  | { type: 'removeQuery'; index: number }
  | { type: 'set'; key: string; value: number | string | boolean }
  | { type: 'weights'; parameters: number[][] }
  | { type: 'load'; scene?: unknown; link?: string; with?: string; restore?: { step: number; playing: boolean; stepsPerFrame: number } };

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
  | { type: 'press'; x: number; y: number }
  | { type: 'drag'; x: number; y: number }
  | { type: 'release'; x: number; y: number }
  | { type: 'cancel' }
  | { type: 'hover'; x: number; y: number }
  | { type: 'leave' }
  | { type: 'report' };

export type Command = SessionCommand | ViewCommand;

/** A tick or label: its place in CSS pixels of its view, and its text. */
export interface Tick {
  at: number;
  text: string;
}

export interface QueryReport {
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
  /** How many changes were recorded, and how often the run began anew. */
  edits: number;
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
  queries: QueryReport[];
  /** The point under the pointer: what a click would act on, or null. */
  hover: HoverReport | null;
  tool: Tool;
  /** The last entry of the loss curve. */
  lastLoss: { epoch: number; loss: number } | null;
  plane: { x: Tick[]; y: Tick[] };
  curve: { x: Tick[]; y: Tick[] };
}

/** A command that could not be carried out; nothing was changed by it. */
export interface Refusal {
  command: string;
  message: string;
}
