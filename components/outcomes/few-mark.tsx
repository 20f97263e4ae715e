import { Badge } from '#components/ui/badge.tsx';

/** Says of a count that it is too small to rely on. */
export function FewMark() {
  return <Badge>few: fewer than 30</Badge>;
}
