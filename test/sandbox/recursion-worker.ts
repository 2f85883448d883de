// Runs the recursion programs in a browser's worker and posts the depths. Bundled by test/browser/sandbox-stack.test.ts.
import { guestImage } from 'virtual:guest-image';
import { createSandbox } from '#sandbox';
import { measureDepths } from './recursion-depths.ts';

const wasm = await WebAssembly.compileStreaming(fetch('./quickjs.wasm'));
postMessage(await measureDepths(createSandbox({ wasm, image: guestImage })));
