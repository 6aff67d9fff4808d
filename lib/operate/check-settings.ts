import { readSettings, type Settings, SettingsError } from '../infra/settings.ts';
import { type Finding, good, wrong } from './finding.ts';
import { placeholdersIn } from './placeholders.ts';

interface Checked {
  readonly findings: readonly Finding[];
  /** Absent where the file cannot be used. */
  readonly settings?: Settings;
}

/** Whether the configuration can be read, and is filled in. */
export async function checkSettings(path: string): Promise<Checked> {
  const place = { what: 'configuration', where: path };
  try {
    const settings = await readSettings(path);
    const left = placeholdersIn(settings);
    if (left.length === 0) return { settings, findings: [good(place, 'it is valid and filled in')] };
    const findings = left.map(({ field, from }) =>
      wrong(place, `${field} is not filled in yet`, `it is ${from}`),
    );
    return { settings, findings };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { findings: [wrong(place, error.message, 'mend the file; README.md says what may stand in it')] };
  }
}
