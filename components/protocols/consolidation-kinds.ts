/** The rules of consolidation that a form offers. */
export const CONSOLIDATION_KINDS = [
  { value: 'fixed-days', label: 'A fixed number of days' },
  { value: 'multiple-of-activation', label: 'A multiple of activation' },
  { value: 'days-per-cm', label: 'Days per cm' },
  { value: 'imaging-decides', label: 'Imaging decides' },
];
