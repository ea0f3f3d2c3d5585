package dev.steadfast.compat;

import java.util.Optional;

/** What is known, beside the policy, of things that are taken away. */
public interface Removals {

  /** Nothing is known: every removal is judged by itself. */
  Removals UNKNOWN =
      new Removals() {
        @Override
        public Optional<Waiver> accepted(Finding finding) {
          return Optional.empty();
        }

        @Override
        public Finding told(Finding finding) {
          return finding;
        }
      };

  /** Why this finding does not count, when it does not. */
  Optional<Waiver> accepted(Finding finding);

  /** The finding, with what is known of it; of one that counts. */
  Finding told(Finding finding);
}
