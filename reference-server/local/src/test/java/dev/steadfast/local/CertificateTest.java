package dev.steadfast.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {

  @TempDir private Path folder;

  @Test
  void certificate_isForTheLoopbackAddressAndPrivate()
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = Certificate.in(folder);

    try (InputStream in = Files.newInputStream(file)) {
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      certificate.checkValidity();
      assertThat(certificate.getSubjectAlternativeNames())
          .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
    }
    assertThat(Files.readString(file))
        .containsOnlyOnce("-----BEGIN PRIVATE KEY-----")
        .endsWith("-----END PRIVATE KEY-----\n");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void certificate_isKept() throws IOException, InterruptedException {
    String first = Files.readString(Certificate.in(folder));

    assertThat(Files.readString(Certificate.in(folder))).isEqualTo(first);
  }
}
