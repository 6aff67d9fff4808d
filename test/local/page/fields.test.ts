import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { everything, form, input, text } from './views-showcase.ts';
import { isFocused, useBot } from './with-bot.ts';
import { type Block, option, plain, section } from './workspace-data.ts';

const bot = useBot();

/** The value of the one element of each block, of the last submission. */
function submitted(): Record<string, unknown> {
  const values = bot().heard.findLast(({ type }) => type === 'view_submission')?.view?.state.values ?? {};
  return Object.fromEntries(Object.entries(values).map(([id, block]) => [id, entered(block)]));
}

function entered(block: Block): unknown {
  const [element = {}] = Object.values(block) as Block[];
  const held = Object.entries(element).find(([name]) => name !== 'type')?.[1];
  if (Array.isArray(held)) return held.map(({ value }) => value);
  return typeof held === 'object' && held !== null && 'value' in held ? held.value : held;
}

test('Everything that is filled with the mouse is submitted, in the zone of the person', async () => {
  await bot().open(form(everything));
  const page = await bot().page();
  await page.getByLabel('Words').fill('error AND timeout');
  await page.getByLabel('Stream').selectOption('worker');
  await page.getByRole('group', { name: 'Labels' }).getByLabel('api').check();
  await page.getByRole('group', { name: 'Labels' }).getByLabel('audit').check();
  await page.getByLabel('From').fill('2026-11-23T05:30');
  await page.getByLabel('Day').fill('2026-11-22');
  await page.getByLabel('Time').fill('23:59');
  await page.getByLabel('Lines').fill('50');
  await page.getByRole('radiogroup', { name: 'Who sees' }).getByLabel('Everybody').check();
  await page.getByLabel('Oldest first').check();
  await page.getByLabel('Note').fill('two\nlines');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(submitted()).toEqual({
    words: 'error AND timeout',
    stream: 'checkout/worker',
    labels: ['checkout/api', 'a'],
    from: 1_795_429_800,
    day: '2026-11-22',
    time: '23:59',
    limit: '50',
    visibility: 'all',
    order: ['oldest'],
    note: 'two\nlines',
  });
});

test('The keyboard alone fills and submits a modal', async () => {
  await bot().open(form(everything));
  const page = await bot().page();
  await page.getByRole('dialog').waitFor();
  const keys = async (...pressed: string[]): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  await page.keyboard.type('panic');
  await keys('Tab', 'ArrowDown', 'ArrowDown', 'Tab', 'Tab', 'Space');
  await page.getByLabel('Lines').focus();
  await keys('Control+a');
  await page.keyboard.type('7');
  await keys('Tab', 'ArrowDown', 'Tab', 'Space', 'Tab');
  await page.keyboard.type('a note');
  await keys('Enter');
  await page.keyboard.type('of two lines');
  await page.getByLabel('Words').press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(submitted()).toEqual({
    words: 'panic',
    stream: 'checkout/worker',
    labels: ['checkout/worker'],
    from: 1_795_424_400,
    day: '2026-11-23',
    time: '09:05',
    limit: '7',
    visibility: 'all',
    order: ['oldest'],
    note: 'a note\nof two lines',
  });
});

test('What is wrong with a field stands at it, describes it, and has the focus', async () => {
  await bot().open(form([text('a'), text('b', { hint: plain('as it is written') })]));
  bot().answer = () => ({ json: { response_action: 'errors', errors: { b: 'This is not its name.' } } });
  const page = await bot().page();
  await page.getByLabel('a', { exact: true }).fill('x');
  await page.getByLabel('b', { exact: true }).fill('y');
  await page.getByRole('button', { name: 'Search' }).click();
  const wrong = page.getByRole('textbox', {
    name: 'b',
    description: 'This is not its name. as it is written',
  });
  await wrong.waitFor();
  expect(await wrong.getAttribute('aria-invalid')).toBe('true');
  await eventually(() => isFocused(wrong)).toBe(true);
  expect(await wrong.inputValue()).toBe('y');
  expect(await page.getByLabel('a', { exact: true }).getAttribute('aria-invalid')).toBe(null);
});

test('A field that must be filled says so, and nothing is sent', async () => {
  await bot().open(form([text('a'), text('b', { optional: true })]));
  const page = await bot().page();
  const field = page.getByRole('textbox', { name: 'a', exact: true });
  expect(await field.getAttribute('aria-required')).toBe('true');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('Please complete this required field.').waitFor();
  expect(submitted()).toEqual({});
  expect(await page.locator('#error').textContent()).toBe('');
});

test('What is picked outside of an input, or in one that dispatches, is a click', async () => {
  const options = [option('one', '1'), option('two', '2')];
  const boxes = { type: 'checkboxes', action_id: 'boxes', options };
  await bot().open(
    form([
      { ...section('Pick'), block_id: 'row', accessory: boxes },
      input('group', 'Group', { type: 'static_select', options }, { dispatch_action: true }),
      input('stream', 'Stream', { type: 'static_select', options }),
      text('words', { dispatch_action: true }),
    ]),
  );
  const page = await bot().page();
  await page.getByLabel('Stream').selectOption('1');
  await page.getByLabel('Group').selectOption('2');
  const last = () => bot().heard.at(-1)?.actions;
  await eventually(last).toMatchObject([{ action_id: 'group', selected_option: { value: '2' } }]);
  await page.getByLabel('one').check();
  await eventually(last).toMatchObject([{ action_id: 'boxes', selected_options: [{ value: '1' }] }]);
  await page.getByLabel('two').check();
  await eventually(last).toMatchObject([{ selected_options: [{ value: '1' }, { value: '2' }] }]);
  await page.getByLabel('words').fill('panic');
  await page.keyboard.press('Enter');
  await eventually(last).toMatchObject([{ action_id: 'words', value: 'panic' }]);
  expect(bot().heard.filter(({ type }) => type !== undefined)).toHaveLength(4);
});
