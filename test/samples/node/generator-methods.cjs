// Generators in every form they can be written in, as inspect names them.
class Steps {
	*walk() {}
	static async *run() {}
	async wait() {}
}
console.log({ *i() {}, async *j() {}, async k() {}, l: function* () {}, m: async function* () {} });
console.log(Steps.run, new Steps().walk, new Steps().wait, [function* named() {}]);
