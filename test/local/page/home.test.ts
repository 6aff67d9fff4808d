import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { useBot } from './with-bot.ts';
import { button, people, section } from './workspace-data.ts';

const bot = useBot();
const home = (words: string) => {
  const actions = { type: 'actions', block_id: 'more', elements: [button('Look again', 'look')] };
  return { type: 'home', blocks: [section(words), actions] };
};

test('Home opens from the sidebar, is drawn by the bot, and its buttons click', async () => {
  bot().answer = async ({ event }) => {
    if (event?.type === 'app_home_opened') await bot().publish(home('*12* streams'));
    return {};
  };
  const page = await bot().page();
  await page.getByRole('button', { name: 'Home' }).click();
  const pane = page.getByRole('region', { name: 'Home' });
  await pane.getByText('12 streams').waitFor();
  expect(new URL(page.url()).hash).toBe(`#home/${people.operator.id}`);
  expect(await page.getByRole('button', { name: 'Home' }).getAttribute('aria-current')).toBe('page');
  expect(await page.locator('#composer').isVisible()).toBe(false);
  await pane.getByRole('button', { name: 'Look again' }).click();
  await eventually(() => bot().heard.at(-1)?.actions).toMatchObject([{ action_id: 'look' }]);
  await bot().publish(home('*13* streams'));
  await pane.getByText('13 streams').waitFor();
  await page.getByRole('button', { name: 'general' }).click();
  await page.locator('#composer').waitFor();
  expect(await pane.isVisible()).toBe(false);
});

test('Where the bot shows nothing, Home says so in the language of the person', async () => {
  const page = await bot().page({ user: people.approver.id });
  await page.getByRole('button', { name: '主页' }).click();
  await page.getByText('机器人没有在此显示内容。').waitFor();
});
