import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createLogger } from '@rujukan/observability';
import { testClock } from '@rujukan/testing';
import {
  answers,
  claimsFor,
  encode,
  goodHeader,
  jwkOf,
  localIssuer,
  rsaKey,
  signed,
  type LocalIssuer,
} from '../test/local-issuer.js';
import { KeySet } from './key-set.js';
import { TokenVerifier } from './token-verifier.js';

const key = rsaKey('signing');
const encryption = rsaKey('encryption');
const stranger = rsaKey('signing');
// keycloak-connect compares with the machine's time, so these tests happen now.
const clock = testClock(new Date());
const second = 1_000;
const now = Math.floor(clock.wall().getTime() / second);

describe('a token', () => {
  let issuer: LocalIssuer;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    issuer = await localIssuer(answers.keys(jwkOf(key), jwkOf(encryption, { use: 'enc' })));
  });
  beforeEach(() => {
    const keys = new KeySet({
      uri: issuer.jwksUri,
      clock,
      logger: createLogger('test', { level: 'silent' }),
    });
    const clients = ['rujukan-portal', 'agency-*'];
    verifier = new TokenVerifier(keys, { issuer: issuer.issuer, audience: 'rujukan-api', clients }, clock);
  });
  afterAll(() => issuer.close());

  const claims = (more: Record<string, unknown> = {}) => claimsFor(issuer.issuer, clock.wall(), more);
  const token = (more: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
    signed({ ...goodHeader(key), ...header }, claims(more), key);

  it('that is good names its actor', async () => {
    const sub = randomUUID();
    const agency = randomUUID();
    const actor = await verifier.verify(token({ sub, agency_id: agency, jti: 'aaaabbbbccccdddd' }));
    expect(actor).toMatchObject({
      subject: sub,
      agencyId: agency,
      roles: ['case-manager'],
      clientId: 'rujukan-portal',
      kind: 'person',
      tokenIdTail: 'ccccdddd',
    });
    expect(actor?.permissions.has('handoff:create')).toBe(true);
    expect(actor?.permissions.has('audit:read')).toBe(false);
  });

  it('of an agency’s system is told apart from a person’s', async () => {
    const more = { azp: 'agency-dinsos', realm_access: { roles: ['agency-system'] } };
    expect((await verifier.verify(token(more)))?.kind).toBe('agency-system');
  });

  it('without an agency sees no agency', async () => {
    expect((await verifier.verify(token({ agency_id: undefined })))?.agencyId).toBeNull();
  });

  it('without roles may do nothing', async () => {
    expect((await verifier.verify(token({ realm_access: undefined })))?.permissions.size).toBe(0);
    const odd = await verifier.verify(token({ realm_access: { roles: ['constructor', '__proto__'] } }));
    expect(odd?.permissions.size).toBe(0);
  });

  it('may come from a clock that is up to half a minute ahead', async () => {
    expect(await verifier.verify(token({ iat: now + 25, nbf: now + 25 }))).toBeDefined();
  });

  const badClaims: readonly (readonly [string, Record<string, unknown>])[] = [
    ['has no audience', { aud: undefined }],
    ['is for another audience', { aud: ['account', 'other-api'] }],
    ['is for an audience that only begins like ours', { aud: 'rujukan-api-2' }],
    ['has no end', { exp: undefined }],
    ['has an end in words', { exp: '9999999999' }],
    ['has a fractional end', { exp: now + 300.5 }],
    ['has ended', { exp: now - 1 }],
    ['has no issue time', { iat: undefined }],
    ['has an issue time in words', { iat: 'now' }],
    ['comes from the future', { iat: now + 31 }],
    ['is not valid yet', { nbf: now + 31 }],
    ['says when it is valid in words', { nbf: 'now' }],
    ['has no subject', { sub: undefined }],
    ['has an empty subject', { sub: '' }],
    ['has a subject that is not an account id', { sub: 'admin' }],
    ['is of another issuer', { iss: 'https://elsewhere.example/realms/rujukan' }],
    ['is of an issuer with a slash more', { iss: 'SLASH' }],
    ['has no issuer', { iss: undefined }],
    ['was issued to another client', { azp: 'admin-cli' }],
    ['was issued to a client with a similar name', { azp: 'rujukan-portal-2' }],
    ['was issued to nobody', { azp: undefined }],
    ['is an ID token', { typ: 'ID' }],
    ['is a refresh token', { typ: 'Refresh' }],
    ['is a logout token', { typ: 'Logout' }],
    ['does not say its type', { typ: undefined }],
    ['has an agency that is not an id', { agency_id: 'dinsos' }],
    ['has a list of agencies', { agency_id: [randomUUID()] }],
    ['is bound to a key that it does not prove', { cnf: { jkt: 'abc' } }],
    ['has roles of another shape', { realm_access: { roles: 'supervisor' } }],
  ];

  it.each(badClaims)('is refused when it %s', async (_, more) => {
    const adjusted = more['iss'] === 'SLASH' ? { iss: `${issuer.issuer}/` } : more;
    expect(await verifier.verify(token(adjusted))).toBeUndefined();
  });

  const badHeaders: readonly (readonly [string, Record<string, unknown>])[] = [
    ['RS512', { alg: 'RS512' }],
    ['PS256', { alg: 'PS256' }],
    ['no algorithm', { alg: undefined }],
    ['something critical', { crit: ['exp'] }],
    ['a key of its own', { jwk: jwkOf(stranger) }],
    ['a place to fetch keys', { jku: 'https://elsewhere.example/keys' }],
    ['a place to fetch certificates', { x5u: 'https://elsewhere.example/cert' }],
    ['certificates of its own', { x5c: ['AAAA'] }],
    ['a detached payload', { b64: false }],
    ['no key id', { kid: undefined }],
    ['a key id that is a number', { kid: 7 }],
    ['an unknown key id', { kid: 'somewhere/../else' }],
    ['the type of a logout token', { typ: 'logout+jwt' }],
  ];

  it.each(badHeaders)('is refused when its header has %s', async (_, header) => {
    expect(await verifier.verify(token({}, header))).toBeUndefined();
  });

  it('is refused without a signature', async () => {
    const content = `${encode({ ...goodHeader(key), alg: 'none' })}.${encode(claims())}`;
    expect(await verifier.verify(`${content}.`)).toBeUndefined();
    expect(await verifier.verify(content)).toBeUndefined();
    expect(await verifier.verify(`${content}.AAAA`)).toBeUndefined();
  });

  it('is refused when it is signed with the public key as a secret', async () => {
    for (const alg of ['HS256', 'RS256']) {
      const content = `${encode({ ...goodHeader(key), alg })}.${encode(claims())}`;
      const secret = key.publicKey.export({ type: 'spki', format: 'pem' });
      const mac = createHmac('sha256', secret).update(content).digest('base64url');
      expect(await verifier.verify(`${content}.${mac}`)).toBeUndefined();
    }
  });

  it('is refused when it is signed with a curve', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (const alg of ['ES256', 'RS256']) {
      const content = `${encode({ ...goodHeader(key), alg })}.${encode(claims())}`;
      const signature = sign('sha256', Buffer.from(content), privateKey).toString('base64url');
      expect(await verifier.verify(`${content}.${signature}`)).toBeUndefined();
    }
  });

  it('is refused when another key signed it under the same id', async () => {
    expect(await verifier.verify(signed(goodHeader(key), claims(), stranger))).toBeUndefined();
  });

  it('is refused when the issuer’s encryption key signed it', async () => {
    expect(await verifier.verify(signed(goodHeader(encryption), claims(), encryption))).toBeUndefined();
  });

  it('is refused when a claim was changed after signing', async () => {
    const [header, , signature] = token().split('.');
    const more = { realm_access: { roles: ['supervisor'] } };
    expect(await verifier.verify(`${header}.${encode(claims(more))}.${signature}`)).toBeUndefined();
  });

  it.each([
    ['four parts', (good: string) => `${good}.more`],
    ['five parts', (good: string) => `${good}.more.parts`],
    ['junk after the signature', (good: string) => `${good}!`],
    ['padding', (good: string) => `${good}=`],
    ['a line break', (good: string) => `${good}\n`],
    ['an empty part', (good: string) => `.${good.split('.').slice(1).join('.')}`],
    [
      'another alphabet',
      (good: string) =>
        good
          .replaceAll('-', '+')
          .replaceAll('_', '/')
          .replace(/\.(?=[^.]*$)/, '.+'),
    ],
    ['nothing but dots', () => '..'],
    ['words', () => 'not.a.token'],
    ['nothing', () => ''],
  ])('is refused when it has %s', async (_, spoil) => {
    expect(await verifier.verify(spoil(token()))).toBeUndefined();
  });

  it('ends when it ends, also while it is remembered', async () => {
    const moving = testClock(new Date());
    const keys = new KeySet({
      uri: issuer.jwksUri,
      clock: moving,
      logger: createLogger('test', { level: 'silent' }),
    });
    const own = new TokenVerifier(
      keys,
      { issuer: issuer.issuer, audience: 'rujukan-api', clients: ['rujukan-portal'] },
      moving,
    );
    const short = token({ exp: Math.floor(moving.wall().getTime() / second) + 300 });
    expect(await own.verify(short)).toBeDefined();
    moving.advance(299 * second);
    expect(await own.verify(short)).toBeDefined();
    moving.advance(2 * second);
    expect(await own.verify(short)).toBeUndefined();
  });

  it('is forgotten when its key is withdrawn', async () => {
    const moving = testClock(new Date());
    const rotating = await localIssuer(answers.keys(jwkOf(key)));
    const keys = new KeySet({
      uri: rotating.jwksUri,
      clock: moving,
      logger: createLogger('test', { level: 'silent' }),
    });
    const expected = { issuer: rotating.issuer, audience: 'rujukan-api', clients: ['rujukan-portal'] };
    const own = new TokenVerifier(keys, expected, moving);
    const good = signed(goodHeader(key), claimsFor(rotating.issuer, moving.wall()), key);
    const next = rsaKey('next');
    expect(await own.verify(good)).toBeDefined();

    rotating.answer(answers.keys(jwkOf(next)));
    moving.advance(11 * second);
    expect(
      await own.verify(signed(goodHeader(next), claimsFor(rotating.issuer, new Date()), next)),
    ).toBeDefined();
    expect(await own.verify(good)).toBeUndefined();
    await rotating.close();
  });

  it('goes on working while the issuer is away', async () => {
    const gone = await localIssuer(answers.keys(jwkOf(key)));
    const keys = new KeySet({ uri: gone.jwksUri, clock, logger: createLogger('test', { level: 'silent' }) });
    const expected = { issuer: gone.issuer, audience: 'rujukan-api', clients: ['rujukan-portal'] };
    const own = new TokenVerifier(keys, expected, clock);
    const make = () => signed(goodHeader(key), claimsFor(gone.issuer, clock.wall()), key);
    expect(await own.verify(make())).toBeDefined();
    await gone.close();
    expect(await own.verify(make())).toBeDefined();
  });
});
