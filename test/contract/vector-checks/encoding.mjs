export const bytes = (text) => new Uint8Array(Buffer.from(text, 'hex'));
export const hex = (data) => Buffer.from(data).toString('hex');
export const utf8 = (text) => new TextEncoder().encode(text);
export const base64 = (text) => new Uint8Array(Buffer.from(text, 'base64'));
