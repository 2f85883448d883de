// What of an intervention a person can change, as fields of a form, and the intervention that comes of a changed field. Pure.
import type { Intervention } from '#scenario';

export type FieldName =
	| 'at'
	| 'process'
	| 'factor'
	| 'turnMs'
	| 'extraMs'
	| 'downMs'
	| 'from'
	| 'to'
	| 'both'
	| 'fault'
	| 'count'
	| 'chance'
	| 'method'
	| 'nth'
	| 'connection'
	| 'what'
	| 'route';

export type Field =
	| {
			readonly name: FieldName;
			readonly kind: 'number';
			readonly value: number;
			readonly min: number;
			readonly max: number;
			/** `any`, or 1 for whole numbers. */
			readonly step: 'any' | 1;
	  }
	| {
			readonly name: FieldName;
			readonly kind: 'choice';
			readonly value: string;
			readonly options: readonly string[];
	  }
	| { readonly name: FieldName; readonly kind: 'text'; readonly value: string }
	| { readonly name: FieldName; readonly kind: 'check'; readonly value: boolean };

/** A day, as the schema of scenarios has it. */
const dayMs = 86_400_000;
const latencyMaxMs = 600_000;

function number(
	name: FieldName,
	value: number,
	min: number,
	max: number,
	step: 'any' | 1 = 'any'
): Field {
	return { name, kind: 'number', value, min, max, step };
}

function choice(name: FieldName, value: string, options: readonly string[]): Field {
	return {
		name,
		kind: 'choice',
		value,
		options: options.includes(value) ? options : [value, ...options]
	};
}

/** The fields of an intervention. `processes`: names to choose from. */
export function fieldsOf(
	intervention: Intervention,
	processes: readonly string[]
): readonly Field[] {
	const at = number('at', intervention.at, 0, dayMs);
	const machines = [...processes, 'broker'];
	switch (intervention.do) {
		case 'start':
			return [at];
		case 'kill':
		case 'restart':
		case 'pause':
		case 'continue':
			return [at, choice('process', intervention.process, processes)];
		case 'slow':
			return [
				at,
				choice('process', intervention.process, processes),
				number('factor', intervention.factor ?? 1, 0.01, 10_000),
				number('turnMs', intervention.extraMs ?? 0, 0, latencyMaxMs)
			];
		case 'request':
			return [at, { name: 'route', kind: 'text', value: intervention.route }];
		case 'link': {
			const { from, to, both, fault, count, chance = 10_000, extraMs = 0 } = intervention;
			const isPlain = fault === 'cut' || fault === 'mend';
			const isLate = fault === 'delay' || fault === 'reorder';
			const usual = fault === 'drop' || fault === 'duplicate' ? 1 : -1;
			return [
				at,
				choice('from', from, machines),
				choice('to', to, machines),
				{ name: 'both', kind: 'check', value: both === true },
				choice('fault', fault, ['cut', 'mend', 'drop', 'duplicate', 'delay', 'reorder']),
				...(isPlain
					? []
					: [number('count', count ?? usual, -1, 1e6, 1), number('chance', chance / 100, 0, 100)]),
				...(isLate ? [number('extraMs', extraMs, 0, latencyMaxMs)] : [])
			];
		}
		case 'message': {
			const { method, nth, connection = 1, fault, extraMs = 100 } = intervention;
			const isLate = fault === 'delay' || fault === 'reorder';
			return [
				at,
				{ name: 'method', kind: 'text', value: method },
				number('nth', nth, 1, 1e6, 1),
				number('connection', connection, 1, 1e6, 1),
				choice('fault', fault, ['drop', 'delay', 'duplicate', 'reorder']),
				...(isLate ? [number('extraMs', extraMs, 0, latencyMaxMs)] : [])
			];
		}
		case 'broker':
			return [
				at,
				choice('what', intervention.what, ['restart', 'memory-alarm', 'memory-clear']),
				...(intervention.what === 'restart'
					? [number('downMs', intervention.downMs ?? 1000, 0, dayMs)]
					: [])
			];
	}
}

/**
 * The intervention with one field changed. What no longer means anything with the new value is left out.
 * @returns null when the value is none the field can have
 */
export function withField(
	intervention: Intervention,
	field: Field,
	text: string | boolean
): Intervention | null {
	const value = valueOf(field, text);
	if (value === null) return null;
	const key = field.name === 'turnMs' ? 'extraMs' : field.name;
	// Each field comes from fieldsOf this very intervention, so the key is one of its own with a value of its type.
	const changed: Intervention = { ...intervention, [key]: value };
	if (changed.do === 'broker' && changed.what !== 'restart') {
		const { downMs: _, ...rest } = changed;
		return rest;
	}
	return changed;
}

function valueOf(field: Field, text: string | boolean): number | string | boolean | null {
	if (field.kind === 'check') return text === true;
	if (typeof text !== 'string' || text.trim() === '') return null;
	if (field.kind === 'text') return text.trim();
	if (field.kind === 'choice') return field.options.includes(text) ? text : null;
	const number = Number(text);
	if (!(number >= field.min && number <= field.max)) return null;
	if (field.step === 1 && !Number.isInteger(number)) return null;
	return field.name === 'chance' ? Math.round(number * 100) : number;
}
