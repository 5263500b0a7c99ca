import type { Subscriber } from './defineSubscriber.ts';
import { orderMailSubscriber } from './orderMail.subscriber.ts';
import { refundMailSubscriber } from './refundMail.subscriber.ts';
import { staffMailSubscriber } from './staffMail.subscriber.ts';

/** Every durable subscriber. */
export const subscribers: readonly Subscriber[] = [
  orderMailSubscriber,
  refundMailSubscriber,
  staffMailSubscriber,
];
