/** The document's version. Raise it with every change that a client can see. */
export const DOCUMENT_VERSION = '0.2.0';
