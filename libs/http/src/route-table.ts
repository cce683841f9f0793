import type { FastifyInstance } from 'fastify';

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
}

/** Which methods a path has, so that a wrong method is told apart from a wrong path. */
export class RouteTable {
  private readonly routes: Route[] = [];

  /** Watches routes as they are added; call it before any is. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', ({ method, url }) => {
      const pattern = new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
      for (const name of [method].flat()) this.routes.push({ method: name, pattern });
    });
  }

  methodsOf(url: string): readonly string[] {
    const path = url.split('?', 1)[0]!;
    const methods = this.routes.filter((route) => route.pattern.test(path)).map((route) => route.method);
    return [...new Set(methods)].sort();
  }
}
