import Link from 'next/link';
import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';

type Props = Readonly<Record<string, unknown>>;

/**
 * The HTML of elements that never change in the browser, as `renderToStaticMarkup` of React writes it, which a page
 * of the server may not call. Takes elements of HTML and SVG, fragments, components that are plain functions, and
 * links, which become `<a>`.
 * @throws {TypeError} for what needs the browser or a promise, and for a property that is not in the tables below.
 */
export function staticMarkup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string') return escaped(node);
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (isValidElement<Props>(node)) return elementMarkup(node);
  if (Symbol.iterator in node) {
    let markup = '';
    for (const child of node) markup += staticMarkup(child);
    return markup;
  }
  throw new TypeError('Only elements that are there at once have a static markup.');
}

function elementMarkup({ type, props }: ReactElement<Props>): string {
  if (typeof type === 'string') return tagMarkup(type, props);
  if (type === Fragment) return staticMarkup(props.children as ReactNode);
  if (type === Link) return linkMarkup(props);
  if (typeof type !== 'function' || '$$typeof' in type) {
    throw new TypeError('A component of the browser has no static markup.');
  }
  return staticMarkup((type as (props: Props) => ReactNode)(props));
}

/** `SoftLinks` follows the link, and stays in its place where it is to stay. */
function linkMarkup({ prefetch: _prefetch, scroll, ...props }: Props): string {
  return tagMarkup('a', scroll === false ? { ...props, 'data-scroll': 'keep' } : props);
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr']);

function tagMarkup(tag: string, props: Props): string {
  let open = `<${tag}`;
  for (const property in props) {
    if (property !== 'children') open += attributeMarkup(property, props[property]);
  }
  if (VOID.has(tag)) return `${open}/>`;
  return `${open}>${staticMarkup(props.children as ReactNode)}</${tag}>`;
}

function attributeMarkup(property: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const name = names.get(property) ?? nameOf(property);
  if (typeof value === 'string') return ` ${name}="${escaped(value)}"`;
  if (typeof value === 'number') return ` ${name}="${value}"`;
  if (typeof value !== 'boolean') throw new TypeError(`The property ${property} has no static markup.`);
  if (name.startsWith('aria-') || name.startsWith('data-')) return ` ${name}="${value}"`;
  return value ? ` ${name}=""` : '';
}

const KEPT = [
  'autoComplete',
  'colSpan',
  'dateTime',
  'patternTransform',
  'patternUnits',
  'preserveAspectRatio',
  'rowSpan',
  'viewBox',
];
const HYPHENED = [
  'paintOrder',
  'strokeDasharray',
  'strokeLinecap',
  'strokeLinejoin',
  'strokeWidth',
  'textAnchor',
  'vectorEffect',
];

/** Names of attributes by their property; those without a capital are added as they are met. */
const names = new Map<string, string>([
  ['className', 'class'],
  ['defaultValue', 'value'],
  ['htmlFor', 'for'],
  ['tabIndex', 'tabindex'],
  ...KEPT.map((property) => [property, property] as const),
  ...HYPHENED.map((property) => [property, property.replace(/[A-Z]/, '-$&').toLowerCase()] as const),
]);

function nameOf(property: string): string {
  if (HAS_CAPITAL.test(property)) throw new TypeError(`The property ${property} has no static markup.`);
  names.set(property, property);
  return property;
}

const HAS_CAPITAL = /[A-Z]/;
const UNSAFE = /["&'<>]/;
const ENTITIES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#x27;',
  '<': '&lt;',
  '>': '&gt;',
};

function escaped(text: string): string {
  return UNSAFE.test(text) ? text.replace(/["&'<>]/g, (sign) => ENTITIES[sign] ?? sign) : text;
}
