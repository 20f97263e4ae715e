import 'server-only';
import { onCaseChange } from '#lib/data/change-signal.ts';
import { log } from '#lib/log.ts';
import { tellWatchers, type Watched, type Watcher } from './tell-watchers.ts';

type Channel = Watched & {
  isTelling: boolean;
  isResting: boolean;
  /** Something may have changed that nobody was told of. */
  isStale: boolean;
  stop?: () => void;
};

// The first change is told of at once; those that follow it closely go together.
const PAUSE_MS = 150;
const BEAT_MS = 10_000;

// One per process: the bundler may hold several copies of this module.
const holder = globalThis as typeof globalThis & {
  turnwiseChannels?: Map<string, Channel>;
  /** The process is about to end: who comes back now would only hold it. */
  isTurnwiseEnding?: boolean;
};
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
 * had come to (null: from now on), until it leaves or its session ends. Returns what makes it leave, once it has been
 * told of what changed meanwhile.
 */
export async function watchCases(
  clinicId: string,
  since: string | null,
  watcher: Watcher,
): Promise<() => void> {
  if (holder.isTurnwiseEnding) {
    watcher.end();
    return () => undefined;
  }
  const channel = channels().get(clinicId) ?? openChannel(clinicId);
  const told = new Promise<void>((resolve, reject) => {
    channel.watchers.set(watcher, { since, told: resolve, failed: reject });
  });
  tellNext(channel);
  await told;
  return () => leave(channel, watcher);
}

function openChannel(clinicId: string): Channel {
  const channel: Channel = {
    clinicId,
    watchers: new Map(),
    seen: null,
    isTelling: false,
    isResting: false,
    isStale: false,
    owesBeat: false,
  };
  const wake = (owesBeat: boolean) => {
    channel.isStale = true;
    channel.owesBeat ||= owesBeat;
    tellNext(channel);
  };
  const unsubscribe = onCaseChange(() => wake(false));
  const beat = setInterval(() => wake(true), BEAT_MS).unref();
  channel.stop = () => {
    unsubscribe();
    clearInterval(beat);
    if (channels().get(clinicId) === channel) channels().delete(clinicId);
  };
  channels().set(clinicId, channel);
  return channel;
}

function leave(channel: Channel, watcher: Watcher): void {
  if (!channel.watchers.delete(watcher)) return;
  if (channel.watchers.size === 0) channel.stop?.();
}

function endAll(): void {
  holder.isTurnwiseEnding = true;
  for (const { watchers } of channels().values()) for (const { end } of watchers.keys()) end();
}

/** Tells what is to be told: one telling after the other, so that nobody is given a line that is older than his. */
function tellNext(channel: Channel): void {
  const isDue = channel.isStale && !channel.isResting && channel.watchers.size > 0;
  const isAwaited = [...channel.watchers.values()].some((joining) => joining !== null);
  if (channel.isTelling || !(isDue || isAwaited)) return;
  channel.isTelling = true;
  channel.isStale = false;
  void tell(channel).then(() => {
    channel.isTelling = false;
    channel.isResting = true;
    setTimeout(() => {
      channel.isResting = false;
      tellNext(channel);
    }, PAUSE_MS).unref();
    tellNext(channel);
  });
}

async function tell(channel: Channel): Promise<void> {
  try {
    await tellWatchers(channel);
  } catch (error) {
    log().error('Changes of cases could not be told of; they will be.', error);
    channel.isStale = true;
    for (const [watcher, joining] of channel.watchers) {
      if (joining) leave(channel, watcher);
      joining?.failed(error);
    }
  }
}
