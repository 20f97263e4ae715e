import path from 'node:path';
import { listRoutes } from '#tests/http/entry-points.ts';
import { axePages } from './axe-pages.ts';
import { expect, test } from './fixtures.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** `/cases/[caseId]/turns` as a pattern of the paths that lead to it. */
const patternOf = (route: string) =>
  new RegExp(`^${route.replaceAll(/\[\w+\]/g, '[^/]+').replaceAll('/', '\\/')}$`);

test('axe has looked at every page that the build serves', () => {
  const seen = axePages();
  const routes = listRoutes(root).flatMap((entry) => (entry.kind === 'page' ? [entry.route] : []));
  expect(routes.length).toBeGreaterThan(30);
  // Of two routes that fit a path the one without a name in it is meant, as by the framework.
  const meant = (at: string) =>
    routes
      .filter((route) => patternOf(route).test(at))
      .sort((a, b) => a.split('[').length - b.split('[').length)[0];
  const looked = new Set(seen.map(meant));
  expect(routes.filter((route) => !looked.has(route))).toEqual([]);
});
