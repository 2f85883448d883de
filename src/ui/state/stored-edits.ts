// Edits as the browser keeps them, as text with the number of its format. Older formats are read for ever; what cannot be
// read (damaged, or written by a newer page) gives null, and whoever asked puts it aside instead of writing over it.
import type { ProcessSpec } from '#scenario';
import { noEdits, type ScenarioEdits, type ScenarioSettings } from './scenario-edits.ts';

/** Format 1, without a number: path to text. Format 2: this file's. */
const format = 2;

/** The text to keep. */
export function storedText(edits: ScenarioEdits): string {
	return JSON.stringify({ format, ...edits });
}

/** Edits from a kept text of any format; null when it cannot be read. */
export function readStoredEdits(text: string): ScenarioEdits | null {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return null;
	}
	if (!isFields(data)) return null;
	if (typeof data['format'] !== 'number') return fromFormat1(data);
	return data['format'] === format ? fromFormat2(data) : null;
}

function fromFormat1(data: Fields): ScenarioEdits | null {
	const files = textsOf(data);
	return files === null ? null : { ...noEdits, files };
}

function fromFormat2({ files, processes, settings }: Fields): ScenarioEdits | null {
	const texts = isFields(files) ? textsOf(files) : null;
	const hasProcesses = processes === null || (Array.isArray(processes) && processes.every(isSpec));
	if (texts === null || !hasProcesses || !isSettings(settings)) return null;
	return { files: texts, processes, settings };
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function textsOf(fields: Fields): ScenarioEdits['files'] | null {
	const isText = (value: unknown): value is string | null =>
		typeof value === 'string' || value === null;
	return Object.values(fields).every(isText) ? (fields as ScenarioEdits['files']) : null;
}

const isOptional = (value: unknown, type: 'number' | 'string'): boolean =>
	value === undefined || typeof value === type;

/** Enough of the shape for the page to show it; the rest is checked with the whole scenario before it runs. */
function isSpec(value: unknown): value is ProcessSpec {
	if (!isFields(value)) return false;
	const { name, file, args, startAt } = value;
	const hasArgs =
		args === undefined || (Array.isArray(args) && args.every((arg) => typeof arg === 'string'));
	return (
		typeof name === 'string' && typeof file === 'string' && hasArgs && isOptional(startAt, 'number')
	);
}

function isSettings(value: unknown): value is ScenarioSettings {
	if (!isFields(value)) return false;
	const { brokerVersion, ...numbers } = value;
	return (
		isOptional(brokerVersion, 'string') &&
		Object.values(numbers).every((number) => typeof number === 'number')
	);
}
