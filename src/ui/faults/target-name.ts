// What a target is called in a menu's title.
import type { FaultWords } from '../text/faults.ts';
import type { Moment } from './fault-choices.ts';
import type { FaultTarget } from './fault-target.ts';

export function targetName(target: FaultTarget, { index }: Moment, words: FaultWords): string {
	switch (target.type) {
		case 'process':
			return words.menuOf.process(target.name);
		case 'broker':
			return words.menuOf.broker;
		case 'wire':
			return words.menuOf.wire(target.a, target.b);
		case 'message': {
			const flight = index.flightOf(target.sentSeq);
			const { fromNode = '?', toNode = '?' } = flight?.link ?? {};
			return words.menuOf.message(flight?.message.method ?? '?', fromNode, toNode);
		}
	}
}
