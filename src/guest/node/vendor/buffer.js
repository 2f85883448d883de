export { Buffer } from '../buffer.ts';
