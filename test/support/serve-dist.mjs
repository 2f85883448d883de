// Serves dist/ for the browser tests as a strict web server would: below a sub-path, under the site's
// Content-Security-Policy, nothing else. Usage: node serve-dist.mjs <port, 0 for a free one> [sub-path] [folder]
// Prints its address.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const port = Number(process.argv[2]);
const base = process.argv[3] ?? '/class/rpc/';
const dist = process.argv[4] ?? join(import.meta.dirname, '../../dist');

const policy = [
	"default-src 'self'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data:",
	"font-src 'self' data:",
	"worker-src 'self' blob:",
	"connect-src 'self'"
].join('; ');

const types = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json',
	'.webmanifest': 'application/manifest+json',
	'.svg': 'image/svg+xml',
	'.wasm': 'application/wasm',
	'.woff2': 'font/woff2',
	'.ttf': 'font/ttf',
	'.png': 'image/png'
};

async function respond(request, response) {
	const { pathname } = new URL(request.url ?? '/', 'http://localhost');
	if (!pathname.startsWith(base)) {
		response.writeHead(404).end('outside the sub-path');
		return;
	}
	const path = normalize(decodeURIComponent(pathname.slice(base.length))) || '.';
	const file = join(dist, path === '.' || path.endsWith('/') ? join(path, 'index.html') : path);
	if (!file.startsWith(dist)) {
		response.writeHead(404).end();
		return;
	}
	const body = await readFile(file).catch(() => null);
	if (body === null) {
		response.writeHead(404).end('not found');
		return;
	}
	const type = types[extname(file)] ?? 'application/octet-stream';
	response.setHeader('content-security-policy', policy);
	// Files with a hash in their name never change.
	if (pathname.includes('/assets/'))
		response.setHeader('cache-control', 'max-age=86400, immutable');
	response.writeHead(200, { 'content-type': type }).end(body);
}

const server = createServer((request, response) => {
	respond(request, response).catch((error) => response.writeHead(500).end(String(error)));
});
server.listen(port, '127.0.0.1', () =>
	console.log(`http://127.0.0.1:${server.address().port}${base}`)
);
