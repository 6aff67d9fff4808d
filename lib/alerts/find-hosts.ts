import { isIP } from 'node:net';
import { findNamed } from './find-named.ts';

/** `host.name`, `hostName`, and `"host":{"name"` of JSON. */
const NAME = String.raw`(?:(?:[ _.-]?|"\s?:\s?\{\s?")name)?`;
const HOST_NAMES = `host${NAME}|主机(?:名称?)?`;
/** A value of these must look like a host: an instance, or a server, may be anything. */
const MACHINE_NAMES = `(?:instance|node|server|pod|resource)${NAME}|machine|(?:实例|节点|服务器|云服务器|容器组|资源|机器)(?:名称?)?`;
const VALUE = String.raw`[\dA-Za-z](?:[\w.-]{0,98}[\dA-Za-z])?`;

/**
 * The end of a name that Kubernetes gives to a pod of a deployment: a hash and five characters, without vowels so that
 * no words come of them.
 */
export const POD_END = String.raw`-(?=[a-z]{0,9}\d)[b-df-hj-np-tv-xz\d]{6,10}-[b-df-hj-np-tv-xz\d]{5}`;

/** What is a host without being called one. */
const SHAPES = [
  /** Top-level domains of private networks. A slash behind it makes it an address of a page. */
  /(?<![\w.@/-])[a-z\d](?:[\w-]{0,62}\.){1,8}(?:internal|local|lan|intra|corp|svc)(?![\w/-]|\.\w)/gi,
  new RegExp(`(?<![\\w./-])[a-z][a-z\\d]{0,40}(?:-[a-z\\d]{1,40}){0,8}${POD_END}(?![\\w.-])`, 'g'),
  /** Numbered machines. Regions of clouds, `eu-west-1`, do not begin so. */
  /(?<![\w./-])(?:ecs|cce|ip|web|app|db|node|worker|srv|vm|k8s|kube|redis|mysql|kafka|nginx|proxy)(?:-[a-z\d]{1,40}){0,8}-\d{1,6}(?![\w-]|\.\w)/g,
];

/** They watch, and have none of the lines that one looks for. */
const MONITORS =
  /alertmanager|prometheus|pushgateway|exporter|kube-state-metrics|grafana|zabbix|nagios|icinga|kibana/i;

/** Host names: those that the text calls so, and those that look like nothing else. */
export function findHosts(text: string): string[] {
  const hosts = findNamed(text, HOST_NAMES, VALUE);
  const machines = findNamed(text, MACHINE_NAMES, VALUE);
  const named = [
    ...hosts.filter(({ value, endsLine }) => endsLine || looksLikeHost(value)),
    ...machines.filter(({ value }) => looksLikeHost(value)),
  ];
  const shaped = SHAPES.flatMap((pattern) => Array.from(text.matchAll(pattern), ([host]) => host));
  return [...named.map(({ value }) => value), ...shaped].filter(isHost);
}

function looksLikeHost(value: string): boolean {
  return /[-.\d]/.test(value);
}

function isHost(name: string): boolean {
  return (
    /[A-Za-z]/.test(name) &&
    name.length > 1 &&
    !/^(?:localhost|unknown|none|null|n-?a|all|any|up|down|true|false|v?\d[\d.]*)$/i.test(name) &&
    !MONITORS.test(name)
  );
}

/** IP addresses, without a port: no networks and versions, and not the machine itself. */
export function findIps(text: string): string[] {
  const v4 = text.matchAll(
    /(?<![\w.-])(?<![a-z]\/)(?<!(?:version|release)[ :=]{1,2})\d{1,3}(?:\.\d{1,3}){3}(?![\w/-]|\.\w)/gi,
  );
  const v6 = text.matchAll(/(?<![\w.:-])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?![\w.:/-])/gi);
  return [...v4, ...v6].map(([ip]) => ip).filter((ip) => isIP(ip) > 0 && isAddress(ip));
}

function isAddress(ip: string): boolean {
  return /\d/.test(ip) && !/^(?:127\.|0\.|255\.|::1?$)/.test(ip);
}
