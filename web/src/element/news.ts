// What has happened between two snapshots, as the element's events tell it.

import type { Snapshot } from '../figure/protocol';
import type { PerceptronLabDetails } from './events';

type Emit = <Type extends keyof PerceptronLabDetails>(type: Type, detail: PerceptronLabDetails[Type]) => void;

export class News {
  #seen = { epoch: -1, edits: 0, generation: 0, queries: 0 };

  /** Tells what is new since the last snapshot: another epoch, a change, a point that was asked about. */
  tell(snapshot: Snapshot, emit: Emit): void {
    emit('report', {});
    const { epoch, edits, generation } = snapshot;
    const last = this.#seen;
    const queries = snapshot.queries.length;
    this.#seen = { epoch, edits, generation, queries };
    if (epoch !== last.epoch || generation !== last.generation) {
      const { step, loss, accuracy } = snapshot;
      emit('train', { step, epoch, loss, accuracy });
    }
    if (edits !== last.edits || generation !== last.generation) emit('change', { edits });
    if (generation !== last.generation) return;
    for (const { x, z, p, class: predicted } of snapshot.queries.slice(last.queries)) emit('ask', { x, z, p, class: predicted });
  }
}
