import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Says who runs under a process number: a text that differs when the number was given to another process
 * since, or undefined when nobody does. Linux reads /proc, because small systems lack `ps`.
 */
export function processIdentity(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z') return undefined;
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${boot}/${fields[19]}`;
    }
    return identityByPs(pid);
  } catch {
    return undefined;
  }
}

// The lock of a folder is compared by another process: the moment must read alike whatever its language and zone.
const plain = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };

/**
 * The same where there is no /proc, as on macOS: the second at which the process began. Throws when `ps` is missing or
 * knows no such process.
 */
export function identityByPs(pid: number): string | undefined {
  const asked = ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)];
  const [state = '', ...began] = execFileSync('ps', asked, { encoding: 'utf8', env: plain })
    .trim()
    .split(/\s+/);
  return state === '' || state.startsWith('Z') ? undefined : began.join(' ');
}

/** The command line of a living process, its words parted by spaces, or undefined. */
export function commandLineOf(pid: number): string | undefined {
  try {
    const text =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        : execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    return text.trim() || undefined;
  } catch {
    return undefined;
  }
}
