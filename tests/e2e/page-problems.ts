import type { BrowserContext } from '@playwright/test';

/** What went wrong in the pages of one test, whether or not anybody saw it. */
export type PageProblems = {
  watch: (context: BrowserContext) => Promise<void>;
  /** Lets a problem be that the test is about, such as the 404 of an unknown case. */
  allow: (pattern: RegExp) => void;
  unexpected: () => string[];
};

/** Collects console errors and warnings, page errors, violations of the content security policy and failed requests. */
export function collectProblems(): PageProblems {
  const problems: string[] = [];
  const allowed: RegExp[] = [];
  return {
    watch: async (context) => {
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) {
          problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
        }
      });
      context.on('weberror', (error) =>
        problems.push(`page error: ${error.error().stack ?? error.error().message}`),
      );
      context.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText ?? '';
        // Leaving a page ends what it was still fetching.
        if (reason !== 'net::ERR_ABORTED')
          problems.push(`request failed: ${request.method()} ${request.url()} ${reason}`);
      });
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
      });
    },
    allow: (pattern) => {
      allowed.push(pattern);
    },
    unexpected: () => problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem))),
  };
}
