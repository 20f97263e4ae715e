// Preloaded into the web server: when the process that started it is killed, the server answers what it has
// begun, leaves its port, and stops the database that nobody else would stop.
import process from 'node:process';

if (process.connected) {
  process.on('disconnect', () => {
    const database = Number(process.env.TURNWISE_DATABASE_PROCESS);
    if (database > 1) {
      process.on('exit', () => {
        try {
          process.kill(database, 'SIGINT');
        } catch {
          // It is gone already.
        }
      });
    }
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel?.unref();
}
