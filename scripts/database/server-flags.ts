import process from 'node:process';

const THROWN_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
// On macOS a write is on the disk only when the disk is told to empty its cache (PostgreSQL's manual, "Reliability").
const ON_MACOS = { wal_sync_method: 'fsync_writethrough' };

// Its log names what it refused, and repeats no row and no value: in those are names and notes.
const DISCREET = {
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

/**
 * How the embedded PostgreSQL is told to run: over 127.0.0.1 alone, without a socket file, whose path would have to be
 * short (104 bytes on macOS). `durable`: what was answered survives a loss of power.
 */
export function serverFlags(durable: boolean, platform: string = process.platform): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...DISCREET,
    ...(durable ? {} : THROWN_AWAY),
    ...(durable && platform === 'darwin' ? ON_MACOS : {}),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
