package dev.steadfast.local;

/** Is told how a start goes on. */
public interface Steps {

  /** Tells nobody. */
  Steps SILENT =
      new Steps() {
        @Override
        public void begin(String what) {}

        @Override
        public void end(String result) {}
      };

  /** Something begins, for instance {@code PostgreSQL}. */
  void begin(String what);

  /** It is done, with what there is to know about it. */
  void end(String result);
}
