package dev.steadfast.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Both consumers' pacts hold, and a pact that does not is noticed. */
class ProviderIT {

  private static final Path PACTS = Path.of("target/pacts");
  private static final Path BROKEN = Path.of("target/broken-pacts");

  /** As the consumers' tests have written them. */
  @au.com.dius.pact.provider.junitsupport.Provider("payments")
  @au.com.dius.pact.provider.junitsupport.loader.PactFolder("target/pacts")
  static final class AsWritten extends Provider {}

  /** With one promise that the server does not keep. */
  @au.com.dius.pact.provider.junitsupport.Provider("payments")
  @au.com.dius.pact.provider.junitsupport.loader.PactFolder("target/broken-pacts")
  static final class Broken extends Provider {}

  @Test
  void pacts_ofBothConsumers_hold() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(AsWritten.class))
        .execute()
        .testEvents()
        .assertStatistics(events -> events.started(8).succeeded(8).failed(0));
  }

  @Test
  void pact_withAnotherStatusWord_fails() throws IOException {
    Files.createDirectories(BROKEN);
    String pact = Files.readString(PACTS.resolve("shop-payments.json"));
    String broken = pact.replace("\"status\": \"captured\"", "\"status\": \"paid\"");
    assertThat(broken).isNotEqualTo(pact);
    Files.writeString(BROKEN.resolve("shop-payments.json"), broken);

    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Broken.class))
        .execute()
        .testEvents()
        .assertStatistics(events -> events.started(5).succeeded(3).failed(2));
  }
}
