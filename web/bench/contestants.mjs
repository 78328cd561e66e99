// What runs both under node and in a browser. A contestant is made once and then asked, any number of times, for a number of
// epochs of a workload from its first step: [nanoseconds, the last loss recorded].

const makers = {
  ours: async () => (await import('./ours.mjs')).ours(),
  'ours-steps': async () => (await import('./ours.mjs')).ours('steps'),
  limit: async () => (await import('./limit.mjs')).limit,
  convnet: async () => (await import('./convnet.mjs')).convnet(false),
  'convnet-running': async () => (await import('./convnet.mjs')).convnet(true),
  'tensorflow-cpu': async () => (await import('./tensorflow.mjs')).tensorflow('cpu'),
  'tensorflow-wasm': async () => (await import('./tensorflow.mjs')).tensorflow('wasm'),
};

/** place says how to get files: read, script and load, and where TensorFlow.js finds its wasm. */
export async function make(name, workloads, place) {
  const maker = await makers[name]();
  return maker(workloads, place);
}
