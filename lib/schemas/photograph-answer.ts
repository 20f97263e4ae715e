/** The largest file of a photograph, in bytes, and what its form may be on top of that. */
export const MOST_PHOTOGRAPH_BYTES = 15 * 1024 * 1024;
export const MOST_FORM_BYTES = MOST_PHOTOGRAPH_BYTES + 64 * 1024;

export const PHOTOGRAPH_NOTE_CHARACTERS = 500;

/** Why a photograph was not kept. It stands in addresses too: a form without scripts is answered by one. */
export const PHOTOGRAPH_REFUSALS = [
  'too-large',
  'empty',
  'heic',
  'not-a-photograph',
  'other-type',
  'too-many-pixels',
  'damaged',
  'cut-off',
  'day-missing',
  'in-the-future',
  'before-placement',
  'device-unknown',
  'complication-unknown',
  'note-too-long',
  'busy',
  'one-at-a-time',
  'store-away',
  'case-closed',
  'id-reused',
] as const;
export type PhotographRefusal = (typeof PHOTOGRAPH_REFUSALS)[number];

/** Where it leads once a photograph is kept: to the complication that it shows, else to the photographs. */
export function addressOfKept(caseId: string, complicationId: string | null): string {
  return complicationId === null
    ? `/cases/${caseId}/photographs?saved=1`
    : `/cases/${caseId}/complications?photograph=saved#${complicationId}`;
}

/** What the server answers to a photograph that was sent with scripts. */
export type PhotographAnswer =
  | { kind: 'recorded'; id: string }
  | { kind: 'refused'; refusal: PhotographRefusal }
  /** The gate turned it away, or nothing came back. */
  | { kind: 'failed'; message: string };

/** The field of the form that a refusal is about, and its sentence. */
export const PHOTOGRAPH_REFUSAL_WORDS: Record<PhotographRefusal, { field: string | null; sentence: string }> =
  {
    'too-large': { field: 'file', sentence: 'The file is larger than 15 MB. Send a smaller copy of it.' },
    empty: { field: 'file', sentence: 'Choose a photograph: no file came with the form, or it was empty.' },
    heic: {
      field: 'file',
      sentence:
        'This is a HEIC file, which cannot be read here. On an iPhone choose Settings, Camera, Formats, Most Compatible, or send the picture as JPEG.',
    },
    'not-a-photograph': {
      field: 'file',
      sentence: 'This is neither a JPEG nor a PNG file. Send the photograph as one of these.',
    },
    'other-type': {
      field: 'file',
      sentence: 'The file is of another type than its name says. Save it again as JPEG or PNG and send that.',
    },
    'too-many-pixels': {
      field: 'file',
      sentence: 'The picture has more than 50 megapixels. Send a smaller copy of it.',
    },
    damaged: {
      field: 'file',
      sentence: 'The picture cannot be read: the file is damaged or cut off. Send it again, or take another.',
    },
    'cut-off': {
      field: 'file',
      sentence: 'The file did not arrive whole. Check the connection and send it again.',
    },
    'day-missing': { field: 'takenDay', sentence: 'Give the day on which it was taken, such as 2026-03-12.' },
    'in-the-future': { field: 'takenDay', sentence: 'This day has not come yet. Check the day.' },
    'before-placement': {
      field: 'takenDay',
      sentence: 'This is before the device was placed. Check the day, or choose the whole site.',
    },
    'device-unknown': {
      field: 'deviceId',
      sentence:
        'This device does not belong to this case. Open the page again and choose one of its devices.',
    },
    'complication-unknown': {
      field: 'complicationId',
      sentence:
        'This complication is not on record in this case. Open the page again and choose one that is.',
    },
    'note-too-long': { field: 'note', sentence: 'Write at most 500 characters that can be shown.' },
    busy: {
      field: null,
      sentence: 'Several photographs are arriving at this moment. Send yours again in a few seconds.',
    },
    'one-at-a-time': {
      field: null,
      sentence:
        'Another photograph of yours is still arriving. Send this one once that is done, or in half a minute if it broke off.',
    },
    'store-away': {
      field: null,
      sentence:
        'The store of photographs does not answer. Send it again in some minutes, and tell your administrator if it happens twice.',
    },
    'case-closed': { field: null, sentence: 'This case is closed: nothing is added to its course.' },
    'id-reused': {
      field: null,
      sentence:
        'This form was sent before with another photograph, which is kept. Open the page again to add this one.',
    },
  };
