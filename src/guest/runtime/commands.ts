// What a person asks a running program to do (an intervention), as text.

import { emitProcessEvent } from './process-life.ts';

type CommandHandler = (text: string) => void;

const handlers: CommandHandler[] = [];

/** Calls `fn` with each command. Commands nobody asked for reach the student's `process.on('message')`. */
export function onCommand(fn: CommandHandler): void {
	handlers[handlers.length] = fn;
}

/** A command came. Private to the event loop. */
export function runCommand(text: string): void {
	if (handlers.length === 0) {
		emitProcessEvent('message', text);
		return;
	}
	for (let index = 0; index < handlers.length; index++) handlers[index]?.(text);
}
