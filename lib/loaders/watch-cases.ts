import 'server-only';
import { stillSignedIn } from '#lib/auth/still-signed-in.ts';
import { listCaseChanges } from '#lib/data/case-changes.ts';
import { onCaseChange } from '#lib/data/change-signal.ts';
import { log } from '#lib/log.ts';

/** Who looks on: what is sent to it is the ids of cases, or that many changed, and the place to go on from. */
export type Watcher = {
  tokenHash: string;
  send: (caseIds: readonly string[] | 'many', seen: string) => void;
  /** Sent when there is nothing to tell, so that neither end takes the silence for a broken line. */
  beat: () => void;
  end: () => void;
};

type Channel = {
  clinicId: string;
  watchers: Set<Watcher>;
  /** The place up to which everybody here has been told. */
  seen: string;
  isBusy: boolean;
  /** Something changed while it was busy. */
  isStale: boolean;
  opened?: Promise<void>;
  stop?: () => void;
};

// The first change is told of at once; those that follow it closely go together.
const PAUSE_MS = 150;
const BEAT_MS = 10_000;

// One per process: the bundler may hold several copies of this module.
const holder = globalThis as typeof globalThis & { turnwiseChannels?: Map<string, Channel> };
const channels = () => {
  if (!holder.turnwiseChannels) {
    holder.turnwiseChannels = new Map();
    process.once('SIGTERM', endAll);
    process.once('SIGINT', endAll);
  }
  return holder.turnwiseChannels;
};

/**
 * Tells a watcher of every change of a case of the clinic from `since` on, the place that a page or an earlier watcher
 * had come to (null: from now on), until it leaves or its session ends. Returns what makes it leave.
 */
export async function watchCases(
  clinicId: string,
  since: string | null,
  watcher: Watcher,
): Promise<() => void> {
  const channel = channels().get(clinicId) ?? openChannel(clinicId);
  channel.watchers.add(watcher);
  try {
    // What the channel tells of begins before what is read here ends: between the two nothing is left out.
    await channel.opened;
    const { caseIds, seen } = await listCaseChanges(clinicId, since);
    watcher.send(caseIds, seen);
  } catch (error) {
    leave(channel, watcher);
    throw error;
  }
  return () => leave(channel, watcher);
}

function openChannel(clinicId: string): Channel {
  const channel: Channel = { clinicId, watchers: new Set(), seen: '', isBusy: true, isStale: false };
  const unsubscribe = onCaseChange(() => void tell(channel));
  const beat = setInterval(() => void tell(channel), BEAT_MS).unref();
  channel.stop = () => {
    unsubscribe();
    clearInterval(beat);
    channels().delete(clinicId);
  };
  channel.opened = listCaseChanges(clinicId, null).then(({ seen }) => {
    channel.seen = seen;
    rest(channel);
  });
  channels().set(clinicId, channel);
  return channel;
}

function leave(channel: Channel, watcher: Watcher): void {
  if (!channel.watchers.delete(watcher)) return;
  if (channel.watchers.size === 0) channel.stop?.();
}

function endAll(): void {
  for (const { watchers } of channels().values()) for (const { end } of watchers) end();
}

async function tell(channel: Channel): Promise<void> {
  if (channel.isBusy) {
    channel.isStale = true;
    return;
  }
  channel.isBusy = true;
  try {
    await tellOnce(channel);
  } catch (error) {
    log().error('Changes of cases could not be told of; they will be.', error);
    channel.isStale = true;
  }
  setTimeout(() => rest(channel), PAUSE_MS).unref();
}

function rest(channel: Channel): void {
  channel.isBusy = false;
  if (!channel.isStale) return;
  channel.isStale = false;
  void tell(channel);
}

async function tellOnce(channel: Channel): Promise<void> {
  const { clinicId, watchers } = channel;
  const told = [...watchers];
  const hashes = told.map(({ tokenHash }) => tokenHash);
  const [{ caseIds, seen }, signedIn] = await Promise.all([
    listCaseChanges(clinicId, channel.seen),
    stillSignedIn(hashes, clinicId, 'case.read'),
  ]);
  channel.seen = seen;
  for (const watcher of told) {
    if (!signedIn.has(watcher.tokenHash)) watcher.end();
    else if (caseIds.length > 0) watcher.send(caseIds, seen);
    else watcher.beat();
  }
}
