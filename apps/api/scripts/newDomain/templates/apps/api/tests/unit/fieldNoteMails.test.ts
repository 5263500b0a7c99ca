import { received } from '../../src/mails/fieldNotes/received.ts';
import { customerMail } from '../helpers/mails.ts';

const fieldNote = { id: 'PREFIX_1', email: 'ada@example.com', body: 'Fine <mugs>.' };

describe('The mail of a field note', () => {
  test('thanks the visitor and repeats what was written', () => {
    const mail = customerMail(received, fieldNote, { shopName: 'A & B' });
    expect(mail.subject).toBe('We have received your field note at A & B');
    expect(mail.text).toContain('Fine <mugs>.');
    expect(mail.html).toContain('Fine &lt;mugs&gt;.');
  });

  test('is in the language of the shop', () => {
    const mail = customerMail(received, fieldNote, { locale: 'de' });
    expect(mail.text).toContain('Vielen Dank');
  });
});
