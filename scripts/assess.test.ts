import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { parseCaseFile, readCaseFile } from './case-file-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'case-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const example = `{
  "zone": "Europe/Zurich",
  "operations": [{ "kind": "index", "endedAt": "2026-03-02 11:00" }],
  "devices": [{ "label": "Left", "mmPerTurn": 0.5, "actuationsPerTurn": 1, "turnDirection": "with-arrow", "travelMm": 30 }]
}`;

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function command(...args: string[]) {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/assess.ts', ...args]);
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

describe('npm run assess', () => {
  it('prints the assessment as of a local time', async () => {
    const { code, stdout, stderr } = await command(
      written('good.json', example),
      '--as-of',
      '2026-03-03 09:00',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      asOf: '2026-03-03T09:00:00+01:00',
      phase: { kind: 'latency' },
      devices: [{ label: 'Left', reportedUm: 0, remainingTravelUm: 30_000 }],
    });
  }, 20_000);

  it('exits with 2 and a sentence, with nothing on stdout', async () => {
    const good = written('good.json', example);
    for (const [args, sentence] of [
      [[], /^usage: npm run assess/],
      [[good, '--as-of', 'yesterday'], /^--as-of: "yesterday" is not a time/],
      [[good, '--at', '2026-03-03'], /Unknown option '--at'[\s\S]*usage:/],
      [[join(folder, 'none.json')], /none\.json: nothing was assessed\.\nthere is no such file/],
    ] as const) {
      const { code, stdout, stderr } = await command(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  }, 40_000);
});

describe('the text of a case file', () => {
  const reasonOf = (source: string) => {
    const parsed = parseCaseFile(source);
    return parsed.ok ? 'accepted' : parsed.reason;
  };

  it.each([
    ['', /^the file is empty/],
    ['{ "zone": "UTC",\n  "site": }', /line 2, column 11/],
    ['{ "zone": "UTC",\n}', /line 2, column 1/],
    ['{ "zone": "UTC" // comment\n}', /line 1, column 17/],
    ["{ 'zone': 1 }", /line 1, column 3/],
    ['['.repeat(200_000), /^this is not JSON/],
    [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, /nested too deeply|one JSON object/],
    ['{ "zone": "UTC",\n "zone": "UTC" }', /^"zone" stands twice in one object \(line 2, column 2\)/],
    ['{ "zone": "UTC", "__proto__": { "x": 1 } }', /no field of a case file/],
    [
      example.replace('"mmPerTurn": 0.5', '"mmPerTrun": 0.5'),
      /devices\[0\]: "mmPerTrun" is no field of a case file/,
    ],
    [
      example.replace('"mmPerTurn": 0.5,', ''),
      /^devices\[0\]\.mmPerTurn: missing; write a number of millimetres/,
    ],
    [example.replace('11:00', '11.00'), /^operations\[0\]\.endedAt: "2026-03-02 11\.00" is not a time/],
    ['null', /^the file: a case file is one JSON object/],
  ])('is refused with its place: %s', (source, sentence) => {
    expect(reasonOf(source)).toMatch(sentence);
  });

  it('is refused with at most twenty problems', () => {
    const turns = Array.from({ length: 50 }, () => ({ device: 'Right', day: '2026-03-05', slot: 0 }));
    const reason = reasonOf(JSON.stringify({ ...JSON.parse(example), turns }));
    expect(reason.split('\n')).toHaveLength(21);
    expect(reason).toMatch(/… and 30 more$/);
  });

  it('stands in the documentation as one that is accepted', () => {
    const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/case-file.md', 'utf8')) ?? [];
    expect(reasonOf(shown)).toBe('accepted');
  });

  it('may begin with a byte order mark', async () => {
    expect((await readCaseFile(written('bom.json', `\uFEFF${example}`))).ok).toBe(true);
  });

  it('is refused when it is no UTF-8 text, or too large, or a folder', async () => {
    const utf16 = written('utf16.json', Buffer.from(`\uFEFF${example}`, 'utf16le'));
    const huge = written('huge.json', '');
    truncateSync(huge, 100 * 1024 * 1024);
    for (const [path, sentence] of [
      [utf16, /not UTF-8/],
      [huge, /^the file has 100 MB/],
      [folder, /^this is a folder/],
    ] as const) {
      const read = await readCaseFile(path);
      expect(read.ok ? '' : read.reason).toMatch(sentence);
    }
  });
});
