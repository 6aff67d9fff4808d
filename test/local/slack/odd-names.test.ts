import { expect, test } from 'vitest';
import { type Block, post } from './block-builders.ts';
import { startWorkspace } from './harness.ts';
import { drive, form, input, open, option, payloadOf, views } from './view-builders.ts';

/** What every object of JavaScript has, or seems to have. Written as JSON, because a literal would set the prototype. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const withField = (name: string): Block => JSON.parse(`{"type": "divider", "${name}": {}}`);

test.each(NAMES)('a block with the field %s is refused like one with any unknown field', async (name) => {
  expect(await post([withField(name)])).toEqual({
    error: 'invalid_blocks',
    messages: [`[ERROR] invalid additional property: ${name} [json-pointer:/blocks/0]`],
  });
});

const text = (id: string, extra: Block = {}) =>
  input(id, { type: 'plain_text_input', action_id: 'a' }, { block_id: id, ...extra });

test.each(NAMES)('a block may be called %s: what is entered in it arrives', async (name) => {
  const fixture = await startWorkspace();
  const menu = {
    type: 'static_select',
    action_id: name,
    options: [option('o')],
    initial_option: option('o'),
  };
  const { id } = await open(fixture, form([text(name), input('menu', menu)]));
  await drive(fixture, 'submit', id, { values: JSON.parse(`{"${name}": "typed"}`) });
  const { values } = payloadOf(fixture).view.state;
  expect(Object.entries(values)).toEqual([
    [name, { a: { type: 'plain_text_input', value: 'typed' } }],
    ['menu', expect.anything()],
  ]);
  expect(Object.entries(values.menu)).toEqual([
    [name, { type: 'static_select', selected_option: option('o') }],
  ]);
});

test.each(NAMES)('a required block that is called %s must be filled', async (name) => {
  const fixture = await startWorkspace();
  const { id } = await open(fixture, form([text(name)]));
  expect((await drive(fixture, 'submit', id)).body).toMatchObject({ status: 0 });
  const [view] = await views(fixture);
  expect(Object.entries(view?.errors ?? {})).toEqual([[name, expect.any(String)]]);
});
