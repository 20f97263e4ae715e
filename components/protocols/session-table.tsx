'use client';

import { useRef, useState } from 'react';
import { useForm } from '#components/forms/form-context.tsx';
import { useFormText } from '#components/intake/use-form-text.ts';
import { Button } from '#components/ui/button.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { planWords } from '#lib/view/plan-words.ts';
import type { ProtocolDraft } from '#lib/view/protocol-form.ts';
import { AmountCell, TimeCell } from './session-cell.tsx';

const MOST_ROWS = 24;
/** With more devices than these the columns are narrow, so that all are in sight beside the preview. */
const MOST_WIDE = 2;

type SessionTableProps = Pick<ProtocolDraft, 'times' | 'devices' | 'defaults' | 'band'> & {
  /** Whether the person may publish what is unusual. */
  isSurgeon: boolean;
};

/** The sessions of a day down, the devices across: what each turns when, the rate that makes, and where it stops. */
export function SessionTable({ times, devices, defaults, band, isSurgeon }: SessionTableProps) {
  const anchor = useRef<HTMLDivElement>(null);
  const { typed } = useForm();
  const [rows, setRows] = useState(() => Math.max(times.length, ...Object.keys(typed ?? {}).map(rowOf)));
  const numbers = Array.from({ length: rows }, (_, index) => index + 1);
  const initial: Record<string, string> = {};
  for (const row of numbers) {
    initial[`time.${row}`] = times[row - 1] ?? '';
    for (const { id, amounts } of devices) initial[`amount.${id}.${row}`] = amounts[row - 1] ?? '';
  }
  for (const { id, target } of devices) initial[`target.${id}`] = target;
  const texts = useFormText(anchor, initial);
  const used = numbers.filter(
    (row) => texts[`time.${row}`] || devices.some(({ id }) => texts[`amount.${id}.${row}`]),
  );
  const words = devices.map((device) =>
    planWords(
      used.map((row) => texts[`amount.${device.id}.${row}`] ?? ''),
      texts[`target.${device.id}`] ?? '',
      device,
      band,
    ),
  );
  const columnClass =
    devices.length > MOST_WIDE ? 'max-w-24 max-sm:max-w-none' : 'max-w-48 max-sm:max-w-none';
  return (
    <div ref={anchor} className="grid gap-2">
      {devices.map(({ id }) => (
        <input key={id} type="hidden" name="deviceId" value={id} />
      ))}
      <TableScroll label="Sessions and amounts">
        <Table
          caption="Sessions of a day, with the actuations of each device"
          stacked
          density={devices.length > MOST_WIDE ? 'tight' : undefined}
          className="w-auto! max-sm:w-full!"
        >
          <thead>
            <tr>
              <th scope="col">Session</th>
              <th scope="col">Time</th>
              {devices.map((device) => (
                <th key={device.id} scope="col" className={`whitespace-normal! ${columnClass}`}>
                  <span className="block text-base text-ink">{device.label}</span>
                  <span className="block">{device.position}, actuations</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbers.map((row) => (
              <tr key={row}>
                <th scope="row">
                  <span className="sm:hidden">Session </span>
                  {row}
                </th>
                <td data-label="Time">
                  <TimeCell
                    name={`time.${row}`}
                    label={`Session ${row}, time`}
                    value={times[row - 1] ?? ''}
                    standard={defaults[`time.${row}`]}
                    typed={texts[`time.${row}`] ?? ''}
                  />
                </td>
                {devices.map((device) => (
                  <td key={device.id} data-label={`${device.label}, actuations`}>
                    <AmountCell
                      name={`amount.${device.id}.${row}`}
                      label={`Session ${row}, ${device.label}, actuations`}
                      value={device.amounts[row - 1] ?? ''}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row" colSpan={2}>
                A day
              </th>
              {devices.map((device, index) => (
                <td key={device.id} data-label={device.label} aria-live="polite" className={columnClass}>
                  <span className="font-semibold">
                    {words[index]?.rate ?? <span className="font-normal text-ink-muted">not complete</span>}
                  </span>
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row" colSpan={2}>
                Stops at, mm
                <span className="block font-normal text-ink-muted text-sm">
                  from the opening at placement
                </span>
              </th>
              {devices.map((device) => (
                <td key={device.id} data-label={`${device.label}, mm`}>
                  <AmountCell
                    name={`target.${device.id}`}
                    label={`${device.label}, stops at, mm`}
                    value={device.target}
                  />
                </td>
              ))}
            </tr>
          </tbody>
        </Table>
      </TableScroll>
      <ul aria-label="What is unusual" aria-live="polite" className="grid gap-1 text-sm empty:hidden">
        {devices.flatMap(({ id, label }, index) =>
          (words[index]?.unusual ?? []).map((what) => (
            <li key={`${id} ${what}`}>
              <LevelBadge level="look">{isSurgeon ? 'unusual' : 'needs a surgeon'}</LevelBadge> {label}:{' '}
              {what}
            </li>
          )),
        )}
      </ul>
      {rows < MOST_ROWS ? (
        <Button size="sm" className="justify-self-start" onClick={() => setRows(rows + 1)}>
          Add a session
        </Button>
      ) : null}
    </div>
  );
}

function rowOf(control: string): number {
  const match = /^(?:time|amount\..*)\.(\d{1,2})$/.exec(control);
  return Math.min(Number(match?.[1] ?? 0), MOST_ROWS);
}
