package dev.steadfast.lifecycle;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that lives: a version, or an operation or field of one.
 *
 * @param label how messages call it: {@code v1}, {@code v1 POST /payments}
 * @param version it is this, or a part of this
 * @param operation null when it is none
 * @param field null when it is none
 * @param notice that its end needs; null when none is stated
 */
record Subject(
    String label,
    ApiVersion version,
    @Nullable ApiOperation operation,
    @Nullable ApiField field,
    Life life,
    @Nullable Period notice) {

  /** All of them, in the order of the file. */
  static List<Subject> of(Lifecycle lifecycle) {
    List<Subject> all = new ArrayList<>();
    for (ApiVersion version : lifecycle.versions()) {
      String name = version.name().value();
      Life life = version.life();
      all.add(new Subject(name, version, null, null, life, notice(lifecycle, version, life)));
      for (ApiOperation own : version.operations()) {
        String label = name + ' ' + own.name().value();
        Period notice = notice(lifecycle, version, own.life());
        all.add(new Subject(label, version, own, null, own.life(), notice));
      }
      for (ApiField own : version.fields()) {
        String label = name + ' ' + own.name().value();
        Period notice = notice(lifecycle, version, own.life());
        all.add(new Subject(label, version, null, own, own.life(), notice));
      }
    }
    return all;
  }

  private static @Nullable Period notice(Lifecycle lifecycle, ApiVersion version, Life life) {
    Said<Period> shared = version.life().minimumNotice();
    Said<Period> notice =
        life.minimumNotice() != null
            ? life.minimumNotice()
            : shared != null ? shared : lifecycle.minimumNotice();
    return notice == null ? null : notice.value();
  }

  /** The life of the version that it is part of; null for a version. */
  @Nullable Life outer() {
    return isVersion() ? null : version.life();
  }

  boolean isVersion() {
    return operation == null && field == null;
  }

  boolean isField() {
    return field != null;
  }

  State state() {
    return life.state().value();
  }
}
