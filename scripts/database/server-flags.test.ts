import { expect, test } from 'vitest';
import { serverFlags } from './server-flags.ts';

test('no socket file is made: on macOS the path of a data folder is often too long for one', () => {
  for (const platform of ['linux', 'darwin']) {
    expect(serverFlags(true, platform)).toContain('unix_socket_directories=');
    expect(serverFlags(true, platform)).toContain('listen_addresses=127.0.0.1');
  }
});

test('what was answered reaches the disk on macOS too, and is waited for unless it is thrown away', () => {
  expect(serverFlags(true, 'darwin')).toContain('wal_sync_method=fsync_writethrough');
  expect(serverFlags(true, 'linux').join()).not.toContain('wal_sync_method');
  expect(serverFlags(false, 'darwin').join()).not.toContain('wal_sync_method');
  for (const platform of ['linux', 'darwin']) {
    expect(serverFlags(true, platform)).not.toContain('fsync=off');
    expect(serverFlags(false, platform)).toContain('fsync=off');
  }
});

test('the log of the server repeats no row, no statement and no value', () => {
  for (const setting of [
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    'log_parameter_max_length_on_error=0',
  ]) {
    expect(serverFlags(true)).toContain(setting);
    expect(serverFlags(false)).toContain(setting);
  }
});
