import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { closePage, keepPart, openPage, partOf } from './sent-parts.ts';
import { Still } from './still.tsx';

test('a part of the document is drawn from what is kept of it, and nothing of it is kept afterwards', () => {
  const page = openPage();
  const other = openPage();
  page.parts.push('<b>first</b>', '<b>second</b>');
  other.parts.push('<b>of another page</b>');
  const drawn = renderToString(<Still className="contents" page={page.page} at={1} />);
  expect(drawn).toBe(`<div class="contents" data-static="" data-part="${page.page}.1"><b>second</b></div>`);
  closePage(page);
  expect(partOf(page.page, 1)).toBeUndefined();
  expect(partOf(other.page, 0)).toBe('<b>of another page</b>');
  closePage(other);
});

test('what came as data is drawn as it is', () => {
  expect(renderToString(<Still className="contents" html="<i>1</i>" />)).toBe(
    '<div class="contents" data-static=""><i>1</i></div>',
  );
});

test('a browser keeps the parts of the page that it came with', () => {
  keepPart('of-the-browser', 2, '<b>2</b>');
  keepPart('of-the-browser', 0, '<b>0</b>');
  expect([0, 1, 2].map((at) => partOf('of-the-browser', at))).toEqual(['<b>0</b>', undefined, '<b>2</b>']);
  closePage({ page: 'of-the-browser', parts: [] });
});

test('of pages whose end nobody was told of, the oldest is forgotten', () => {
  const first = openPage();
  first.parts.push('<b>first</b>');
  const rest = Array.from({ length: 1_000 }, openPage);
  expect(partOf(first.page, 0)).toBeUndefined();
  rest[0]?.parts.push('<b>second</b>');
  expect(partOf(rest[0]?.page ?? '', 0)).toBe('<b>second</b>');
  for (const page of rest) closePage(page);
});
