/** Wakes one sleeper. A ring while nobody sleeps is kept: the next sleep ends at once. */
export class Bell {
  private isRung = false;
  private wakeUp: (() => void) | undefined;

  ring(): void {
    this.isRung = true;
    this.wakeUp?.();
  }

  /** Sleeps until it rings, for so many milliseconds at most. */
  async sleep(milliseconds: number): Promise<void> {
    if (!this.isRung) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.wakeUp = resolve;
        timer = setTimeout(resolve, milliseconds);
      });
      clearTimeout(timer);
      this.wakeUp = undefined;
    }
    this.isRung = false;
  }
}
