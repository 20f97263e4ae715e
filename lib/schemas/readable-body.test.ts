import { describe, expect, it } from 'vitest';
import { unreadableBody } from './readable-body.ts';

const MULTIPART = 'multipart/form-data; boundary=x';
const post = (body: string, headers: Record<string, string>) =>
  unreadableBody(new Request('http://clinic.example/cases/1', { method: 'POST', body, headers }));
const part = (text: string) => `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${text}\r\n--x--\r\n`;

describe('what is posted to a page', () => {
  it('passes when it is a form, or what an action is called with', async () => {
    expect(await post(part('Ann'), { 'content-type': MULTIPART })).toBeNull();
    expect(await post('["$K1"]', { 'content-type': 'text/plain', 'next-action': 'a' })).toBeNull();
    expect(await post('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).toBeNull();
  });

  it.each([
    ['a form that breaks off', '--x\r\ncontent-disp', { 'content-type': MULTIPART }],
    ['a form without a boundary', 'abc', { 'content-type': 'multipart/form-data' }],
    ['an action without anything', '', { 'content-type': 'text/plain', 'next-action': 'a' }],
    ['an action with half a text', '{{{', { 'content-type': 'text/plain', 'next-action': 'a' }],
  ])('is refused as unreadable: %s', async (_, body, headers: Record<string, string>) => {
    expect(await post(body, headers)).toContain('nothing was saved');
  });
});
