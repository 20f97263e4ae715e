'use client';

import { Fragment, useEffect, useState } from 'react';
import { IconButton } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { areSingleKeysOn, focusSearch, isForPage, moveInList, SINGLE_KEYS } from './list-keys.ts';

/** Keys, what they do, and what stands between them where they are the ends of a row of keys. */
const keys: readonly [string[], string, string?][] = [
  [['/'], 'Search'],
  [['j'], 'Next line of a list'],
  [['k'], 'Previous line of a list'],
  [['Enter'], 'Open the line'],
  [['1', '5'], 'In the list of calls: what came of the call', 'to'],
  [['a'], 'Acknowledge the worst flag of the line, with Undo'],
  [['n'], 'Add a note to what was just acknowledged'],
  [['Esc'], 'Close a dialog or a menu, empty the search, leave the note'],
  [['?'], 'These keys'],
  [['Tab', '← ↑ → ↓'], 'Move in an entry grid'],
];

/**
 * Keys of the whole product and the list of them. Single keys move and open, and those that a list offers record, which
 * can be taken back: none signs or sends. They can be switched off (WCAG 2.1.4), which this browser remembers.
 */
export function Shortcuts() {
  const [helpOpen, setHelpOpen] = useState(false);
  const [enabled, setEnabled] = useState(true);

  useEffect(() => setEnabled(areSingleKeysOn()), []);

  useEffect(() => {
    if (!enabled) return;
    function press(event: KeyboardEvent) {
      if (!isForPage(event)) return;
      if (event.key === 'j') moveInList(1);
      else if (event.key === 'k') moveInList(-1);
      else if (event.key === '?') setHelpOpen(true);
      else if (event.key !== '/' || !focusSearch()) return;
      event.preventDefault();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [enabled]);

  return (
    <>
      <IconButton label="Keyboard shortcuts" className="max-sm:hidden" onClick={() => setHelpOpen(true)}>
        <span aria-hidden="true">?</span>
      </IconButton>
      <Dialog open={helpOpen} onClose={() => setHelpOpen(false)} title="Keyboard shortcuts" size="sm">
        <dl className="divide-y divide-line">
          {keys.map(([names, meaning, between]) => (
            <div key={meaning} className="flex items-center justify-between gap-4 py-2">
              <dt className="order-2 flex shrink-0 gap-1">
                {names.map((name, index) => (
                  <Fragment key={name}>
                    {index > 0 && between ? <span>{between}</span> : null}
                    <Kbd>{name}</Kbd>
                  </Fragment>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <Checkbox
          label="Use single keys"
          hint="Switch them off if you speak to the computer or press keys by accident."
          checked={enabled}
          onChange={(event) => {
            setEnabled(event.target.checked);
            localStorage.setItem(SINGLE_KEYS, event.target.checked ? 'on' : 'off');
          }}
        />
      </Dialog>
    </>
  );
}
