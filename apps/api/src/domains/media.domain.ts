import { defineDomain } from './defineDomain.ts';

export const media = defineDomain({
  idPrefixes: { file: 'file', upload: 'upl' },
  errors: {
    upload_missing: [409, 'The bytes of the upload have not come'],
    upload_expired: [409, 'The time for the upload is over'],
    file_in_use: [409, 'Something refers to the file'],
    file_type_refused: [422, 'The shop does not take files of this type'],
    file_empty: [422, 'The file is empty'],
    file_too_large: [422, 'The file is too large'],
    file_damaged: [422, 'The file cannot be read'],
    alt_text_limit_exceeded: [422, 'The file has alternative texts in too many locales'],
    picture_too_large: [422, 'The picture has too many pixels or frames'],
    url_refused: [422, 'The shop does not fetch from this address'],
    url_unreachable: [422, 'The address gives no file'],
    busy: [503, 'Too much is being done at once'],
  },
  permissions: ['media:read', 'media:write'],
  ownPermissions: { 'files:read': 'verified' },
  tags: {
    Files: {
      group: 'Staff',
      description: 'Pictures and documents of the shop, and the uploads that bring them.',
    },
    'Your files': {
      group: 'Storefront',
      description: 'Documents that the shop keeps for a customer.',
    },
  },
});
