/** Values that are credentials whatever they are called. */
const CREDENTIAL_VALUES: readonly RegExp[] = [
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  // A URL with a password before the host.
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
  /\b(ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{36,}|\bgithub_pat_[A-Za-z0-9_]{40,}/,
  /\bglpat-[A-Za-z0-9_-]{20,}/,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/,
  /\bsk_live_[A-Za-z0-9]{16,}/,
  // A JSON web token: two base64url texts that begin with `{"`.
  /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\./,
];

/** Names that Security Hub takes for credentials whatever their value is (control ECS.8). */
const CREDENTIAL_NAMES = new Set([
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'ECS_ENGINE_AUTH_DATA',
]);

const SECRET_WORDS =
  /(^|_)(SECRET|PASSWORD|PASSWD|PASSPHRASE|TOKEN|CREDENTIALS?|API_?KEY|ACCESS_?KEY|SECRET_?KEY|PRIVATE_?KEY|ENCRYPTION_?KEY|SIGNING_?KEY)(_|$)|_(PWD|PASS)$/;

/** A last word that makes the name speak about a secret, not hold it. */
const ABOUT_A_SECRET =
  /_(URL|URI|ENDPOINT|HOST|PORT|ARN|NAME|ID|PATH|FILE|DIR|LENGTH|SIZE|COUNT|LIMIT|TTL|AGE|EXPIRY|EXPIRES|EXPIRATION|DURATION|TIMEOUT|INTERVAL|SECONDS|MINUTES|DAYS|TYPE|KIND|FORMAT|HEADER|PREFIX|SUFFIX|FIELD|ISSUER|AUDIENCE|ALGORITHM|VERSION|ENABLED|DISABLED|REQUIRED|POLICY|REGION|PROVIDER|STORE|ROTATION)$/;

/** Values that say where a secret lies, or that are none. */
const NO_SECRET =
  /^(\s*|true|false|yes|no|on|off|none|null|enabled|disabled|arn:aws[a-z-]*:.*|\.{0,2}(\/[\w.@-]+)+\/?|[a-z][a-z0-9+.-]*:\/\/.*|\$\{.*\}|\{\{.*\}\})$/is;

/**
 * Judges by value first and by name second. Both near misses matter: `TOKEN_URL=https://...` and
 * `PASSWORD_MIN_LENGTH=12` are none.
 *
 * @returns whether the variable seems to hold a credential
 * @public
 */
export function looksLikeCredential(name: string, value: string): boolean {
  if (CREDENTIAL_VALUES.some(pattern => pattern.test(value))) return true;
  const words = toWords(name);
  if (CREDENTIAL_NAMES.has(words)) return value.trim() !== '';
  if (!SECRET_WORDS.test(words) || ABOUT_A_SECRET.test(words)) return false;
  if (NO_SECRET.test(value)) return false;
  // A number is a limit (`MAX_TOKEN=4096`), except where the name ends in the word for a password.
  return (
    !/^\d+$/.test(value) ||
    /(PASSWORD|PASSWD|PASSPHRASE|_PWD|_PASS)$/.test(words)
  );
}

/** `dbPassword`, `db-password` and `db.password` are `DB_PASSWORD`. */
function toWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}
