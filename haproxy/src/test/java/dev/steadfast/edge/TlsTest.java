package dev.steadfast.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steadfast.local.Address;
import dev.steadfast.local.Certificate;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door with TLS, and a certificate made for this run. */
class TlsTest {

  @TempDir static Path folder;

  private static final Address TLS = Address.free();

  private static TestEdge edge;

  @BeforeAll
  static void start() throws Exception {
    Path certificate = Certificate.in(Files.createDirectory(folder.resolve("keys")));
    edge =
        new TestEdge(
            folder,
            Map.of("PAYMENTS_CERT", certificate.toString(), "PAYMENTS_TLS_BIND", TLS.toString()));
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void request_overTls_speaksHttp2AndIsToldToStayThere() throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("https://" + TLS + "/v2/payments")).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(answer.headers().allValues("Strict-Transport-Security"))
        .containsExactly("max-age=63072000; includeSubDomains");
  }

  @Test
  void handshake_withAnOldCipher_isRefused() throws Exception {
    try (Socket plain = new Socket(TLS.host(), TLS.port());
        SSLSocket socket =
            (SSLSocket)
                trusting().getSocketFactory().createSocket(plain, TLS.host(), TLS.port(), true)) {
      SSLParameters old = socket.getSSLParameters();
      old.setProtocols(new String[] {"TLSv1.2"});
      old.setCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"});
      socket.setSSLParameters(old);
      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
    }
  }

  /* Of any certificate and host: the one of this run is signed by nobody. */
  private static SSLContext trusting() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustEverybody()}, new SecureRandom());
    return context;
  }

  private static final class TrustEverybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
