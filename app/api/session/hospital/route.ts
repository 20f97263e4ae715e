import { startHospitalSignIn } from '#lib/auth/start-hospital-sign-in.ts';

/** Leads to the sign-in of the hospital, which leads back; `?next=` is where to go then. */
export async function GET(request: Request): Promise<Response> {
  const location = await startHospitalSignIn(new URL(request.url).searchParams.get('next'));
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
