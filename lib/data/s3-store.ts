import 'server-only';
import { AwsClient } from 'aws4fetch';
import { environment } from '#lib/env.ts';
import { log } from '#lib/log.ts';

const ANSWER_WITHIN_MS = 20_000;

/** A bucket of a store that speaks S3, at `url`: `https://s3.example.org/photographs`. */
type Bucket = { url: string; client: AwsClient };

/** The bucket that the settings name; null: none. */
function bucket(): Bucket | null {
  const env = environment();
  const { TURNWISE_S3_URL: url, TURNWISE_S3_KEY_ID: keyId, TURNWISE_S3_SECRET: secret } = env;
  if (!url || !keyId || !secret) return null;
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region: env.TURNWISE_S3_REGION,
    service: 's3',
    retries: 2,
  });
  return { url, client };
}

/** Whether the settings name a bucket for what is kept from now on. */
export function hasBucket(): boolean {
  return bucket() !== null;
}

/** Puts an object into the bucket; false when that was not confirmed. */
export async function putObject(key: string, bytes: Uint8Array, type: string): Promise<boolean> {
  const response = await ask(key, {
    method: 'PUT',
    body: Buffer.from(bytes),
    headers: { 'content-type': type },
  });
  return response?.ok ?? false;
}

/** An object of the bucket; null when it is not there or the store does not answer. */
export async function getObject(key: string): Promise<Uint8Array | null> {
  const response = await ask(key, { method: 'GET' });
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

async function ask(key: string, init: RequestInit): Promise<Response | null> {
  const named = bucket();
  if (!named) return null;
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const response = await named.client.fetch(`${named.url}/${key}`, { ...init, signal });
    if (!response.ok) log().warn('The store of photographs refused.', { status: response.status });
    return response;
  } catch (error) {
    log().error('The store of photographs does not answer.', error);
    return null;
  }
}
