import { looksLikeCredential } from './credentials';

// Put together here, so that no scanner of this repository takes the examples for leaked keys.
const ACCESS_KEY = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
const PRIVATE_KEY = ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ');
const GITHUB_TOKEN = ['ghp', 'x'.repeat(36)].join('_');
const WEB_TOKEN = ['eyJhbGciOiJub25lIn0', 'eyJzdWIiOiJleGFtcGxlIn0', ''].join(
  '.',
);

describe('looksLikeCredential', () => {
  it.each([
    ['DB_PASSWORD', 'swordfish'],
    ['dbPassword', 'swordfish'],
    ['db.password', 'swordfish'],
    ['PASSWORD', '123456'],
    ['DB_PWD', 'swordfish'],
    ['API_KEY', 'abc123'],
    ['STRIPE_APIKEY', 'abc123'],
    ['CLIENT_SECRET', 'abc123'],
    ['SECRET_KEY_BASE', 'abc123'],
    ['GITHUB_TOKEN', 'abc123'],
    ['NPM_TOKEN_READ', 'abc123'],
    ['AWS_SECRET_ACCESS_KEY', 'x'],
    ['AWS_ACCESS_KEY_ID', 'x'],
    ['ECS_ENGINE_AUTH_DATA', '{}'],
    ['ANYTHING', ACCESS_KEY],
    ['SETTINGS', `{"key":"${ACCESS_KEY}"}`],
    ['CERT', `${PRIVATE_KEY}\nMIIE`],
    ['DATABASE_URL', 'postgres://app:swordfish@db.internal/shop'],
    ['REDIS_URL', 'redis://:swordfish@cache:6379'],
    ['CI', GITHUB_TOKEN],
    ['SESSION', WEB_TOKEN],
  ])('is true of %s=%s', (name, value) => {
    expect(looksLikeCredential(name, value)).toBe(true);
  });

  it.each([
    ['TOKEN_URL', 'https://login.example.com/oauth2/token'],
    ['TOKEN_ENDPOINT', 'login.example.com'],
    ['PASSWORD_MIN_LENGTH', '12'],
    ['PASSWORD_RESET_ENABLED', 'true'],
    ['MAX_TOKEN', '4096'],
    ['TOKENIZER', 'bpe'],
    ['SECRETARY', 'somebody'],
    ['ACCESS_TOKEN_TTL', '3600'],
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD_FILE', '/run/secrets/db'],
    ['DB_PASSWORD', '/run/secrets/db'],
    [
      'DB_SECRET',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
    ],
    ['DB_SECRET_ARN', 'whatever'],
    ['SECRET_NAME', 'shop/db'],
    ['API_KEY_HEADER', 'X-Api-Key'],
    ['AWS_ACCESS_KEY_ID', ''],
    ['API_KEY', '${FROM_SOMEWHERE}'],
    ['USE_TOKEN', 'false'],
    ['DATABASE_URL', 'postgres://app@db.internal/shop'],
    ['SERVICE_URL', 'http://localhost:8080/a@b'],
    ['PWD', '/srv/app'],
    ['COMPASS', 'north'],
    ['KEYBOARD', 'qwerty'],
    ['GREETING', 'AKIA is a prefix'],
    ['LOG_LEVEL', 'info'],
  ])('is false of the near miss %s=%s', (name, value) => {
    expect(looksLikeCredential(name, value)).toBe(false);
  });
});
