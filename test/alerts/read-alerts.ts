import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const FOLDER = fileURLToPath(new URL('../fixtures/alerts/', import.meta.url));

const Alerts = z.array(
  z.object({
    name: z.string(),
    /** As a message shortcut's payload has it. */
    message: z.looseObject({ ts: z.string() }),
    /** What is to be offered, and nothing else: the kind, a blank, the value. */
    offers: z.array(z.string()),
    /** ISO 8601. */
    window: z.tuple([z.string(), z.string()]),
    /** Of whoever asks; Berlin when absent, which is an hour ahead of UTC. */
    zone: z._default(z.string(), 'Europe/Berlin'),
    /** Ten minutes after the message when absent. */
    askedAt: z._default(z.string(), '2026-11-25T13:20:00Z'),
  }),
);

/** The streams that all alerts are read with. */
export const STREAMS = z
  .array(z.object({ group: z.string(), stream: z.string() }))
  .parse(readJson('streams.json'));

/** All alerts, one file for each kind of monitoring. */
export const ALERTS = readdirSync(FOLDER)
  .filter((file) => file !== 'streams.json')
  .map((file) => ({ monitoring: file.replace('.json', ''), alerts: Alerts.parse(readJson(file)) }));

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(FOLDER + file, 'utf8'));
}
