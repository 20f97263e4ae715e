import type { ReactNode } from 'react';
import { Section } from '#components/ui/section.tsx';

type FormWithPreviewProps = {
  /** Anchor of the preview. */
  id: string;
  preview: ReactNode;
  buttons: ReactNode;
  /** The fields. */
  children: ReactNode;
};

/** Fields with what they would do: below them, before the buttons; where there is room beside them, in sight while they change. */
export function FormWithPreview({ id, preview, buttons, children }: FormWithPreviewProps) {
  return (
    <div className="grid grid-cols-1 content-start gap-6 xl:grid-cols-2 xl:grid-rows-[auto_1fr] xl:gap-x-10">
      <div className="grid min-w-0 content-start gap-6">{children}</div>
      <section
        aria-label="Preview"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
        tabIndex={0}
        className="min-w-0 xl:sticky xl:top-16 xl:col-start-2 xl:row-span-2 xl:row-start-1 xl:max-h-[calc(100dvh-5rem)] xl:self-start xl:overflow-y-auto"
      >
        <Section id={id} level={3} title="Preview" detail="nothing is saved yet">
          {preview}
        </Section>
      </section>
      <div className="flex flex-wrap content-start gap-2">{buttons}</div>
    </div>
  );
}
