import type { BrowserContext, ConsoleMessage, Page, Response } from 'playwright-core';

/** What a browser does while a person works: every address, every title, and whatever went wrong. */
export class Watch {
  readonly urls = new Set<string>();
  readonly titles = new Set<string>();
  private readonly found: string[] = [];

  constructor(
    context: BrowserContext,
    private readonly portalUrl: string,
  ) {
    context.on('request', (request) => void this.urls.add(request.url()));
    context.on('response', (response) => this.onResponse(response));
    context.on('weberror', (error) => void this.found.push(`script: ${error.error().message}`));
    context.on('console', (message) => this.onConsole(message));
    context.on('page', (page) => this.follow(page));
  }

  /** Errors of scripts, breaches of the content-security policy, refused calls: each one is a mistake, unless it is expected. */
  get problems(): readonly string[] {
    return this.found;
  }

  /** Takes what had to go wrong off the list. @throws when it never did. */
  expectProblem(what: RegExp): void {
    const rest = this.found.filter((problem) => !what.test(problem));
    if (rest.length === this.found.length)
      throw new Error(`never happened: ${what.source}; only ${this.found.join(', ') || 'nothing'}`);
    this.found.splice(0, Infinity, ...rest);
  }

  private follow(page: Page): void {
    const note = () =>
      page.title().then(
        (title) => void this.titles.add(title),
        () => undefined, // the page went on before it could say
      );
    page.on('framenavigated', (frame) => {
      this.urls.add(frame.url());
      void note();
    });
    page.on('request', () => void note());
  }

  private onResponse(response: Response): void {
    const { pathname } = new URL(response.url());
    const isQuestionWhoIsThere = response.status() === 401 && pathname === '/api/me';
    if (response.status() < 400 || isQuestionWhoIsThere) return;
    this.found.push(`${response.status()} ${response.request().method()} ${pathname}`);
  }

  private onConsole(message: ConsoleMessage): void {
    // The browser's own line about a refused call says less than the call itself, which is judged above.
    const isOurs = (message.page()?.url() ?? '').startsWith(this.portalUrl);
    if (message.type() !== 'error' || !isOurs || message.text().startsWith('Failed to load resource')) return;
    this.found.push(`console: ${message.text()}`);
  }
}
