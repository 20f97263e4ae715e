import { Alert } from '#components/ui/alert.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import type { ProtocolDraft } from '#lib/view/protocol-form.ts';
import type { ProtocolHistoryRow } from '#lib/view/protocol-history.ts';
import { ProtocolForm } from './protocol-form.tsx';
import { VersionList } from './version-list.tsx';

type ProtocolSectionProps = {
  caseId: string;
  zoneNote: string;
  hasOperation: boolean;
  hasDevices: boolean;
  history: readonly ProtocolHistoryRow[];
  justPublished: boolean;
  mayPublish: boolean;
  now: { day: string; time: string };
  form: {
    versionId: string;
    draft: ProtocolDraft;
    isSurgeon: boolean;
    latencyDays: number;
    people: Readonly<Record<string, string>>;
  } | null;
};

/** The versions of the protocol, and the form of the next one. */
export function ProtocolSection(props: ProtocolSectionProps) {
  const { caseId, zoneNote, history, justPublished, mayPublish, now, form } = props;
  return (
    <>
      {form ? (
        <Section
          id="write"
          title={
            history.length === 0
              ? 'First version of the protocol'
              : `Version ${form.draft.baseVersion + 1} of the protocol`
          }
          actions={
            history.length === 0 ? null : (
              <ButtonLink href={`/cases/${caseId}/protocol`} size="sm" variant="quiet">
                Leave it as it is
              </ButtonLink>
            )
          }
        >
          <ProtocolForm {...form} caseId={caseId} zoneNote={zoneNote} />
        </Section>
      ) : null}
      {form && history.length === 0 ? null : (
        <Section
          id="versions"
          title="Versions"
          detail={history.length === 0 ? undefined : String(history.length)}
          actions={
            history.length > 0 ? (
              <>
                <ButtonLink href={`/cases/${caseId}/protocol/sheet`} size="sm" variant="quiet">
                  Turning sheet for the family
                </ButtonLink>
                {mayPublish && form === null ? (
                  <ButtonLink href={`/cases/${caseId}/protocol?write=next`} size="sm">
                    Write the next version
                  </ButtonLink>
                ) : null}
              </>
            ) : null
          }
        >
          <div className="grid gap-4">
            {justPublished ? (
              <Alert level="done" title={`Version ${history.length} is published.`} role="status">
                <p>Tell the family, and record below when you did.</p>
              </Alert>
            ) : null}
            {history.length === 0 ? (
              <NoProtocol {...props} />
            ) : (
              <VersionList {...{ caseId, history, now, zoneNote }} mayTell={mayPublish} />
            )}
          </div>
        </Section>
      )}
    </>
  );
}

function NoProtocol({ caseId, hasOperation, hasDevices, mayPublish }: ProtocolSectionProps) {
  const isReady = hasOperation && hasDevices;
  return (
    <EmptyState
      title="There is no protocol"
      actions={
        mayPublish ? (
          <ButtonLink href={`/cases/${caseId}/protocol?write=next`} variant="primary">
            Write the first version
          </ButtonLink>
        ) : isReady ? null : (
          <ButtonLink href={`/cases/${caseId}/devices`}>To operation and devices</ButtonLink>
        )
      }
    >
      {isReady
        ? 'A surgeon or a nurse writes the first version; until then nothing can be judged against a plan.'
        : hasOperation
          ? 'A protocol says what each device does: record the devices first.'
          : 'A protocol starts from the operation: record it and the devices first.'}
    </EmptyState>
  );
}
