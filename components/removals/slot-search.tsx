import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';

type SlotSearchProps = {
  caseId: string;
  draft: {
    isMove: boolean;
    minutes: number;
    anaesthetistId: string;
    anaesthetists: readonly { value: string; label: string }[];
    settingsNote: string;
  };
};

/** Looks for free times again, of another length or with an anaesthetist who must be free too. */
export function SlotSearch({ caseId, draft }: SlotSearchProps) {
  return (
    <form action={`/cases/${caseId}/removal#booking`} className="flex flex-wrap items-end gap-3">
      {draft.isMove ? <input type="hidden" name="form" value="move" /> : null}
      <div className="grid gap-1">
        <label htmlFor="search-minutes" className="text-ink-muted text-sm">
          Look for ({draft.settingsNote})
        </label>
        <span className="flex items-center gap-2">
          <Input
            id="search-minutes"
            name="minutes"
            numeric
            defaultValue={draft.minutes}
            className="max-w-20"
          />
          minutes
        </span>
      </div>
      {draft.anaesthetists.length > 0 ? (
        <div className="grid gap-1">
          <label htmlFor="search-anaesthetist" className="text-ink-muted text-sm">
            with
          </label>
          <Select
            id="search-anaesthetist"
            name="anaesthetist"
            defaultValue={draft.anaesthetistId}
            placeholder="any anaesthetist"
            options={draft.anaesthetists}
          />
        </div>
      ) : null}
      <Button type="submit" variant="secondary">
        Find times
      </Button>
    </form>
  );
}
