// The published JSON Schema says what parse-scenario.ts checks: both come from one source.
// After a change to the schema: `npx vitest run test/scenario -u` writes the file anew.
import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, test } from 'vitest';
import { scenarioSchema } from '#scenario';

test('public/schema/scenario.schema.json is the schema of the scenario format', async () => {
	const schema = toJsonSchema(scenarioSchema, { errorMode: 'throw' });
	const { files } = schema.properties ?? {};
	const listed = { type: 'array', items: { type: 'string' } };
	const published = {
		...schema,
		// In a folder, scenario.json may list its files (scenario-folder.ts).
		properties: { ...schema.properties, files: { anyOf: [files, listed] } },
		$id: 'scenario.schema.json',
		title: 'Roundtrip scenario',
		description: 'Everything that determines a run. Times are milliseconds after time 0.'
	};
	const text = `${JSON.stringify(published, null, '\t')}\n`;
	await expect(text).toMatchFileSnapshot('../../public/schema/scenario.schema.json');
});
