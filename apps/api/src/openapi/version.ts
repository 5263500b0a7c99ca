/** The version of the document; it rises with every change that a client can see. */
export const DOCUMENT_VERSION = '0.2.0';
