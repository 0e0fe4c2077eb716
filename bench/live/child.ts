import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A process of the bench: it is asked, and answers in turn. */
export class Child<Question extends object, Answer> {
  private readonly child: ChildProcess;

  /** @param program its file in live/ */
  constructor(program: string, env: NodeJS.ProcessEnv = {}) {
    this.child = fork(path.join(__dirname, `${program}.js`), {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      execArgv: ['--expose-gc'],
      serialization: 'advanced',
    });
  }

  /** What it says next. */
  async told<A extends Answer>(): Promise<A> {
    const [answer] = (await once(this.child, 'message')) as [A];
    return answer;
  }

  async ask<A extends Answer>(question: Question): Promise<A> {
    const answer = this.told<A>();
    this.child.send(question);
    return answer;
  }

  stop(): void {
    this.child.disconnect();
  }
}
