import { amountMismatch } from './amountMismatch.ts';
import { authorizationLost } from './authorizationLost.ts';
import { missing } from './missing.ts';
import { unspendable } from './unspendable.ts';

export const contents = [amountMismatch, missing, authorizationLost, unspendable];
