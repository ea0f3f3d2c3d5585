package dev.steadfast.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Stands for a reference server where only the process matters: answers every path with its name.
 */
final class TinyServer {

  private TinyServer() {}

  /** A runnable jar of it. */
  static Path jar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyServer.class.getName());
    String entry = TinyServer.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.putNextEntry(new JarEntry(entry));
      jar.write(TinyServer.class.getClassLoader().getResourceAsStream(entry).readAllBytes());
      jar.closeEntry();
    }
    return file;
  }

  /** Serves until it is told to stop; ends at once with code 3 when {@code BROKEN} is set. */
  public static void main(String[] arguments) throws IOException {
    if (System.getenv("BROKEN") != null) {
      System.out.println("cannot bind");
      System.exit(3);
    }
    int port = Integer.parseInt(System.getenv("SERVER_PORT"));
    byte[] body = System.getenv("SERVER_NAME").getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(System.getenv("SERVER_ADDRESS"), port), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }
}
