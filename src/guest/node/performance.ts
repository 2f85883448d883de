// The module perf_hooks and the global performance: the virtual clock in milliseconds since the process began.
// Differs: no observers, no event loop measurements; marks and measures are kept.

import { hostNowUs } from '../runtime/host.ts';
import { onProcessStart } from '../runtime/process-start.ts';
import { DOMException } from './engine-globals.ts';
import {
	ArrayPrototypeFilter,
	ArrayPrototypeSlice,
	ObjectDefineProperty,
	SymbolToStringTag
} from './primordials.ts';

let startedAtUs = 0;
let timeOriginMs = 0;
onProcessStart((facts) => {
	startedAtUs = facts.startedAtUs;
	timeOriginMs = facts.startTimeMs + startedAtUs / 1000;
});

interface EntryOptions {
	readonly detail?: unknown;
	readonly startTime?: number;
}
interface MeasureOptions {
	readonly detail?: unknown;
	readonly start?: string | number;
	readonly end?: string | number;
	readonly duration?: number;
}

class PerformanceEntry {
	readonly name: string;
	readonly entryType: 'mark' | 'measure';
	readonly startTime: number;
	readonly duration: number;
	readonly detail: unknown;

	constructor(
		name: string,
		entryType: 'mark' | 'measure',
		startTime: number,
		duration: number,
		detail: unknown = null
	) {
		this.name = name;
		this.entryType = entryType;
		this.startTime = startTime;
		this.duration = duration;
		this.detail = detail;
	}
	toJSON(): object {
		const { name, entryType, startTime, duration, detail } = this;
		return { name, entryType, startTime, duration, detail };
	}
}
class PerformanceMark extends PerformanceEntry {}
class PerformanceMeasure extends PerformanceEntry {}

class Performance {
	#entries: PerformanceEntry[] = [];

	/** Milliseconds since the process began, with microseconds behind the point. */
	now(): number {
		return (hostNowUs() - startedAtUs) / 1000;
	}
	get timeOrigin(): number {
		return timeOriginMs;
	}
	mark(name: string, options: EntryOptions = {}): PerformanceEntry {
		const mark = new PerformanceMark(
			name,
			'mark',
			options.startTime ?? this.now(),
			0,
			options.detail
		);
		this.#entries[this.#entries.length] = mark;
		return mark;
	}
	measure(
		name: string,
		startOrOptions?: string | MeasureOptions,
		endMark?: string
	): PerformanceEntry {
		const options: MeasureOptions =
			typeof startOrOptions === 'object'
				? startOrOptions
				: {
						...(startOrOptions !== undefined && { start: startOrOptions }),
						...(endMark !== undefined && { end: endMark })
					};
		const end =
			options.end === undefined && options.duration !== undefined
				? this.#timeOf(options.start ?? 0) + options.duration
				: options.end === undefined
					? this.now()
					: this.#timeOf(options.end);
		const start =
			options.start === undefined ? end - (options.duration ?? end) : this.#timeOf(options.start);
		const measure = new PerformanceMeasure(name, 'measure', start, end - start, options.detail);
		this.#entries[this.#entries.length] = measure;
		return measure;
	}
	#timeOf(mark: string | number): number {
		if (typeof mark === 'number') return mark;
		for (let index = this.#entries.length - 1; index >= 0; index--) {
			const entry = this.#entries[index];
			if (entry?.entryType === 'mark' && entry.name === mark) return entry.startTime;
		}
		throw new DOMException(`The "${mark}" performance mark has not been set`, 'SyntaxError');
	}
	getEntries(): PerformanceEntry[] {
		return ArrayPrototypeSlice(this.#entries) as PerformanceEntry[];
	}
	getEntriesByName(name: string): PerformanceEntry[] {
		return ArrayPrototypeFilter(
			this.#entries,
			(entry: PerformanceEntry) => entry.name === name
		) as PerformanceEntry[];
	}
	getEntriesByType(type: string): PerformanceEntry[] {
		return ArrayPrototypeFilter(
			this.#entries,
			(entry: PerformanceEntry) => entry.entryType === type
		) as PerformanceEntry[];
	}
	clearMarks(name?: string): void {
		this.#clear('mark', name);
	}
	clearMeasures(name?: string): void {
		this.#clear('measure', name);
	}
	#clear(type: string, name?: string): void {
		this.#entries = ArrayPrototypeFilter(
			this.#entries,
			(entry: PerformanceEntry) =>
				entry.entryType !== type || (name !== undefined && entry.name !== name)
		) as PerformanceEntry[];
	}
	timerify<T>(fn: T): T {
		return fn;
	}
	eventLoopUtilization(): object {
		return { idle: 0, active: 0, utilization: 0 };
	}
	toJSON(): object {
		return { timeOrigin: timeOriginMs };
	}
}
ObjectDefineProperty(Performance.prototype, SymbolToStringTag, {
	value: 'Performance',
	configurable: true
});

export const performance = new Performance();
export const perfHooks = { performance, PerformanceEntry, PerformanceMark, PerformanceMeasure };
