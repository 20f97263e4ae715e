import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { keepPart, keptPart, openPage, takePart } from './sent-parts.ts';
import { Still } from './still.tsx';

test('a part of the document is drawn from what is kept of it, and nothing of it is kept afterwards', () => {
  const page = openPage();
  const other = openPage();
  page.parts.push('<b>first</b>', '<b>second</b>');
  other.parts.push('<b>of another page</b>');
  const drawn = renderToString(<Still className="contents" page={page.page} at={1} />);
  expect(drawn).toBe(`<div class="contents" data-static="" data-part="${page.page}.1"><b>second</b></div>`);
  expect(takePart(page.page, 1)).toBeUndefined();
  expect(takePart(page.page, 0)).toBe('<b>first</b>');
  page.parts.push('<b>later</b>');
  expect(takePart(page.page, 2)).toBe('<b>later</b>');
  expect(takePart(other.page, 0)).toBe('<b>of another page</b>');
});

test('what came as data is drawn as it is', () => {
  expect(renderToString(<Still className="contents" html="<i>1</i>" />)).toBe(
    '<div class="contents" data-static=""><i>1</i></div>',
  );
});

test('a browser keeps the parts of the page that it came with', () => {
  keepPart('of-the-browser', 2, '<b>2</b>');
  keepPart('of-the-browser', 0, '<b>0</b>');
  for (let draws = 0; draws < 2; draws++)
    expect([0, 1, 2].map((at) => keptPart('of-the-browser', at))).toEqual([
      '<b>0</b>',
      undefined,
      '<b>2</b>',
    ]);
});

test('of pages that nobody waits for, the oldest is forgotten', () => {
  const first = openPage();
  first.parts.push('<b>first</b>');
  const [second] = Array.from({ length: 200 }, openPage);
  expect(takePart(first.page, 0)).toBeUndefined();
  second?.parts.push('<b>second</b>');
  expect(takePart(second?.page ?? '', 0)).toBe('<b>second</b>');
});
