import { Injectable } from '@nestjs/common';
import { Every } from '@rujukan/worker';
import { EndBreakGlass } from './end-break-glass.js';

@Injectable()
export class EndBreakGlassTimer {
  constructor(private readonly endBreakGlass: EndBreakGlass) {}

  @Every(1_000)
  run(): Promise<number> {
    return this.endBreakGlass.execute();
  }
}
