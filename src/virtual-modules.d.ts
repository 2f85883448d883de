// Modules made by the build (vite.guest-image.ts), not by a file.
declare module 'virtual:guest-image' {
	/** Source of the guest libraries: one script to evaluate in a fresh VM. */
	export const guestImage: string;
	/** First 16 hex digits of its SHA-256: part of the engine's version. */
	export const guestImageHash: string;
}
