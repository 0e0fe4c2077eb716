/**
 * A value that is there already, where a promise of it is expected. Fields that are resolved with one need not wait for a turn of the
 * queue: answers have hundreds.
 */
export class Present<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'Present';

  constructor(readonly value: T) {}

  then<R = T, E = never>(
    onFulfilled?: ((value: T) => R | PromiseLike<R>) | null,
    onRejected?: ((reason: unknown) => E | PromiseLike<E>) | null,
  ): Promise<R | E> {
    return Promise.resolve(this.value).then(onFulfilled, onRejected);
  }

  catch<E = never>(onRejected?: ((reason: unknown) => E | PromiseLike<E>) | null): Promise<T | E> {
    return Promise.resolve(this.value).catch(onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<T> {
    return Promise.resolve(this.value).finally(onFinally);
  }
}
