import type { Language } from './words.ts';

/**
 * What a modal carries from the moment it is filled until it is submitted: the person sees none of it, and Slack gives
 * it back as it was. The front function reads its own part without a schema library, the worker reads the form with one.
 */
export interface ModalMetadata {
  /** Where the person asked. */
  readonly channelId: string;
  /** In which its fields are checked. */
  readonly language: Language;
  /** What must be typed to confirm, as it is shown: one of these. */
  readonly names: readonly string[];
  /** IANA name of the zone in which its times are told. */
  readonly zone: string;
}

/** The callback_id of the modal that shows a page, in which nothing is filled in. */
export const PAGE_MODAL = 'page';

/** Slack takes up to 3,000 characters. */
export function writeMetadata(
  { channelId, language, names, zone }: Omit<ModalMetadata, 'zone'> & Partial<ModalMetadata>,
  form: object,
): string {
  return JSON.stringify({ c: channelId, l: language, n: names, z: zone, ...form });
}

/** Undefined for what the bot would not have written. */
export function readMetadata(text: string): ModalMetadata | undefined {
  const { c: channelId, l: language, n: names, z: zone = 'UTC' } = parseObject(text);
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  if (typeof channelId !== 'string' || channelId === '') return undefined;
  if (language !== 'en' && language !== 'zh') return undefined;
  if (typeof zone !== 'string' || !isZone(zone)) return undefined;
  return Array.isArray(names) && names.every(isText) ? { channelId, language, names, zone } : undefined;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
