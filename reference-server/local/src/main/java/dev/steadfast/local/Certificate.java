package dev.steadfast.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/**
 * A self-signed certificate for the loopback address, as the edge wants it: one PEM file with key.
 */
public final class Certificate {

  private static final int DAYS = 365;
  private static final Duration RENEW_BEFORE = Duration.ofDays(7);
  private static final String ALIAS = "edge";
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Certificate() {}

  /** The file in that folder; made when it is missing or about to expire. */
  public static Path in(Path folder) throws IOException, InterruptedException {
    Path file = Files.createDirectories(folder).resolve("edge.pem");
    if (!isValid(file)) {
      Path store = folder.resolve("edge-" + UUID.randomUUID() + ".p12");
      try {
        make(store, UUID.randomUUID().toString(), file);
      } finally {
        Files.deleteIfExists(store);
      }
    }
    return file;
  }

  private static boolean isValid(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      certificate.checkValidity(Date.from(Instant.now().plus(RENEW_BEFORE)));
      return true;
    } catch (GeneralSecurityException expiredOrBroken) {
      return false;
    }
  }

  private static void make(Path store, String password, Path file)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-validity",
            Integer.toString(DAYS),
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass:env", // a command line can be read by every user
            "STORE_PASSWORD");
    builder.environment().put("STORE_PASSWORD", password);
    Process keytool = builder.redirectErrorStream(true).start();
    keytool.getOutputStream().close();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool could not make a certificate: " + said);
    }
    try {
      write(KeyStore.getInstance(store.toFile(), password.toCharArray()), password, file);
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate that keytool made cannot be read", e);
    }
  }

  private static void write(KeyStore store, String password, Path file)
      throws GeneralSecurityException, IOException {
    String text =
        pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded())
            + pem("PRIVATE KEY", store.getKey(ALIAS, password.toCharArray()).getEncoded());
    PrivateFile.write(file, text);
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + LINES.encodeToString(bytes)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
