import type { MailRequest } from './readRequest.ts';

const request: MailRequest = {
  id: 'dr_01kb3x0e4xfq2v8a0r6n4d9s7m',
  email: 'ada@example.com',
  locale: null,
  expiresAt: new Date('2026-12-07T12:00:00Z'),
};

export const requestExamples: Record<string, MailRequest> = { 'of a customer': request };
