export { Buffer, type GuestBuffer } from '../buffer.ts';
