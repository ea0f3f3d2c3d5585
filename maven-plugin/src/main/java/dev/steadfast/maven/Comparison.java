package dev.steadfast.maven;

import org.jspecify.annotations.Nullable;

/** One {@code <pair>} of the configuration; Maven fills its fields by name. */
public final class Comparison {

  private @Nullable String name;
  private @Nullable String base;
  private @Nullable String revision;

  /** For Maven. */
  public Comparison() {}

  Comparison(@Nullable String name, @Nullable String base, @Nullable String revision) {
    this.name = name;
    this.base = base;
    this.revision = revision;
  }

  /** How reports call the pair; the file name of the new document when nothing was said. */
  String name() {
    return name != null ? name : revision();
  }

  /** The old document; empty when nothing was said. */
  String base() {
    return base == null ? "" : base.strip();
  }

  /** The new document; empty when nothing was said. */
  String revision() {
    return revision == null ? "" : revision.strip();
  }
}
