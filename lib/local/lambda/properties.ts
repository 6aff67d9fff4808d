import { isObject, type JsonObject } from '../json.ts';
import { StartError } from '../start-error.ts';
import { type Resource, resolveText, type Template } from './intrinsics.ts';

/** The properties of one resource, read by dotted path, with errors that name the resource and the property. */
export class Properties {
  readonly #template: Template;
  readonly #resource: Resource;

  constructor(template: Template, resource: Resource) {
    this.#template = template;
    this.#resource = resource;
  }

  arn(): string {
    const { logicalId } = this.#resource;
    return resolveText(this.#template, { 'Fn::GetAtt': [logicalId, 'Arn'] }, logicalId);
  }

  text(path: string): string {
    const text = this.optionalText(path);
    if (text === undefined) throw this.error(path, 'missing');
    return text;
  }

  optionalText(path: string): string | undefined {
    const value = this.#at(path);
    return value === undefined ? undefined : resolveText(this.#template, value, this.#where(path));
  }

  number(path: string, absent: number): number {
    const text = this.optionalText(path);
    const number = text === undefined ? absent : Number(text);
    if (!Number.isFinite(number)) throw this.error(path, `${text} is not a number`);
    return number;
  }

  /** A map of texts; empty when absent. */
  texts(path: string): Record<string, string> {
    const value = this.#at(path) ?? {};
    if (!isObject(value)) throw this.error(path, 'not a map');
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        resolveText(this.#template, entry, this.#where(`${path}.${key}`)),
      ]),
    );
  }

  /** A list of texts. */
  optionalTexts(path: string): readonly string[] | undefined {
    const value = this.#at(path);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) throw this.error(path, 'not a list');
    return value.map((entry: unknown) => resolveText(this.#template, entry, this.#where(path)));
  }

  /** The properties of each entry of a list; none when it is absent. */
  list(path: string): Properties[] {
    const value = this.#at(path) ?? [];
    if (!Array.isArray(value)) throw this.error(path, 'not a list');
    return value.map((properties: unknown, index) => {
      const where = `${path}.${index}`;
      if (!isObject(properties)) throw this.error(where, 'not a map');
      return new Properties(this.#template, {
        ...this.#resource,
        logicalId: this.#where(where),
        properties,
      });
    });
  }

  error(path: string, problem: string): StartError {
    return new StartError(`${this.#where(path)}: ${problem}`);
  }

  #where(path: string): string {
    return `${this.#resource.logicalId}.${path}`;
  }

  #at(path: string): unknown {
    let value: unknown = this.#resource.properties;
    for (const key of path.split('.')) value = isObject(value) ? (value as JsonObject)[key] : undefined;
    return value;
  }
}
