import { CaseStepList } from '#components/intake/case-step-list.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import type { ProtocolDone } from '#lib/view/protocol-done.ts';
import type { ProtocolPage } from '#lib/view/protocol-page.ts';
import { CompareForm } from './compare-form.tsx';
import { ProtocolForm } from './protocol-form.tsx';
import { VersionList } from './version-list.tsx';
import { WaitingSection } from './waiting-section.tsx';

type ShownProtocol = Omit<ProtocolPage, 'course' | 'steps' | 'isClosed'>;

/** What waits for a surgeon, the form of an amendment, and the versions of the protocol. */
export function ProtocolSection(props: ShownProtocol) {
  const { caseId, zoneNote, history, comparison, done, mayPublish, amendments, staff, now } = props;
  const { form, formKey } = props;
  const waitingRow = history.find(({ version }) => version === props.waiting?.waiting.version);
  return (
    <>
      {done ? <Done {...done} /> : null}
      {props.waiting && waitingRow ? (
        <WaitingSection caseId={caseId} row={waitingRow} {...props.waiting} />
      ) : null}
      {props.exchange ? (
        <Section id="write" title="Exchange of a device">
          <CaseStepList steps={props.exchange} label="Steps of the exchange" />
        </Section>
      ) : null}
      {form ? (
        <Section
          id="write"
          title={
            history.length === 0
              ? 'First version of the protocol'
              : `Version ${form.draft.seenVersion + 1} of the protocol`
          }
          actions={
            history.length === 0 ? null : (
              <ButtonLink href={`/cases/${caseId}/protocol`} size="sm" variant="quiet">
                Leave it as it is
              </ButtonLink>
            )
          }
        >
          <ProtocolForm key={formKey} {...form} caseId={caseId} zoneNote={zoneNote} staff={staff} />
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
                {form === null
                  ? amendments.map(({ href, label }) => (
                      <ButtonLink key={href} href={href} size="sm">
                        {label}
                      </ButtonLink>
                    ))
                  : null}
              </>
            ) : null
          }
        >
          <div className="grid gap-6">
            {history.length === 0 ? (
              <NoProtocol {...props} />
            ) : (
              <VersionList {...{ caseId, history, now, zoneNote, staff }} mayTell={mayPublish} />
            )}
            {comparison ? <CompareForm caseId={caseId} comparison={comparison} /> : null}
          </div>
        </Section>
      )}
    </>
  );
}

function NoProtocol({ caseId, hasOperation, hasDevices, mayPublish }: ShownProtocol) {
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

function Done({ words, next, waits }: ProtocolDone) {
  return (
    <Alert level={waits ? 'look' : 'done'} title={words} role="status">
      <p>{next}</p>
    </Alert>
  );
}
