import type { Resource, Template } from './intrinsics.ts';
import { Properties } from './properties.ts';
import type { Route } from './stack.ts';

/** The longest that an HTTP API waits for an integration, and its default, in ms. */
const INTEGRATION_TIMEOUT_MS = 30_000;

/** An AWS::ApiGatewayV2::Route with its integration. `byArn` leads from functions' ARNs to logical ids. */
export function readRoute(template: Template, resource: Resource, byArn: ReadonlyMap<string, string>): Route {
  const route = new Properties(template, resource);
  const key = route.text('RouteKey');
  if (key.includes('{')) throw route.error('RouteKey', `path variables are not known here: ${key}`);
  const target = template.resources.get(route.text('Target').replace(/^integrations\//, ''));
  if (target?.type !== 'AWS::ApiGatewayV2::Integration') throw route.error('Target', 'not an integration');
  const integration = new Properties(template, target);
  const version = integration.text('PayloadFormatVersion');
  if (version !== '2.0') throw integration.error('PayloadFormatVersion', `${version} is not known here`);
  const functionId = byArn.get(integration.text('IntegrationUri'));
  if (functionId === undefined) throw integration.error('IntegrationUri', 'not a function of this stack');
  return { key, functionId, timeoutMs: integration.number('TimeoutInMillis', INTEGRATION_TIMEOUT_MS) };
}
