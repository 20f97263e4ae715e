import { NothingHere } from '#components/shell/nothing-here.tsx';

/**
 * An address that the clinic does not have, within its frame. The title is an element: where a layout finds out
 * that there is no such case, metadata is not read.
 */
export default function ClinicNotFound() {
  return (
    <div className="max-w-lg py-8">
      <title>Not found · Turnwise</title>
      <NothingHere />
    </div>
  );
}
