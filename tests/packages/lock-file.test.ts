import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import minimumVersions from './minimum-versions.json' with { type: 'json' };

type Locked = {
  version?: string;
  resolved?: string;
  link?: boolean;
  integrity?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
};

const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

const numbers = (version: string) => version.split(/[.-]/, 3).map(Number);
const isAtLeast = (version: string, minimum: string) => {
  const [a, b] = [numbers(version), numbers(minimum)];
  const differing = b.findIndex((part, index) => part !== a[index]);
  return differing === -1 || (a[differing] ?? 0) > (b[differing] ?? 0);
};

test.each(minimumVersions)('every $package is at least $minimum ($reason)', ({ package: name, minimum }) => {
  const copies = Object.entries(packages).filter(([at]) => at.endsWith(`node_modules/${name}`));
  expect(copies.length).toBeGreaterThan(0);
  for (const [at, { version = '0' }] of copies) {
    expect(isAtLeast(version, minimum), `${at} is ${version}`).toBe(true);
  }
});

test('a version is compared by its numbers, not by its letters', () => {
  expect(isAtLeast('16.10.0', '16.4.1')).toBe(true);
  expect(isAtLeast('16.4.0', '16.4.1')).toBe(false);
  expect(isAtLeast('17.0.0', '16.4.1')).toBe(true);
  expect(isAtLeast('15.9.9', '16.4.1')).toBe(false);
});

test('the lock file is the same for every registry, and what every machine installs has its checksum', () => {
  const tied = Object.entries(packages).filter(([, { resolved, link }]) => link || resolved);
  expect(tied).toEqual([]);
  const unchecked = Object.entries(packages).filter(
    ([at, { integrity, optional }]) => at !== '' && !integrity && !optional,
  );
  expect(unchecked.map(([at]) => at)).toEqual([]);
});

// npm leaves out what its registry did not offer, and then `npm ci` refuses the lock file, on every machine.
test('the lock file lists the optional packages of every platform', () => {
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !Object.keys(packages).some((at) => at.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});

test('what is built for Linux on x64 is there for both kinds of Mac too', () => {
  const isForLinux = /(^|[/-])linux-x64(-gnu)?$/;
  const names = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => isForLinux.test(name));
  expect(names.length).toBeGreaterThan(5);
  const missing = names.flatMap((name) =>
    ['arm64', 'x64']
      .map((arch) => name.replace(isForLinux, `$1darwin-${arch}`))
      .filter((mac) => !Object.keys(packages).some((at) => at.endsWith(`node_modules/${mac}`))),
  );
  expect(missing).toEqual([]);
});

test('direct dependencies are pinned to exact versions', () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});
