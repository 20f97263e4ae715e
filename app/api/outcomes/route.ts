import { gateClinic, refusalResponse } from '#lib/auth/gate-request.ts';
import { outcomeCsv } from '#lib/interop/outcome-csv.ts';
import { loadOutcomeExport } from '#lib/loaders/load-outcome-export.ts';

/** The outcomes that the address counts, as a CSV file. */
export async function GET(request: Request): Promise<Response> {
  const gate = await gateClinic(request, 'outcome.read');
  if (!gate.ok) return refusalResponse(gate.reason);
  const pieces = loadOutcomeExport(gate.value, Object.fromEntries(new URL(request.url).searchParams));
  const encoder = new TextEncoder();
  let isFirst = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(outcomeCsv(value, isFirst)));
      isFirst = false;
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="outcomes.csv"',
      'cache-control': 'no-store',
    },
  });
}
