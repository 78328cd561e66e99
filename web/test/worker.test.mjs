// What the service worker forgets, with stand-ins for all that a browser gives it: no browser can be made to ask it at the moment
// at which it is about to give way to a newer version.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const scope = 'https://site.example/lab/';
const script = await readFile(new URL('../../dist/sw.js', import.meta.url), 'utf8');

/** The names of the caches that are left after the worker was asked for the page; `registration` and `state` are its own. */
async function leftAfterAPage(registration, state, windows = []) {
  const names = new Set(['perceptron-lab /lab/ older', 'perceptron-lab /lab/ newer', 'perceptron-lab /other/ else']);
  const listeners = {};
  const self = {
    registration: { scope, ...registration },
    serviceWorker: { state },
    clients: { matchAll: async () => windows },
    location: new URL(scope),
    addEventListener: (type, act) => (listeners[type] = act),
  };
  const caches = {
    keys: async () => [...names],
    delete: async (name) => names.delete(name),
    open: async () => ({ match: async () => 'the page' }),
  };
  runInNewContext(script, { self, caches, URL, fetch: () => assert.fail('nothing is fetched') });
  const done = [];
  const wait = (promise) => done.push(promise);
  listeners.fetch({ request: { method: 'GET', mode: 'navigate', url: scope }, respondWith: wait, waitUntil: wait });
  assert.equal((await Promise.all(done))[0], 'the page');
  return [...names].map((name) => name.split(' ').pop());
}

test('a version forgets the others of its path once no page is open', async () => {
  assert.deepEqual(await leftAfterAPage({}, 'activated'), ['else']);
  assert.deepEqual(await leftAfterAPage({}, 'activated', ['a page']), ['older', 'newer', 'else']);
});

test('one that a newer version waits for, or has replaced, forgets none', async () => {
  for (const [registration, state] of [
    [{ waiting: {} }, 'activated'],
    [{ installing: {} }, 'activated'],
    [{}, 'redundant'],
  ])
    assert.deepEqual(await leftAfterAPage(registration, state), ['older', 'newer', 'else']);
});
