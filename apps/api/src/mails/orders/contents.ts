import { confirmation } from './confirmation.ts';
import { expired, refundDue, paidTwice } from './closed.ts';

export const contents = [confirmation, expired, refundDue, paidTwice];
