import { grouped } from './grouped.ts';
import type { RedactionWords } from './words.ts';

const pieces = (count: number) => (count === 1 ? '1 piece' : `${grouped(count)} pieces`);

export const redactionEn: RedactionWords = {
  redacted: (count) => `${pieces(count)} redacted.`,
  revealed: (count) =>
    count === 0
      ? 'Revealed: nothing in these lines is redacted otherwise. Only you see this.'
      : `Revealed: ${pieces(count)} in these lines ${count === 1 ? 'is' : 'are'} redacted otherwise. Only you see this.`,
  reveal: 'Reveal',
  notShown:
    'Slack did not take this where only you see it, so nothing was revealed. Run the command again and click Reveal there.',
  title: 'What is redacted',
  summary: 'Before a line is shown or exported, secrets in it are replaced:',
  kinds: {
    password: 'passwords, and their hashes',
    token: 'tokens and API keys of many services, JWTs, and whatever is called a token and looks like one',
    'cloud key': 'access keys of Huawei Cloud, AWS, Google, Alibaba Cloud and Tencent Cloud',
    'private key': 'private keys, in one line or in several',
    credentials: 'what an Authorization header holds',
    cookie: 'values of cookies',
    signature: 'signatures of presigned URLs',
    webhook: 'addresses of webhooks, but for the host',
    'one-time code': 'one-time codes',
    'card number': 'numbers of payment cards',
    'national id': 'identity numbers, such as those of mainland China, Hong Kong and Singapore',
    'phone number': 'phone numbers',
    'e-mail address': 'e-mail addresses',
    'IP address': 'IP addresses',
  },
  limits: 'A secret that nothing around it names, and that looks like any other text, is not found.',
  howToReveal: 'Reveal shows you one page as it was logged, and that is recorded.',
};
