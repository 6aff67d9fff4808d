import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { openPage } from './open-page.ts';
import { useSetting } from './with-page.ts';
import { general, localInfo, message, people, section } from './workspace-data.ts';

const setting = useSetting();
const { operator, reader, approver } = people;
const ops = 'C0OPS000001';
const monitor = 'U0MONITOR01';

test('The menu of a message offers the shortcuts of the app, with the keyboard alone too', async () => {
  const alert = message(0, { from: monitor, text: '5xx' });
  setting().workspace.messages[general] = [alert];
  const page = await openPage(setting(), { user: operator.id });
  await page.getByRole('article', { name: 'Monitoring, 04:00' }).waitFor();
  await page.getByRole('button', { name: 'Shortcuts for this message' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Look up logs' }).press('Enter');
  const value = { user: operator.id, channel: general, messageTs: alert.ts, callbackId: 'look_up_logs' };
  await eventually(() => setting().workspace.posts).toEqual([{ path: '/local/shortcut', value }]);
});

test('What only one person sees has neither a thread nor shortcuts', async () => {
  setting().workspace.messages[general] = [message(0), message(1, { visibleTo: operator.id })];
  const page = await openPage(setting(), { user: operator.id });
  await page.locator('article.ephemeral').waitFor();
  expect(await page.getByRole('button', { name: 'Shortcuts for this message' }).count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Reply in thread' }).count()).toBe(1);
});

test('A channel with news is marked until the person looks at it, and there a line stands above them', async () => {
  setting().workspace.messages = { [general]: [], [ops]: [message(0, { from: reader.id, text: 'first' })] };
  const page = await openPage(setting(), { user: operator.id });
  await page.getByRole('button', { name: 'ops', description: 'unread' }).click();
  await page.locator('.day.new:visible').waitFor();
  const row = page.getByRole('button', { name: 'ops', exact: true });
  await eventually(() => row.getAttribute('aria-describedby')).toBe(null);
  await page.getByRole('button', { name: 'general' }).click();
  await row.click();
  await page.locator('article.message').waitFor();
  expect(await page.locator('.day.new:visible').count()).toBe(0);
  await page.getByRole('button', { name: 'general' }).click();
  const [first, more] = [message(0), message(9, { text: 'second' })];
  setting().workspace.messages = { [general]: [], [ops]: [first, more] };
  await page.getByRole('button', { name: 'ops', description: 'unread' }).click();
  const item = page.locator('li:has(.day.new:visible)');
  expect(await item.locator('.prose').textContent()).toBe('second');
});

test('What a person writes is no news to them', async () => {
  setting().workspace.messages = { [general]: [], [ops]: [message(0, { from: operator.id })] };
  const page = await openPage(setting(), { user: operator.id });
  await page.waitForResponse((response) => response.url().includes('/local/newest'));
  expect(await page.getByRole('button', { name: 'ops' }).getAttribute('aria-describedby')).toBe(null);
});

test('Colours follow the system until the person chooses, and the choice is kept', async () => {
  const page = await openPage(setting());
  const back = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await back();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await back();
  expect(light).not.toBe(dark);
  const button = page.getByRole('button', { name: 'Colours' });
  await button.click();
  await button.click();
  expect(await button.getAttribute('aria-label')).toBe('Colours: dark');
  expect(await back()).toBe(dark);
  await page.reload();
  await page.getByRole('button', { name: 'Colours: dark' }).click();
  expect(await back()).toBe(light);
});

test('In high contrast, where backgrounds go, what is chosen and what has the focus is outlined', async () => {
  const page = await openPage(setting(), { user: operator.id });
  await page.emulateMedia({ forcedColors: 'active' });
  for (const selector of ['.channel[aria-current]', '.person:has(:checked)', '.box:focus-within']) {
    const style = `getComputedStyle(document.querySelector('${selector}')).outlineStyle`;
    expect(await page.evaluate(style)).toBe('solid');
  }
});

test('A long section is folded, unless the bot wants it whole', async () => {
  const long = 'word '.repeat(160);
  setting().workspace.messages[general] = [
    message(0, {
      blocks: [section(long), { ...section(`${long}whole`), expand: true }, section('1\n2\n3\n4\n5')],
    }),
  ];
  const page = await openPage(setting(), { user: operator.id });
  const more = page.getByRole('button', { name: 'See more' });
  expect(await more.count()).toBe(1);
  const height = async () => (await page.locator('.fold > .prose').boundingBox())?.height ?? 0;
  const before = await height();
  await more.press('Enter');
  expect(await page.getByRole('button', { name: 'See less' }).getAttribute('aria-expanded')).toBe('true');
  expect(await height()).toBeGreaterThan(before);
});

test('What Slack refused of the bot is told, and what a bot may expect is not', async () => {
  const call = { method: 'POST', path: '/api/chat.postMessage', body: '', status: 200, ms: 1, sizes: [] };
  const answers = (refusal: string[]) => ({ slack: [{ ...call, refusal }] });
  setting().workspace.interaction = answers(['not_in_channel']);
  const page = await openPage(setting(), { user: operator.id });
  await page.keyboard.press('Enter');
  await page.waitForResponse((response) => response.url().includes('/local/last'));
  await eventually(() => page.locator('#status').textContent()).toBe('');
  expect(await page.locator('#error').textContent()).toBe('');
  setting().workspace.interaction = answers(['invalid_blocks', 'no more than 50 items allowed']);
  await page.locator('#text').fill('/lts groups');
  await page.keyboard.press('Enter');
  await eventually(() => page.locator('#error').textContent()).toBe(
    'Slack refused what the bot sent: invalid_blocks; no more than 50 items allowed',
  );
});

test('Each person is shown with what the policy lets them do', async () => {
  const all = 'read create delete transfer share export reveal audit settings approve'.split(' ');
  const rights: Record<string, string[]> = {
    [operator.id]: all,
    [reader.id]: ['read', 'share'],
    [people.guest.id]: [],
  };
  const users = Object.values(people).map((user) => ({ ...user, may: rights[user.id] }));
  setting().workspace.info = { ...localInfo, slack: { ...localInfo.slack, users } };
  const page = await openPage(setting(), { user: operator.id });
  const of = (id: string) => page.locator(`[data-user=${id}] .rights`).textContent();
  expect(await Promise.all([operator.id, reader.id, people.guest.id, approver.id].map(of))).toEqual([
    'may do everything',
    'may read, share',
    'may do nothing',
    '',
  ]);
});
