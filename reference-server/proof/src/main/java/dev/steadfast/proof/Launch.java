package dev.steadfast.proof;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a runnable jar that holds nothing but the names of others. */
final class Launch {

  private Launch() {}

  /**
   * Of a class of this module.
   *
   * @param libraries a folder of jars; our own are left out, so that nothing of them is at work
   */
  static Path jar(Path file, String main, Path libraries) throws IOException {
    String path;
    try (Stream<Path> jars = Files.list(libraries)) {
      path =
          Stream.concat(
                  Stream.of(home()),
                  jars.filter(jar -> !jar.getFileName().toString().startsWith("steadfast-"))
                      .sorted())
              .map(entry -> entry.toUri().toString())
              .collect(Collectors.joining(" "));
    }
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main);
    attributes.put(Attributes.Name.CLASS_PATH, path);
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
    return file;
  }

  /* The jar or folder of this class. */
  private static Path home() throws IOException {
    try {
      return Path.of(Launch.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the classes of this program are nowhere", e);
    }
  }
}
