package dev.steadfast.pact;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.steadfast.proof.Dialect;
import dev.steadfast.proof.Merchant;
import dev.steadfast.proof.Stage;
import dev.steadfast.proof.load.Answer;
import dev.steadfast.proof.load.Connection;
import dev.steadfast.proof.load.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** The running server as the provider: each state is set by its API, for a new merchant. */
abstract class Provider {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static @Nullable Stage stage;

  private @Nullable Merchant merchant;

  /* One for all pacts of this JVM; its processes end with it. */
  private static synchronized Stage stage() throws IOException, InterruptedException {
    Stage ready = stage;
    if (ready == null) {
      Path root = Path.of(System.getProperty("steadfast.root", "../.."));
      ready = Stage.start(root.toAbsolutePath().normalize(), Files.createTempDirectory("pacts-"));
      stage = ready;
    }
    return ready;
  }

  @BeforeEach
  void target(PactVerificationContext context) throws IOException, InterruptedException {
    Target server = stage().targets().get(0);
    context.setTarget(new HttpTestTarget(server.host(), server.port()));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void pact(PactVerificationContext context, HttpRequest request)
      throws IOException, InterruptedException, SQLException {
    request.setHeader("Authorization", "Bearer " + merchant().token());
    context.verifyInteraction();
  }

  private Merchant merchant() throws IOException, InterruptedException, SQLException {
    Merchant known = merchant;
    if (known == null) {
      known = stage().merchant("premium");
      merchant = known;
    }
    return known;
  }

  @State("a merchant")
  void merchantExists() throws IOException, InterruptedException, SQLException {
    merchant();
  }

  @State("a captured payment")
  Map<String, String> payment() throws IOException, InterruptedException, SQLException {
    try (Connection connection = Connection.open(stage().targets().get(0), PATIENCE)) {
      Answer answer =
          connection.exchange(
              Dialect.V2
                  .post("/payments", Dialect.V2.sale(""))
                  .by(merchant().token())
                  .keyed(UUID.randomUUID().toString()));
      return Map.of("paymentId", Shop.value(answer.body(), "id", "\"([^\"]*)\""));
    }
  }

  @State("two captured payments")
  void payments() throws IOException, InterruptedException, SQLException {
    payment();
    payment();
  }
}
