import type { SlotStatus } from '#lib/domain/timeline/slot-entry.ts';
import { CELL_MARKS, FUTURE_LETTER, HOLD_LETTER } from '#lib/view/flowsheet-cell.ts';
import { slotSign } from '#lib/view/slot-sign.ts';
import { CELL_LOOKS } from './cell-look.ts';

const SHOWN: readonly { status: SlotStatus; text: string }[] = [
  { status: 'done', text: '1' },
  { status: 'partial', text: '\u00bd' },
  { status: 'skipped', text: '0' },
  { status: 'extra', text: '2' },
  { status: 'wrong-way', text: '\u22121' },
  { status: 'could-not-engage', text: '0' },
  { status: 'not-sure', text: slotSign('not-sure').letter },
  { status: 'unreported', text: slotSign('unreported').letter },
  { status: 'open', text: slotSign('open').letter },
];

/** What the cells of the flowsheet mean. */
export function FlowsheetLegend() {
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label="Legend">
      {SHOWN.map(({ status, text }) => (
        <div key={status} className="flex items-center gap-1.5">
          <dt
            className={`flex h-5 min-w-7 items-center justify-center rounded-sm px-1 ${CELL_LOOKS[status]}`}
          >
            {text}
          </dt>
          <dd>{slotSign(status).word}</dd>
        </div>
      ))}
      <div className="flex items-center gap-1.5">
        <dt className="text-ink-muted">{FUTURE_LETTER}</dt>
        <dd>to come</dd>
      </div>
      <div className="flex items-center gap-1.5">
        <dt className="text-ink-muted">{HOLD_LETTER}</dt>
        <dd>on hold</dd>
      </div>
      <div className="flex items-center gap-1.5">
        <dt>blank</dt>
        <dd>nothing asked and nothing reported; not zero</dd>
      </div>
      {Object.values(CELL_MARKS).map(({ letter, word, means }) => (
        <div key={letter} className="flex items-center gap-1.5">
          <dt>
            <sup>{letter}</sup>
          </dt>
          <dd>
            {word}: {means}
          </dd>
        </div>
      ))}
    </dl>
  );
}
