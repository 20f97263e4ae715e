import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#db/client.ts';
import { pool } from './pool.ts';

const holder = globalThis as typeof globalThis & { turnwisePrisma?: PrismaClient };

/** Prisma over the connections of this process: ordinary reads and writes of what changes in place. */
export function prisma(): PrismaClient {
  holder.turnwisePrisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return holder.turnwisePrisma;
}
