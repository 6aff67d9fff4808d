import type { OptionalKind } from './kinds.ts';
import { redactLogLines } from './log-lines.ts';
import type { Redacted } from './redact.ts';

export type Labels = Readonly<Record<string, string>>;

/** The labels of lines, in the order of these, without their secrets: a label's name may tell what its value is. */
export function redactLabels(all: readonly Labels[], also: readonly OptionalKind[] = []): RedactedLabels[] {
  // Nearly all hold none: those are read as one line each.
  const read = redactLogLines(all.map(writeAll), also);
  return all.map((labels, index) =>
    read[index]?.pieces === 0 ? (labels as RedactedLabels) : redactEach(labels, also),
  );
}

export type RedactedLabels = Readonly<Record<string, Redacted>>;

function writeAll(labels: Labels): string {
  return Object.entries(labels).map(write).join(', ');
}

function write([name, value]: readonly [string, string]): string {
  return `${name}=${JSON.stringify(value)}`;
}

function redactEach(labels: Labels, also: readonly OptionalKind[]): RedactedLabels {
  // Apart, for what stands in one label says nothing of the next.
  const entries = Object.entries(labels).map((entry) => {
    const [{ text } = { text: '' }] = redactLogLines([write(entry)], also);
    return readPair(text, entry[0]);
  });
  return Object.fromEntries(entries);
}

/** What `write` has made of a label, after redaction. */
function readPair(text: string, name: string): readonly [string, Redacted] {
  const isNamed = text.startsWith(`${name}=`);
  const equals = isNamed ? name.length : Math.max(0, text.indexOf('='));
  const value = readQuoted(text.slice(equals + 1)) as Redacted;
  return [text.slice(0, equals), value];
}

/** A mark may have taken the place of a quote. */
function readQuoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
