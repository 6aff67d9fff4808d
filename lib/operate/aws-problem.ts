/** Why AWS could not be asked, or said no, and what to do about it. */
interface AwsProblem {
  readonly why: string;
  readonly remedy: string;
}

/** What the SDK throws where it finds no region, and no credentials. */
const NO_REGION_SET = /^Region (is missing|not accepted)/;
const NOT_FOUND = ['CredentialsProviderError', 'TokenProviderError'];
const REFUSED_CREDENTIALS = [
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'AuthFailure',
  'OptInRequired',
  'UnauthorizedException',
];
const DENIED = ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation'];
const TOO_OFTEN = [
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
];
const LATE = ['TimeoutError', 'AbortError'];

/** `can` is what was to be done, such as `read the stack`. What AWS says names people and actions, and no secret. */
export function awsProblem(error: unknown, can: string): AwsProblem {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (NO_REGION_SET.test(message)) return NO_REGION;
  if (NOT_FOUND.includes(name)) return { ...NO_CREDENTIALS, why: `${NO_CREDENTIALS.why} (${message})` };
  if (REFUSED_CREDENTIALS.includes(name))
    return {
      why: `AWS does not take these credentials: ${name}`,
      remedy:
        'log in again, or take a region that is enabled for the account; "aws sts get-caller-identity" must work in this terminal',
    };
  if (DENIED.includes(name))
    return { why: message, remedy: `have somebody who administers the account let you ${can}` };
  if (TOO_OFTEN.includes(name))
    return { why: `AWS is asked too often (${name})`, remedy: 'try again in a minute' };
  if (LATE.includes(name) || isNetworkFailure(error))
    return {
      why: `AWS does not answer (${message})`,
      remedy: 'look at the network, a proxy, and the region',
    };
  return { why: `AWS could not ${can}: ${name}: ${message}`, remedy: 'what AWS says is all that is known' };
}

/** Whether it is AWS, or the way to it, that has failed, and not the program. Such an error is told in two lines. */
export function isAwsFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (NO_REGION_SET.test(error.message)) return true;
  return (
    '$metadata' in error ||
    NOT_FOUND.includes(error.name) ||
    LATE.includes(error.name) ||
    isNetworkFailure(error)
  );
}

const NO_CREDENTIALS: AwsProblem = {
  why: 'no AWS credentials were found',
  remedy:
    'log in: "aws login", "aws sso login" or "aws configure", and AWS_PROFILE=… where you have several profiles',
};

export const NO_REGION: AwsProblem = {
  why: 'no AWS region is set, or none that could be one',
  remedy: 'export AWS_REGION=eu-west-1, or any other in which the bot is to run',
};

/** Node's own words for a network that does not work. */
function isNetworkFailure(error: unknown): boolean {
  const codes = [
    'ENOTFOUND',
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ERR_PROXY_TUNNEL',
    'ERR_PROXY_TUNNEL',
  ];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
