/** A credential in options: `id` is base64url. */
interface CredentialDescriptor {
  id: string;
  type: 'public-key';
  transports?: ('ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb')[];
}

type Requirement = 'discouraged' | 'preferred' | 'required';

/** For `startRegistration({ optionsJSON })` of @simplewebauthn/browser, or `parseCreationOptionsFromJSON`. */
export interface PasskeyCreationOptions {
  rp: { name: string; id?: string };
  user: { id: string; name: string; displayName: string };
  challenge: string;
  pubKeyCredParams: { alg: number; type: 'public-key' }[];
  timeout?: number;
  excludeCredentials?: CredentialDescriptor[];
  authenticatorSelection?: {
    authenticatorAttachment?: 'cross-platform' | 'platform';
    requireResidentKey?: boolean;
    residentKey?: Requirement;
    userVerification?: Requirement;
  };
  attestation?: 'direct' | 'enterprise' | 'indirect' | 'none';
}

/** For `startAuthentication({ optionsJSON })` of @simplewebauthn/browser, or `parseRequestOptionsFromJSON`. */
export interface PasskeyRequestOptions {
  challenge: string;
  timeout?: number;
  rpId?: string;
  allowCredentials?: CredentialDescriptor[];
  userVerification?: Requirement;
}

interface Credential {
  id: string;
  rawId: string;
  type: string;
  authenticatorAttachment?: 'cross-platform' | 'platform' | null | undefined;
  clientExtensionResults?: object | undefined;
}

/** What `startRegistration` resolves to, or a new credential's `toJSON()`. */
export interface PasskeyRegistration extends Credential {
  response: {
    clientDataJSON: string;
    attestationObject: string;
    authenticatorData?: string | undefined;
    publicKey?: string | null | undefined;
    publicKeyAlgorithm?: number | undefined;
    transports?: string[] | undefined;
  };
}

/** What `startAuthentication` resolves to, or a credential's `toJSON()`. */
export interface PasskeyAssertion extends Credential {
  response: {
    clientDataJSON: string;
    authenticatorData: string;
    signature: string;
    userHandle?: string | null | undefined;
  };
}
