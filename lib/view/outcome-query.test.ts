import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outcomeQuery, outcomeSearch } from './outcome-query.ts';

it('leaves out what it does not know', () => {
  const nothing = outcomeQuery({});
  const damaged = { from: '2026-02-30', site: 'elbow', surgeon: 'x', model: "'; --", age: '7', page: '-1' };
  expect(outcomeQuery({ ...damaged, syndrome: ['Apert', 'Crouzon'] })).toEqual(nothing);
  expect(outcomeSearch(nothing)).toBe('');
});

it('knows an id in capitals, as some programs write it', () => {
  const id = '0198c0de-7a1b-7c2d-8e3f-0a1b2c3d4e5f';
  const query = outcomeQuery({ surgeon: id.toUpperCase(), model: ` ${id.toUpperCase()} ` });
  expect(query).toMatchObject({ surgeonId: id, modelId: id });
});

it('reads back what it writes', () => {
  const search = '?from=2024-01-01&to=2025-12-31&site=mandible&age=6-12&syndrome=Apert+%2B+more&page=3';
  expect(outcomeSearch(outcomeQuery(Object.fromEntries(new URLSearchParams(search))))).toBe(search);
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('from', 'site', 'syndrome', 'page', 'age'), fc.string()),
      (address) => {
        const query = outcomeQuery(address);
        expect(outcomeQuery(Object.fromEntries(new URLSearchParams(outcomeSearch(query))))).toEqual(query);
      },
    ),
  );
});
