// Something asked of the server. The last answer stays until the next is there, so that nothing
// jumps; a question overtaken by another is dropped.
export class Remote<T> {
  data = $state.raw<T | undefined>();
  error = $state<Error | undefined>();
  loading = $state(false);
  #current: AbortController | undefined;

  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.#current?.abort();
    const mine = (this.#current = new AbortController());
    this.loading = true;
    try {
      const data = await question(mine.signal);
      if (mine !== this.#current) return;
      this.data = data;
      this.error = undefined;
    } catch (error) {
      if (mine !== this.#current) return;
      this.error = error as Error;
    }
    this.loading = false;
  }

  clear() {
    this.#current?.abort();
    this.#current = undefined;
    this.data = this.error = undefined;
    this.loading = false;
  }
}
