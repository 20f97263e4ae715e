'use client';

import { createContext, useContext } from 'react';

/** A call that is on record now: of whom, in words, and where it can be seen. */
export type RecordedCall = { caseId: string; name: string; words: string; href: string };

const RecordedCallContext = createContext<(call: RecordedCall) => void>(() => undefined);

export const RecordedCallProvider = RecordedCallContext.Provider;

/** What a line of the list of calls tells once its call is recorded. */
export function useRecordedCall(): (call: RecordedCall) => void {
  return useContext(RecordedCallContext);
}
