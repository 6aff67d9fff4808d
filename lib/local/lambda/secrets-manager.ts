import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type HttpFault, withFaults } from '../fault-answer.ts';
import type { Faults } from '../faults.ts';
import { type HttpServer, type RequestHandler, readBody, serve } from '../http.ts';
import { isObject } from '../json.ts';

/**
 * Secrets Manager, as far as reading and filling in go: GetSecretValue and PutSecretValue by ARN or by name, over its JSON
 * 1.1 protocol. What was filled in is read at once.
 *
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 */
export function startSecretsManager(
  secrets: ReadonlyMap<string, string>,
  faults: Faults<HttpFault>,
): Promise<HttpServer> {
  return serve(0, withFaults(faults, createHandler(secrets)));
}

function createHandler(secrets: ReadonlyMap<string, string>): RequestHandler {
  const created = Date.now() / 1_000;
  const all = [...secrets].map(([arn, text]) => ({
    ARN: arn,
    Name: nameOf(arn),
    SecretString: text,
    VersionId: randomUUID(),
    VersionStages: ['AWSCURRENT'],
    CreatedDate: created,
  }));
  return async (request, response) => {
    const body = (await readBody(request)).toString();
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 '))
      return send(
        response,
        400,
        error('MissingAuthenticationTokenException', 'Missing Authentication Token'),
      );
    const target = request.headers['x-amz-target'];
    const isPut = target === 'secretsmanager.PutSecretValue';
    if (request.method !== 'POST' || !(isPut || target === 'secretsmanager.GetSecretValue'))
      return send(response, 400, error('UnknownOperationException', `Unknown operation ${String(target)}`));
    const id = textField(body, 'SecretId');
    if (id === undefined)
      return send(response, 400, error('InvalidParameterException', 'SecretId is missing'));
    const secret = all.find((candidate) => candidate.ARN === id || candidate.Name === id);
    if (secret === undefined)
      return send(
        response,
        400,
        error('ResourceNotFoundException', "Secrets Manager can't find the specified secret."),
      );
    if (!isPut) return send(response, 200, secret);
    const text = textField(body, 'SecretString');
    if (text === undefined)
      return send(response, 400, error('InvalidRequestException', 'You must provide a secret value'));
    secret.SecretString = text;
    secret.VersionId = randomUUID();
    const { ARN, Name, VersionId, VersionStages } = secret;
    send(response, 200, { ARN, Name, VersionId, VersionStages });
  };
}

/** An ARN ends in `:secret:` + name + `-` + six characters that Secrets Manager adds. */
function nameOf(arn: string): string {
  return arn.replace(/^.*:secret:/, '').replace(/-[^-]{6}$/, '');
}

function textField(body: string, name: 'SecretId' | 'SecretString'): string | undefined {
  try {
    const request: unknown = JSON.parse(body);
    const value = isObject(request) ? request[name] : undefined;
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function error(type: string, message: string): unknown {
  return { __type: type, Message: message };
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(value));
}
