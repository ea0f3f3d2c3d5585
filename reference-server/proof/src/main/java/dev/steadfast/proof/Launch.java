package dev.steadfast.proof;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a runnable jar of one package of this module and the names of libraries. */
final class Launch {

  private Launch() {}

  /**
   * Of an application of this module.
   *
   * @param main its class; the classes beside it go with it
   * @param libraries folders of jars; our own jars are left out, so that nothing of them is at work
   */
  static Path jar(Path file, String main, List<Path> libraries) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main);
    attributes.put(Attributes.Name.CLASS_PATH, classPath(libraries));
    String folder = main.substring(0, main.lastIndexOf('.')).replace('.', '/');
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      Path home = home();
      if (Files.isDirectory(home)) {
        copy(home.resolve(folder), folder, jar);
      } else {
        try (FileSystem files = FileSystems.newFileSystem(home)) {
          copy(files.getPath(folder), folder, jar);
        }
      }
    }
    return file;
  }

  private static String classPath(List<Path> libraries) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path folder : libraries) {
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(jar -> !jar.getFileName().toString().startsWith("steadfast-"))
            .sorted()
            .forEach(jars::add);
      }
    }
    return jars.stream().map(jar -> jar.toUri().toString()).collect(Collectors.joining(" "));
  }

  private static void copy(Path from, String folder, JarOutputStream jar) throws IOException {
    jar.putNextEntry(new JarEntry(folder + '/')); // without it Spring finds no components
    try (Stream<Path> classes = Files.list(from)) {
      for (Path one : classes.sorted().toList()) {
        jar.putNextEntry(new JarEntry(folder + '/' + one.getFileName()));
        Files.copy(one, jar);
      }
    }
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
