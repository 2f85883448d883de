// The text a person typed into a named field of a form; '' when there is no such field.

export function formText(form: HTMLFormElement, name: string): string {
	const value = new FormData(form).get(name);
	return typeof value === 'string' ? value : '';
}
