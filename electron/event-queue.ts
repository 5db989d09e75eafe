/** Carries events from where they happen to the one who iterates over them; what comes meanwhile waits its turn. */
export class EventQueue<Event> {
  private readonly waiting: Event[] = [];
  private isEnded = false;
  private wake = () => {};

  add(event: Event): void {
    this.waiting.push(event);
    this.wake();
  }

  /** Ends the iteration once the waiting events are taken. */
  end(): void {
    this.isEnded = true;
    this.wake();
  }

  async *drain(): AsyncGenerator<Event, void, undefined> {
    for (;;) {
      const event = this.waiting.shift();
      if (event !== undefined) yield event;
      else if (this.isEnded) return;
      else
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
    }
  }
}
