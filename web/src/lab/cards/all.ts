// The cards in the order of the page. A new card needs its file and a line here; its script comes with late.ts.

import type { Card } from '../ui/part';
import { compare } from './compare';
import { confusion } from './confusion';
import { cost } from './cost';
import { data } from './data';
import { first } from './first';
import { hidden } from './hidden';
import { landscape } from './landscape';
import { margin } from './margin';
import { model } from './model';
import { points } from './points';
import { predict } from './predict';
import { sigmoid } from './sigmoid';
import { step } from './step';
import { sum } from './sum';
import { training } from './training';

export const cards: Card[] = [
  ...first,
  ...[predict, step, sigmoid, cost, hidden, training, data, points, model, landscape, sum, confusion, margin, compare],
];
