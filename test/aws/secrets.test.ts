import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { keepSecret } from '../../lib/aws/secrets.ts';
import { serve } from '../../lib/local/http.ts';
import { catchLines } from '../catch-lines.ts';

const ARN = 'arn:aws:secretsmanager:local-1:000000000000:secret:s';
const FIRST_MS = 1_800_000_000_000;

let lines: string[];
beforeEach(() => {
  lines = catchLines();
});

/** A secret whose values, and failures, follow each other as it is read, and a clock. */
async function open(...answers: (string | number)[]) {
  let asked = 0;
  const aws = await serve(0, async (_request, response) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? '';
    asked += 1;
    if (typeof answer === 'number') response.writeHead(answer).end('SEEKRIT');
    else response.end(answer);
  });
  onTestFinished(() => aws.close());
  const endpoints = { secretsmanager: aws.url };
  const access = {
    region: 'local-1',
    accessKeyId: 'AK',
    secretAccessKey: 'SK',
    sessionToken: undefined,
    endpoints,
  };
  let now = FIRST_MS;
  return {
    secret: keepSecret(access, ARN, () => now),
    asked: () => asked,
    pass(seconds: number): void {
      now += seconds * 1_000;
    },
  };
}

const holding = (text: string) => JSON.stringify({ SecretString: text });

describe('a secret', () => {
  it('is read once in five minutes, and then again', async () => {
    const { secret, asked, pass } = await open(holding('old'), holding('new'));
    expect(await secret.read()).toBe('old');
    pass(299);
    expect([await secret.read(), asked()]).toEqual(['old', 1]);
    pass(1);
    expect([await secret.read(), asked()]).toEqual(['new', 2]);
  });

  it('is read again when it is in doubt, but not more than twice a minute', async () => {
    const { secret, asked, pass } = await open(holding('old'), holding('old'), holding('new'));
    await secret.read();
    secret.doubt();
    pass(29);
    expect([await secret.read(), asked()]).toEqual(['old', 1]);
    pass(1);
    expect([await secret.read(), asked()]).toEqual(['old', 2]);
    for (let second = 0; second < 29; second += 1) {
      secret.doubt();
      pass(1);
      await secret.read();
    }
    expect(asked()).toBe(2);
    pass(1);
    expect([await secret.read(), asked()]).toEqual(['new', 3]);
  });

  it('stays as it was while it cannot be read again, which is tried twice a minute', async () => {
    const { secret, asked, pass } = await open(holding('old'), 500, holding('new'));
    await secret.read();
    pass(300);
    expect([await secret.read(), await secret.read(), asked()]).toEqual(['old', 'old', 2]);
    pass(30);
    expect([await secret.read(), asked()]).toEqual(['new', 3]);
    expect(lines.join()).toMatch(/a secret could not be read again.*secretsmanager answered 500/);
    expect(lines.join()).not.toContain('SEEKRIT');
  });

  it('is asked for each time as long as it was never read', async () => {
    const { secret } = await open(500, holding('text'));
    await expect(secret.read()).rejects.toMatchObject({ code: 'aws_call', status: 500 });
    expect(await secret.read()).toBe('text');
  });

  it.each([
    ['no text', '{"SecretBinary":"cw=="}', `secretsmanager holds no text for ${ARN}`],
    ['what is no JSON, without quoting it', '{"SecretString":SEEKRIT}', 'secretsmanager sent no JSON'],
  ])('says that there is %s', async (_, answer, message) => {
    const { secret } = await open(answer);
    await expect(secret.read()).rejects.toThrow(new RegExp(`^${message}$`));
  });
});
