package dev.steadfast.reference.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A place in a request that may have a fault: in the body, or a parameter. */
interface Place {

  /** Notes a fault of this very place. */
  void fault(String detail);

  /** The place of a member or an item below. */
  Place below(String step);

  /** Whether no more faults are wanted. */
  boolean isEnough();

  /** The whole body. */
  static Place body(Report report) {
    return new InBody(report, null, "");
  }

  /** A parameter; faults of its items are faults of it. */
  static Place parameter(Report report, String name) {
    return new InParameter(report, name);
  }

  /** A place in the body; its pointer is written only when there is a fault. */
  record InBody(Report report, @Nullable InBody above, String step) implements Place {
    @Override
    public void fault(String detail) {
      StringBuilder pointer = new StringBuilder();
      write(pointer);
      report.body(pointer.toString(), detail);
    }

    @Override
    public Place below(String next) {
      return new InBody(report, this, next);
    }

    @Override
    public boolean isEnough() {
      return report.isFull();
    }

    private void write(StringBuilder pointer) {
      if (above == null) {
        return;
      }
      above.write(pointer);
      // RFC 6901 §3, then §6: what a URI fragment cannot hold is percent-encoded
      String escaped = step.replace("~", "~0").replace("/", "~1");
      pointer
          .append('/')
          .append(
              URLEncoder.encode(escaped, StandardCharsets.UTF_8)
                  .replace("+", "%20")
                  .replace("%7E", "~"));
    }
  }

  /** A path, query or header parameter. */
  record InParameter(Report report, String name) implements Place {
    @Override
    public void fault(String detail) {
      report.parameter(name, detail);
    }

    @Override
    public Place below(String step) {
      return this;
    }

    @Override
    public boolean isEnough() {
      return report.isFull();
    }
  }
}
