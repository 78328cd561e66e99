// Other people's servers: one that compresses nothing and knows little, and nginx as authors run it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** The policy under which figures must work, sent by the server: none of their scripts writes HTML. */
export const policy = (files = "'self'") =>
  `default-src 'none'; script-src ${files} 'wasm-unsafe-eval'; style-src ${files}; connect-src ${files}; img-src ${files} data:` +
  "; require-trusted-types-for 'script'; trusted-types 'none'";

const usualTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.xml': 'text/xml',
};

/**
 * Serves a folder as it is. `headers` go with every answer; `alter` may change a file's bytes, `types` what it is by its ending;
 * `seen` collects what was asked for. `instead` may give the page that some hosts send in place of a file that isn't there, with
 * status 200.
 */
export async function plain(folder, { headers = {}, alter = (_name, data) => data, types = {}, instead = () => null } = {}) {
  const seen = [];
  const server = createServer(async (request, response) => {
    let name = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (name.endsWith('/')) name += 'index.html';
    seen.push(name);
    try {
      const data = alter(name, await readFile(join(folder, name)));
      response.writeHead(200, {
        ...headers,
        'content-type': { ...usualTypes, ...types }[extname(name)] ?? 'application/octet-stream',
        ...(data.length !== undefined && { 'content-length': data.length }),
      });
      for await (const part of data.length === undefined ? data : [data]) response.write(part);
      response.end();
    } catch {
      const page = instead();
      response.writeHead(page ? 200 : 404, { 'content-type': page ? 'text/html' : 'text/plain' });
      response.end(page ?? 'no such file');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${server.address().port}/`;
  return {
    address,
    seen,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Serves folders with nginx, precompressed: [{ port, root, headers }]. Its files lie in `home`. The rest is as in Debian. */
export async function nginx(home, sites, { workers = 1 } = {}) {
  await mkdir(home, { recursive: true });
  const servers = sites.map(
    ({ port, root, headers = {} }) => `server {
    listen 127.0.0.1:${port};
    root ${root};
${Object.entries(headers)
  .map(([name, value]) => `    add_header ${name} "${value}";\n`)
  .join('')}  }`,
  );
  const modules = '/usr/lib/nginx/modules';
  await writeFile(
    join(home, 'nginx.conf'),
    `load_module ${modules}/ngx_http_brotli_filter_module.so;
load_module ${modules}/ngx_http_brotli_static_module.so;
daemon off;
worker_processes ${workers};
pid ${home}/pid;
error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  brotli_static on;
  gzip_static on;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${home}/${name};`).join(' ')}
  ${servers.join('\n  ')}
}
`,
  );
  const child = spawn('/usr/sbin/nginx', ['-e', 'stderr', '-p', home, '-c', join(home, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return answering('nginx', child, `http://127.0.0.1:${sites[0].port}/`, { signal: 'SIGQUIT' });
}

/** Waits until a server that was started answers; close() ends it. */
export async function answering(name, child, address, { probe = '', signal = 'SIGTERM' } = {}) {
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const answers = () =>
    fetch(address + probe).then(
      () => true,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    address,
    pid: child.pid,
    close: async () => {
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

/** A port of 127.0.0.1 that nobody listens on just now. */
export async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
