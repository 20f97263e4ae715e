import Link from 'next/link';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DescriptionList } from './description-list.tsx';
import { LevelBadge } from './level-badge.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { Section } from './section.tsx';
import { staticMarkup } from './static-markup.ts';
import { Unknown } from './unknown.tsx';

const examples: readonly [string, ReactNode][] = [
  ['nothing', [null, undefined, false, true, '']],
  ['text with signs', `<b title="it's">&amp; Müller</b>`],
  ['numbers, zero among them', [0, -1.5, 3n]],
  [
    'attributes with signs',
    <p key="p" title={`"><script>alert('x')</script>&`} data-note={'<'}>
      {'</p><img src=x>'}
    </p>,
  ],
  [
    'booleans, and what is not given',
    <div key="d" hidden aria-hidden={false} data-open={true} id={undefined} className="" />,
  ],
  [
    'fragments, lists and void elements',
    <>
      a<br />
      {[1, 2].map((one) => (
        <li key={one}>{one}</li>
      ))}
    </>,
  ],
  [
    'drawings',
    <svg key="s" role="img" aria-label="A drawing" viewBox="0 0 4 4" preserveAspectRatio="none">
      <pattern patternUnits="userSpaceOnUse" patternTransform="rotate(45)" />
      <path strokeWidth="1.5" strokeDasharray="1 2" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
      <text textAnchor="middle" paintOrder="stroke" strokeLinejoin="round" dx={4}>
        ½
      </text>
    </svg>,
  ],
  ['a form', <input key="i" type="search" tabIndex={0} defaultValue="Ann" />],
  [
    'a time',
    <time key="t" dateTime="2025-09-04">
      4-Sep
    </time>,
  ],
  [
    'components of the product',
    <Section key="c" title="What comes next" id="next" detail="3">
      <DescriptionList items={[{ term: 'Told', value: <Unknown>not yet</Unknown> }]} />
      <ProgressBar
        label="A: 6.5 mm"
        target={20}
        planned={8}
        reported={6.5}
        tolerance={{ behind: 1, ahead: 1 }}
      />
      <LevelBadge level="act">behind</LevelBadge>
    </Section>,
  ],
];

describe('static markup', () => {
  it.each(examples)('is what React writes: %s', (_, node) => {
    expect(staticMarkup(node)).toBe(renderToStaticMarkup(node));
  });

  it('makes a plain link of one that the router follows', () => {
    const link = (
      <Link href="/cases/1?view=table" prefetch={false} className="font-semibold">
        Ann
      </Link>
    );
    expect(staticMarkup(link)).toBe('<a href="/cases/1?view=table" class="font-semibold">Ann</a>');
  });

  it('refuses what needs the browser, and names what it does not know', () => {
    expect(() => staticMarkup(<button type="button" onClick={() => undefined} />)).toThrow(/onClick/);
    expect(() => staticMarkup(<p style={{ color: 'red' }} />)).toThrow(/style/);
    expect(() => staticMarkup(Promise.resolve('later'))).toThrow(/there at once/);
  });
});
