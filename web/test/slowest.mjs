// A reporter for node --test: the ten slowest tests, last.

import { basename } from 'node:path';

export default async function* slowest(events) {
  const tests = [];
  for await (const { type, data } of events) {
    if (type === 'test:pass' || type === 'test:fail')
      tests.push({ seconds: data.details.duration_ms / 1000, name: data.name, file: basename(data.file ?? '') });
  }
  tests.sort((a, b) => b.seconds - a.seconds);
  yield '\nThe slowest tests, in seconds:\n';
  for (const { seconds, name, file } of tests.slice(0, 10)) yield `${seconds.toFixed(1).padStart(6)}  ${name} (${file})\n`;
}
