import type { WebClient } from '@slack/web-api';
import { logError } from '../log.ts';

/** What no payload carries and every answer needs: the person's zone and language. */
export interface Person {
  readonly zone: string;
  readonly locale: string | undefined;
  /** The ids of their workspaces; absent where Slack does not say. */
  readonly teams?: readonly string[];
}

const UNKNOWN: Person = { zone: 'UTC', locale: undefined };

/** Kept in a container's memory: zones and languages change rarely, and a call costs a tenth of a second. */
const KEPT_MS = 10 * 60_000;
/** A Slack that is down is not waited for with every command. */
const FAILURE_KEPT_MS = 60_000;
const MOST_KEPT = 1_000;

/** Looks people up with users.info (scope users:read). Who cannot be looked up is answered in English and UTC. */
export function createPeople(slack: WebClient, now: () => number): (userId: string) => Promise<Person> {
  const known = new Map<string, { readonly person: Person; readonly until: number }>();
  return async (userId) => {
    const kept = known.get(userId);
    if (kept && now() < kept.until) return kept.person;
    const found = await lookUp(slack, userId);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(userId, { person: found ?? UNKNOWN, until: now() + (found ? KEPT_MS : FAILURE_KEPT_MS) });
    return found ?? UNKNOWN;
  };
}

async function lookUp(slack: WebClient, userId: string): Promise<Person | undefined> {
  try {
    const { user } = await slack.users.info({ user: userId, include_locale: true });
    const { tz, locale, team_id, enterprise_user } = user ?? {};
    const teams = [...(team_id ? [team_id] : []), ...(enterprise_user?.teams ?? [])];
    return { zone: isZone(tz) ? tz : UNKNOWN.zone, locale, teams };
  } catch (error) {
    logError('users.info failed; English and UTC are used', error);
    return undefined;
  }
}

/** Slack may know zones that this runtime does not. */
function isZone(zone: string | undefined): zone is string {
  try {
    return zone !== undefined && new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
