import { expect, test } from 'vitest';
import { typedValues } from './typed-values.ts';

test('one value is a text, several under a name are a list, files are left out', () => {
  const form = new FormData();
  form.append('label', 'Left');
  form.append('empty', '');
  form.append('days', 'mon');
  form.append('days', 'tue');
  form.append('photo', new File(['x'], 'x.png'));
  expect(typedValues(form)).toEqual({ label: 'Left', empty: '', days: ['mon', 'tue'] });
});
