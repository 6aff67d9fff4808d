import type { Refusals } from './refusals.ts';

/** From table 6.2 of the API reference, its columns on meaning and remedy. */
export const refusalsEn: Refusals = {
  wrong_project: [
    'The project id does not belong to these credentials.',
    'Tell those who run the bot: the project id of this source needs a look.',
  ],
  bad_token: [
    'The login to Huawei Cloud was not accepted.',
    'Tell those who run the bot: the credentials of this source need a look.',
  ],
  body_not_json: [
    'LTS could not read the request as JSON.',
    'This is a fault of the bot; tell those who run it.',
  ],
  invalid_request: [
    'LTS did not accept one of the values.',
    'Check the name (1 to 64 characters), the retention (some regions allow 7 days at most) and the time window (30 days at most).',
  ],
  internal_error: [
    'LTS has an internal error.',
    'Try again in a moment; if it stays, tell Huawei Cloud support.',
  ],
  no_bucket_permission: [
    'These credentials may not use the OBS bucket.',
    'Have access to the bucket granted, then try again.',
  ],
  user_suspended: [
    'The Huawei Cloud account is suspended, restricted or not verified.',
    'Check in the console that the account is verified and has no unpaid bills.',
  ],
  group_name_taken: [
    'A log group with this name exists already.',
    'Choose another name, or use the group that exists.',
  ],
  group_not_created: [
    'LTS failed to create the log group.',
    'Check the project id and the name, then try again.',
  ],
  group_not_deleted: [
    'LTS failed to delete the log group.',
    'Try again in a moment; if it stays, tell Huawei Cloud support.',
  ],
  too_many_groups: [
    'The project has as many log groups as it may have (100).',
    'Delete one that is not needed in the LTS console, or ask for a higher quota.',
  ],
  group_has_transfer: [
    'A stream of this group is being transferred, so the group cannot be deleted.',
    'Cancel the transfer in the LTS console first.',
  ],
  no_group_permission: [
    'These credentials may not use this log group.',
    'Have access granted, then try again.',
  ],
  no_such_group: [
    'This log group does not exist.',
    'Look at the list of groups: it may have been deleted or renamed.',
  ],
  stream_call_failed: [
    'LTS failed to do this with the log stream.',
    'Check group, stream and name, and try again; if it stays, tell Huawei Cloud support.',
  ],
  stream_not_deleted: [
    'LTS failed to delete the log stream.',
    'Try again in a moment; if it stays, tell Huawei Cloud support.',
  ],
  stream_name_taken: [
    'A log stream with this name exists already.',
    'Choose another name, or use the stream that exists.',
  ],
  too_many_streams: [
    'The group has as many streams as it may have (100).',
    'Delete one that is not needed in the LTS console, or use another group.',
  ],
  stream_has_transfer: [
    'The stream is being transferred already.',
    'Look at the transfer in the LTS console: an earlier attempt may have set it up. To delete the stream, cancel the transfer there first.',
  ],
  no_such_stream: [
    'This log stream does not exist.',
    'Look at the list of streams: it may have been deleted or renamed.',
  ],
  wildcard_first: ['A word begins with * or ?.', 'Put wildcards inside a word or at its end.'],
  no_such_bucket: ['This OBS bucket does not exist.', 'Create the bucket first, or check its name.'],
  bad_time_range: [
    'LTS did not accept the time window.',
    'Run the command again: its start must lie before its end.',
  ],
  value_not_allowed: ['One of the values is not in the list of those allowed.', 'Check period and format.'],
  invalid_name: [
    'A name or prefix is not allowed.',
    'Use letters, digits, hyphens, underscores and dots, up to 64 characters.',
  ],
  limit_out_of_range: ['The number of lines is out of range.', 'Use a limit from 1 to 5,000.'],
  bad_signature: [
    'Huawei Cloud did not accept the signature.',
    'Tell those who run the bot: the access key and secret key of this source need a look.',
  ],
  throttled: ['LTS has had too many requests.', 'Try again in a minute.'],
  not_offered: [
    'This region does not offer this call.',
    'Tell those who run the bot: the region and the endpoint of this source need a look.',
  ],
  clock_off: [
    'The bot’s clock is more than 15 minutes off, so its signature was refused.',
    'Set the clock of the machine that it runs on.',
  ],
  unknown: ['LTS refused this.', 'Try again in a moment; if it stays, tell those who run the bot.'],
};
