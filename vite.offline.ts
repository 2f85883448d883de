// What makes the site work without a network after one visit: the service worker `sw.js`, which keeps every file of the
// site, and the web app manifest. Written while the site is built; who registers it: src/ui/offline.
import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Bytes of the largest file that is kept; Monaco's TypeScript worker has 7 MB, and without it the editor would not check. */
const largestFile = 8 << 20;

/** Packages the service worker is made of. */
export const serviceWorkerPackages = [
	'workbox-core',
	'workbox-precaching',
	'workbox-routing',
	'workbox-strategies'
];

/** The Vite plugin. Nothing of it runs in development. */
export function offline(): PluginOption {
	return VitePWA({
		// The page asks before it changes to a new version, and registers by itself when the first picture stands.
		registerType: 'prompt',
		injectRegister: false,
		filename: 'sw.js',
		scope: './',
		manifest: {
			id: './',
			start_url: './',
			scope: './',
			name: 'Roundtrip',
			short_name: 'Roundtrip',
			description:
				'Watch remote procedure calls: RabbitMQ and Pomelo programs run unmodified, every message animated.',
			display: 'standalone',
			theme_color: '#ffffff',
			background_color: '#fafaf8',
			icons: [
				{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
				{ src: 'icons/192.png', sizes: '192x192', type: 'image/png' },
				{ src: 'icons/512.png', sizes: '512x512', type: 'image/png' },
				{ src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' }
			]
		},
		workbox: {
			globPatterns: ['**/*.{html,js,css,wasm,woff2,ttf,svg,png,json}'],
			// For the project's own front page alone.
			globIgnores: ['screenshot.png'],
			maximumFileSizeToCacheInBytes: largestFile,
			// `?present` and whatever a link may carry: it is the same page.
			ignoreURLParametersMatching: [/./],
			// Every place of the page is behind the `#`; another address is another document.
			navigateFallback: null,
			// The page of the first visit is served from what is kept, too, once that is complete.
			clientsClaim: true,
			cleanupOutdatedCaches: true,
			inlineWorkboxRuntime: true,
			sourcemap: false
		}
	});
}
