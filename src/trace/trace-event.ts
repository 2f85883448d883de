// One union of everything that can be recorded. Lower folders declare their kinds and never look up here.
import type { BrokerEvent } from '#broker/events';
import type { ClusterEvent } from '#cluster/events';
import type { ActorId, Recorded } from '#kernel/events';
import type { LinkEvent, Micros } from '#kernel';
import type { CallEvent } from '#rpc/events';

/** What the run itself records: commands of a person, limits, its beginning and end. Actor `run:main`. */
export type RunEvent =
	| {
			readonly kind: 'run.began';
			readonly data: { readonly seed: number; readonly startDateMs: number };
	  }
	/** Time 0 of the scenario: at once, or when a Pomelo cluster is up. */
	| { readonly kind: 'run.time-zero'; readonly data: { readonly clusterIsUp: boolean } }
	/** A Pomelo cluster takes too long to come up; the scenario begins without it. */
	| { readonly kind: 'run.boot-overdue'; readonly data: Record<string, never> }
	/** What a person does, in words, and whom it tells what. */
	| {
			readonly kind: 'run.intervention';
			readonly data: {
				readonly index: number;
				readonly text: string;
				readonly tells: readonly {
					readonly to: ActorId;
					readonly kind: string;
					readonly data: unknown;
					/** Not at once but later; 0: behind everything that happens at this instant. */
					readonly delayUs?: Micros;
				}[];
			};
	  }
	| {
			readonly kind: 'run.limit';
			readonly data: { readonly limit: string; readonly value: number };
	  }
	| {
			readonly kind: 'run.ended';
			readonly data: { readonly why: 'horizon' | 'quiet' | 'limit' | 'cancelled' };
	  };

export type AnyEvent = BrokerEvent | ClusterEvent | LinkEvent | CallEvent | RunEvent;

/** An event as recorded. `kind` narrows `data`. */
export type TraceEvent = Recorded<AnyEvent>;
export type TraceKind = TraceEvent['kind'];
