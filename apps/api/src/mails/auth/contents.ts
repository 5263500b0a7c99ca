import { changeEmail, emailChangeStarted, resetPassword, verifyEmail } from './links.ts';
import { emailChanged, passwordChanged, sessionReused } from './notices.ts';

export const contents = [
  verifyEmail,
  resetPassword,
  passwordChanged,
  changeEmail,
  emailChangeStarted,
  emailChanged,
  sessionReused,
];
