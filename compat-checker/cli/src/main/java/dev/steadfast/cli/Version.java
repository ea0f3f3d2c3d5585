package dev.steadfast.cli;

/** The version of this program. */
final class Version {

  /** From the jar's manifest; {@code development} when run from classes. */
  static final String TEXT = text();

  private Version() {}

  private static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
