// Preloaded into the web server: when the process that started it is killed, the server answers what it has
// begun, leaves its port, and stops the database that nobody else would stop. Its own children are left alone.
import process from 'node:process';

const { TURNWISE_PARENT: parent, TURNWISE_DATABASE_PROCESS: database } = process.env;
delete process.env.TURNWISE_PARENT;
delete process.env.TURNWISE_DATABASE_PROCESS;

const stopDatabase = () => {
  try {
    process.kill(Number(database), 'SIGINT');
  } catch {
    // It is gone already.
  }
};

if (parent) {
  process.on('disconnect', () => {
    if (database) process.on('exit', stopDatabase);
    process.kill(process.pid, 'SIGTERM');
  });
}
