import { isObject, type Json, type JsonObject, parseJson } from '../json.ts';
import { countCharacters } from './length.ts';
import { LIMITS } from './limits.ts';

/** How much of a limit is used by what uses most of it. */
export interface Size {
  readonly name: keyof typeof LIMITS | 'text';
  readonly size: number;
  readonly limit: number;
}

/** https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
const MAX_TEXT = 40_000;

type Used = readonly [keyof typeof LIMITS, number];

/** What each kind of block, element or object uses. */
const MEASURES: Readonly<Record<string, (json: JsonObject) => readonly Used[]>> = {
  section: ({ text, fields }) => [
    ['sectionText', lengthOf(text)],
    ['sectionFields', countOf(fields)],
    ...objectsIn(fields).map((field): Used => ['sectionField', lengthOf(field)]),
  ],
  header: ({ text }) => [['headerText', lengthOf(text)]],
  context: ({ elements }) => [
    ['contextElements', countOf(elements)],
    ...objectsIn(elements).map((element): Used => ['contextText', lengthOf(element)]),
  ],
  actions: ({ elements }) => [['actionsElements', countOf(elements)]],
  button: ({ text, value }) => [
    ['buttonText', lengthOf(text)],
    ['buttonValue', lengthOf(value)],
  ],
  static_select: measureSelect,
  multi_static_select: measureSelect,
  overflow: ({ options }) => [['overflowOptions', countOf(options)], ...measureOptions(options)],
  input: ({ label, hint }) => [
    ['inputLabel', lengthOf(label)],
    ['inputHint', lengthOf(hint)],
  ],
  alert: ({ text }) => [['alertText', lengthOf(text)]],
  data_table: (table) => [
    ['dataTableRows', countOf(table.rows)],
    ['tableColumns', Array.isArray(table.rows) ? countOf(table.rows[0]) : 0],
    ['tableCharacters', countCharacters(table)],
  ],
};

/** Of a call's body: JSON, or a form whose fields hold JSON. Nothing for one that shows nothing. */
export function sizesIn(contentType: string, body: string): Size[] {
  const fields = contentType.startsWith('application/x-www-form-urlencoded')
    ? Object.fromEntries(new URLSearchParams(body))
    : parseJson(body);
  if (!isObject(fields)) return [];
  const view = objectField(fields.view);
  if (view !== undefined) return viewSizes(view);
  const blocks = listField(fields.blocks);
  if (blocks.length === 0 && typeof fields.text !== 'string') return [];
  const text = { name: 'text', size: lengthOf(fields.text), limit: MAX_TEXT } as const;
  return [
    text,
    ...largest([
      ['blocksInMessage', blocks.length],
      ['messageCharacters', countCharacters(blocks)],
      ...blocks.flatMap(usedBy),
    ]),
  ];
}

function viewSizes(view: JsonObject): Size[] {
  const blocks = listField(view.blocks);
  return largest([
    ['blocksInView', blocks.length],
    ['viewBytes', Buffer.byteLength(JSON.stringify(view))],
    ['viewTitle', Math.max(...[view.title, view.submit, view.close].map(lengthOf))],
    ['viewMetadata', lengthOf(view.private_metadata)],
    ...blocks.flatMap(usedBy),
  ]);
}

function largest(used: readonly Used[]): Size[] {
  const sizes = new Map<keyof typeof LIMITS, number>();
  for (const [name, size] of used) sizes.set(name, Math.max(size, sizes.get(name) ?? 0));
  return [...sizes]
    .filter(([, size]) => size > 0)
    .map(([name, size]) => ({ name, size, limit: LIMITS[name] }));
}

function usedBy(json: Json): readonly Used[] {
  if (Array.isArray(json)) return json.flatMap(usedBy);
  if (!isObject(json)) return [];
  const measure = typeof json.type === 'string' ? MEASURES[json.type] : undefined;
  return [...(measure?.(json) ?? []), ...Object.values(json).flatMap(usedBy)];
}

function measureSelect({ options, option_groups, placeholder }: JsonObject): readonly Used[] {
  const lists = [options, ...objectsIn(option_groups).map((group) => group.options)];
  return [
    ['selectPlaceholder', lengthOf(placeholder)],
    ...lists.flatMap((list): Used[] => [['selectOptions', countOf(list)], ...measureOptions(list)]),
  ];
}

function measureOptions(options: Json | undefined): Used[] {
  return objectsIn(options).flatMap(({ text, value }): Used[] => [
    ['optionText', lengthOf(text)],
    ['optionValue', lengthOf(value)],
  ]);
}

/** Of a text, or of a text object. */
function lengthOf(value: Json | undefined): number {
  if (typeof value === 'string') return value.length;
  return isObject(value) && typeof value.text === 'string' ? value.text.length : 0;
}

function countOf(value: Json | undefined): number {
  return Array.isArray(value) ? value.length : 0;
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function objectField(value: Json | undefined): JsonObject | undefined {
  const json = typeof value === 'string' ? parseJson(value) : value;
  return isObject(json) ? json : undefined;
}

function listField(value: Json | undefined): Json[] {
  const json = typeof value === 'string' ? parseJson(value) : value;
  return Array.isArray(json) ? json : [];
}
