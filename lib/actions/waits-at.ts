/** The page that says of a version that it waits for a surgeon's signature and is not in force. */
export function waitsAt(caseId: string, version: number): string {
  return `/cases/${caseId}/protocol?proposed=${version}`;
}
