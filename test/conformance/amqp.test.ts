// The programs of the RabbitMQ corpus print here what they printed on RabbitMQ.
import { conformanceSuite } from './conformance-suite.ts';

conformanceSuite('amqp');
