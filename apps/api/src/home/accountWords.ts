import type { FormAction } from '../kernel/accountActions.ts';
import type { Language } from '../utils/locale.ts';

interface ActionWords {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly done: string;
}

type PageWords = Readonly<Record<FormAction, ActionWords>> & {
  readonly password: string;
  readonly newPassword: string;
  readonly choose: string;
  readonly chooseNow: string;
  readonly without: string;
  readonly wait: string;
  readonly failed: string;
  readonly noScript: string;
};

/** What the pages of links in mails say. */
export const accountWords: Readonly<Record<Language, PageWords>> = {
  en: {
    'verify-email': {
      title: 'Confirm your address',
      text: 'Enter the password that you chose when you registered.',
      button: 'Confirm',
      done: 'Your address is confirmed.',
    },
    'reset-password': {
      title: 'Choose a new password',
      text: 'At least 12 characters: several words are easy to remember.',
      button: 'Save',
      done: 'Your password is changed. Sign in with it.',
    },
    'change-email': {
      title: 'Confirm your new address',
      text: 'Enter your password. Your account then gets this address. If you did not ask for it, close this page.',
      button: 'Confirm',
      done: 'Your account has the new address.',
    },
    invitation: {
      title: 'Join the staff',
      text: 'Choose a password, at least 12 characters. If you have an account with this address, sign in to it and accept the invitation there.',
      button: 'Accept',
      done: 'Welcome. Sign in with your address and the password.',
    },
    password: 'Password',
    newPassword: 'New password',
    choose: 'Save',
    chooseNow: 'Your address is confirmed. Choose a password, at least 12 characters.',
    without: 'I do not know the password',
    wait: 'One moment …',
    failed: 'The shop could not be reached. Try again.',
    noScript: 'This page needs JavaScript.',
  },
  de: {
    'verify-email': {
      title: 'Adresse bestätigen',
      text: 'Geben Sie das Passwort ein, das Sie bei der Registrierung gewählt haben.',
      button: 'Bestätigen',
      done: 'Ihre Adresse ist bestätigt.',
    },
    'reset-password': {
      title: 'Neues Passwort wählen',
      text: 'Mindestens 12 Zeichen: Mehrere Wörter merkt man sich leicht.',
      button: 'Speichern',
      done: 'Ihr Passwort ist geändert. Melden Sie sich damit an.',
    },
    'change-email': {
      title: 'Neue Adresse bestätigen',
      text: 'Geben Sie Ihr Passwort ein. Ihr Konto bekommt dann diese Adresse. Wenn Sie das nicht wollten, schließen Sie diese Seite.',
      button: 'Bestätigen',
      done: 'Ihr Konto hat die neue Adresse.',
    },
    invitation: {
      title: 'Mitarbeiten',
      text: 'Wählen Sie ein Passwort, mindestens 12 Zeichen. Wenn Sie mit dieser Adresse schon ein Konto haben, melden Sie sich an und nehmen Sie die Einladung dort an.',
      button: 'Annehmen',
      done: 'Willkommen. Melden Sie sich mit Ihrer Adresse und dem Passwort an.',
    },
    password: 'Passwort',
    newPassword: 'Neues Passwort',
    choose: 'Speichern',
    chooseNow: 'Ihre Adresse ist bestätigt. Wählen Sie ein Passwort, mindestens 12 Zeichen.',
    without: 'Ich kenne das Passwort nicht',
    wait: 'Einen Moment …',
    failed: 'Der Shop ist nicht erreichbar. Versuchen Sie es noch einmal.',
    noScript: 'Diese Seite braucht JavaScript.',
  },
};
