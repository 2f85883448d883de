// The part with the AMQP client.
import '../amqplib/index.ts';
