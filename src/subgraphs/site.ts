/**
 * Where clients reach the server. Links in answers are made of it, and never of the Host header of a request: answers are shared
 * and kept, and whoever asks first must not choose where others are led.
 */
export class Site {
  private listening: string | undefined;

  /** @param publicUrl as the settings have it */
  constructor(private readonly publicUrl?: string) {}

  /** Says where the server listens: that is its address, unless the settings name one. */
  listensAt(url: string): void {
    this.listening = url;
  }

  /** An absolute address, without a slash at its end. */
  get url(): string {
    return this.publicUrl ?? this.listening ?? 'http://localhost';
  }
}
