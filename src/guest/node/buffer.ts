// The module buffer.

import {
	atob,
	Buffer,
	btoa,
	constants,
	isAscii,
	isUtf8,
	kMaxLength,
	kStringMaxLength,
	SlowBuffer,
	transcode
} from './vendor/buffer.js';

export const bufferModule = {
	Buffer,
	SlowBuffer,
	transcode,
	isUtf8,
	isAscii,
	kMaxLength,
	kStringMaxLength,
	btoa,
	atob,
	constants,
	INSPECT_MAX_BYTES: 50
};

export { atob, btoa, Buffer };
