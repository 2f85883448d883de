// The built-in scenarios' titles and descriptions in Chinese, and those of their groups: scenarios/words.zh.json.
import * as v from 'valibot';

const text = v.pipe(v.string(), v.nonEmpty());
const schema = v.strictObject({
	/** English title of a group to its title. */
	groups: v.record(v.string(), text),
	/** By id. */
	scenarios: v.record(v.string(), v.strictObject({ title: text, description: text }))
});

export type ScenarioWords = v.InferOutput<typeof schema>;

/** The file of scenarios nobody translated. */
export const noScenarioWords = '{ "groups": {}, "scenarios": {} }';

/** Reads the file. Throws valibot's error when it is not as above. */
export function readScenarioWords(source = noScenarioWords): ScenarioWords {
	return v.parse(schema, JSON.parse(source));
}
