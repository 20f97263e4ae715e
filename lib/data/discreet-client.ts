import 'server-only';
import pg from 'pg';

/** What the database says of values that it cannot read (22P02 and its kin) quotes them. */
const DATA_EXCEPTION = /^22/;

/** A connection whose errors name what was broken and hold nothing of a row: whoever logs one logs no name and no note. */
export class DiscreetClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.connection.on('errorMessage', withhold);
  }
}

function withhold(error: pg.DatabaseError): void {
  error.detail = undefined;
  error.where = undefined;
  error.internalQuery = undefined;
  if (DATA_EXCEPTION.test(error.code ?? '')) error.message = error.message.replace(/".*"/s, '"…"');
}
