import { randomBytes } from 'node:crypto';
import type { Answer } from '../answer.ts';
import { isObject, type JsonObject } from '../json.ts';

/** The one user that can ask for tokens. */
export interface IamUser {
  readonly domain: string;
  readonly name: string;
  readonly password: string;
}

export interface Project {
  readonly id: string;
  readonly name: string;
}

const tokenLifeMs = 24 * 3600 * 1000;
const domainId = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

/** The tokens of IAM. A new token does not end the life of an older one. */
export class Iam {
  private readonly expiries = new Map<string, number>();
  private readonly now: () => number;
  private readonly user: IamUser;
  private readonly project: Project;

  constructor(user: IamUser, project: Project, now: () => number) {
    this.user = user;
    this.project = project;
    this.now = now;
  }

  isValid(token: string): boolean {
    return (this.expiries.get(token) ?? 0) > this.now();
  }

  /** POST /v3/auth/tokens */
  createToken(body: JsonObject): Answer {
    const problem = this.problemWith(body);
    if (problem !== null) return problem;
    const token = `MIIE${randomBytes(1500).toString('base64url')}`;
    const expiry = this.now() + tokenLifeMs;
    this.expiries.set(token, expiry);
    const user = { name: this.user.name, domain: { id: domainId, name: this.user.domain } };
    return {
      status: 201,
      headers: { 'X-Subject-Token': token },
      body: {
        token: {
          methods: ['password'],
          expires_at: microseconds(expiry),
          issued_at: microseconds(this.now()),
          user,
          project: { ...this.project, domain: user.domain },
          roles: [],
          catalog: [],
        },
      },
    };
  }

  /** GET /v3/projects */
  listProjects(name: string | null): Answer {
    const { project } = this;
    const projects =
      name === null || name === project.name ? [{ ...project, domain_id: domainId, enabled: true }] : [];
    return { status: 200, body: { projects, links: { self: '/v3/projects', next: null, previous: null } } };
  }

  private problemWith({ auth }: JsonObject): Answer | null {
    const password = within(auth, 'identity', 'password', 'user');
    const project = within(auth, 'scope', 'project');
    const { name, password: secret } = password ?? {};
    if (password === undefined || typeof name !== 'string' || typeof secret !== 'string') {
      return iamRefusal(400, 'The request body is invalid.');
    }
    const { domain } = password;
    const isUser = isObject(domain) && domain.name === this.user.domain && name === this.user.name;
    if (!isUser || secret !== this.user.password)
      return iamRefusal(401, 'The username or password is wrong.');
    if (project?.id !== this.project.id && project?.name !== this.project.name) {
      return iamRefusal(project === undefined ? 400 : 401, 'auth.scope.project is not one of this account.');
    }
    return null;
  }
}

const titles: Readonly<Record<number, string>> = { 400: 'Bad Request', 401: 'Unauthorized' };

export function iamRefusal(code: 400 | 401, message: string): Answer {
  return { status: code, body: { error: { code, message, title: titles[code] } } };
}

function within(value: unknown, ...path: readonly string[]): JsonObject | undefined {
  let found: unknown = value;
  for (const name of path) found = isObject(found) ? found[name] : undefined;
  return isObject(found) ? found : undefined;
}

/** The way IAM writes times. */
function microseconds(timeMs: number): string {
  return new Date(timeMs).toISOString().replace('Z', '000Z');
}
