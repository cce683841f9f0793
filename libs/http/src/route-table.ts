import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { DeclaredAct } from '@rujukan/authz';

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
}

/** Which methods a path has, so that a wrong method is told apart from a wrong path; and what each of them does. */
export class RouteTable {
  private readonly routes: Route[] = [];
  private readonly acts = new Map<string, DeclaredAct>();

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

  /** Takes the declared acts from the API's own description. */
  learnActs({ paths }: OpenAPIObject): void {
    for (const [path, item] of Object.entries(paths))
      for (const [method, operation] of Object.entries(item)) {
        const act = (operation as { 'x-audit'?: Partial<DeclaredAct> })['x-audit'];
        if (act?.type === undefined) continue;
        const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
        this.acts.set(`${method.toUpperCase()} ${url}`, act as DeclaredAct);
      }
  }

  /** @param url the route's pattern, `/v1/cases/:id`; undefined where no route fits. */
  actAt(method: string, url: string | undefined): DeclaredAct | undefined {
    return this.acts.get(`${method} ${url}`);
  }
}
