import { type Finding, good, wrong } from './finding.ts';

/** Whether CloudWatch can tell a topic, by its ARN, of the alarms of a region: it publishes to those of the same one alone. */
export function checkAlarmTopic(arn: string, region: string): Finding {
  const place = { what: 'alarm topic', where: arn };
  const [, , , theirs] = arn.split(':');
  if (theirs === region) return good(place, 'it is in the region of the stack');
  const why = `it is in ${theirs}, and the alarms are in ${region}`;
  return wrong(place, why, `name a topic in ${region} as alarmTarget, or an e-mail address`);
}
