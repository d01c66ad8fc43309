import { Injectable } from '@nestjs/common';

/** What is wrong with this process though it serves requests, by the name of the condition. */
@Injectable()
export class Conditions {
  private readonly sentences = new Map<string, string>();

  /** @returns whether that was not known before. */
  set(name: string, sentence: string): boolean {
    const isNews = this.sentences.get(name) !== sentence;
    this.sentences.set(name, sentence);
    return isNews;
  }

  clear(name: string): void {
    this.sentences.delete(name);
  }

  get(name: string): string | undefined {
    return this.sentences.get(name);
  }

  /** All there are, by name. */
  list(): { name: string; detail: string }[] {
    return [...this.sentences].map(([name, detail]) => ({ name, detail }));
  }
}
