// Starts the simulation worker from a blob, so that the page's Content-Security-Policy governs it: a worker loaded by
// address would escape a policy set in a meta tag. Messages that come before the code is loaded wait in a list; code that
// cannot be loaded is reported as an error of the worker.

/** @param moduleUrl absolute address of the worker's module */
export function startModuleWorker(moduleUrl: string): Worker {
	const source = `const early = [];
self.onmessage = (event) => early.push(event);
try {
	await import(${JSON.stringify(moduleUrl)});
	for (const event of early) self.onmessage(event);
} catch (error) {
	setTimeout(() => { throw error; });
}`;
	const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
	return new Worker(url, { type: 'module', name: 'simulation' });
}
