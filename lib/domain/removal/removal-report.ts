import type { OperationFact } from '#lib/domain/facts.ts';

/** An operation that stands, with the devices it took out and whether it has the report of a removal. */
export type ReportedOperation = Pick<OperationFact, 'id' | 'kind' | 'endedAt'> & {
  removedDeviceIds: readonly string[];
  isReported: boolean;
};

type InPlace = readonly { removedAt: number | null }[];

/**
 * The operation whose report nobody has written: a removal without one, or, where no removal is recorded, the one that took
 * the last device out; null: none. `operations`: the first one first.
 */
export function unreportedRemoval<One extends ReportedOperation>(
  operations: readonly One[],
  devices: InPlace,
): One | null {
  const removals = operations.filter(({ kind }) => kind === 'removal');
  if (removals.length > 0) return removals.find(({ isReported }) => !isReported) ?? null;
  return tookLastOut(operations, devices);
}

/** The operation after which nothing was in place any more; null: something is. `operations`: the first one first. */
export function tookLastOut<One extends ReportedOperation>(
  operations: readonly One[],
  devices: InPlace,
): One | null {
  if (devices.some(({ removedAt }) => removedAt === null)) return null;
  return operations.findLast(({ removedDeviceIds }) => removedDeviceIds.length > 0) ?? null;
}

/**
 * Whether the removal that took the last device out has its report once an operation is recorded, in place of the one that
 * it corrects (`correctsId`) or beside the others.
 */
export function isLastReported(
  operations: readonly ReportedOperation[],
  recorded: ReportedOperation,
  correctsId: string | null,
): boolean {
  const removals = [...operations.filter(({ id }) => id !== correctsId), recorded]
    .filter(({ kind }) => kind === 'removal')
    .sort((a, b) => a.endedAt - b.endedAt);
  const last = removals.findLast(({ removedDeviceIds }) => removedDeviceIds.length > 0) ?? removals.at(-1);
  return last?.isReported ?? false;
}
