import { expectTypeOf, test } from 'vitest';
import type { FormState as ServerFormState } from '#lib/schemas/form-state.ts';
import type { FormState } from './form-state.ts';

test('the form state of the browser and of the server are one type', () => {
  expectTypeOf<FormState>().toEqualTypeOf<ServerFormState>();
});
