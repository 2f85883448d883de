// CRC-32 as the package `crc` 0.2.0 gives it: signed, over the low byte of each UTF-16 unit.
export function crc32Signed(text: string): number {
	let crc = -1;
	for (let index = 0; index < text.length; index++) {
		crc ^= text.charCodeAt(index) & 0xff;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return ~crc;
}
