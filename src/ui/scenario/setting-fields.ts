// The numbers of a scenario with a field in the form: their bounds, and what holds when the scenario says nothing. Pure.
import type { Scenario } from '#scenario';
import type { ScenarioSettings } from '../state/scenario-edits.ts';

export type NumberSetting = 'latencyMs' | 'jitterMs' | 'durationMs' | 'seed';

export interface SettingField {
	readonly setting: NumberSetting;
	readonly least: number;
	readonly most: number;
	readonly isWhole: boolean;
	/** What the simulation takes when the scenario does not say. */
	readonly otherwise: number;
}

export const settingFields: readonly SettingField[] = [
	{ setting: 'latencyMs', least: 0, most: 600_000, isWhole: false, otherwise: 10 },
	{ setting: 'jitterMs', least: 0, most: 600_000, isWhole: false, otherwise: 0 },
	{ setting: 'durationMs', least: 0, most: 86_400_000, isWhole: false, otherwise: 60_000 },
	{ setting: 'seed', least: 0, most: 0xffff_ffff, isWhole: true, otherwise: 1 }
];

/** What a scenario says of a setting, or what holds otherwise. */
export function settingOf(scenario: Scenario, { setting, otherwise }: SettingField): number {
	switch (setting) {
		case 'latencyMs':
		case 'jitterMs':
			return scenario.links?.[setting] ?? otherwise;
		case 'durationMs':
		case 'seed':
			return scenario[setting] ?? otherwise;
	}
}

/** The number typed; null when it is none or out of bounds. */
export function readNumber(typed: string, { least, most, isWhole }: SettingField): number | null {
	const value = typed.trim() === '' ? NaN : Number(typed);
	const isRight = value >= least && value <= most && (!isWhole || Number.isInteger(value));
	return isRight ? value : null;
}

/** The changed settings with one more; what is as the scenario says is no change. */
export function withSetting(
	settings: ScenarioSettings,
	original: Scenario,
	field: SettingField,
	value: number
): ScenarioSettings {
	const { [field.setting]: _, ...others } = settings;
	return value === settingOf(original, field) ? others : { ...others, [field.setting]: value };
}
