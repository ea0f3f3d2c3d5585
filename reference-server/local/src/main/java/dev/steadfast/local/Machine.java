package dev.steadfast.local;

import java.util.Locale;

/**
 * What the programs that come in Maven artifacts are built for.
 *
 * @param system {@code linux} or {@code darwin}
 * @param isArm 64-bit Arm; else 64-bit x86
 */
record Machine(String system, boolean isArm) {

  static Machine current() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String architecture = System.getProperty("os.arch", "");
    return new Machine(
        name.contains("mac") ? "darwin" : name,
        architecture.equals("aarch64") || architecture.equals("arm64"));
  }

  /** The archive in the artifact of io.zonky.test.postgres. */
  String postgresArchive() {
    return "/postgres-" + system + "-" + (isArm ? "arm_64" : "x86_64") + ".txz";
  }

  /** The program in the artifact of embedded-redis. */
  String redisProgram() {
    return "/redis-server-7.0.9-" + system + "-" + (isArm ? "arm64" : "amd64");
  }
}
