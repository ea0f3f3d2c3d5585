package dev.steadfast.reference.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steadfast.local.Issuer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenVerifierTest {
  private static final String MERCHANT = "mer_" + "0".repeat(26);

  private final TestClock clock = new TestClock();
  @TempDir private Path folder;
  private Issuer old;
  private Issuer next;
  private Path published;
  private TokenVerifier verifier;

  @BeforeEach
  void publishTheOldKey() throws IOException {
    old = Issuer.open(folder.resolve("old")).at(clock);
    next = Issuer.open(folder.resolve("next")).at(clock);
    published = folder.resolve("jwks.json");
    publish(old);
    verifier =
        new TokenVerifier(
            new TokenProperties(
                published.toUri(),
                Issuer.ISSUER,
                Issuer.AUDIENCE,
                Duration.ofMinutes(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                2),
            clock);
  }

  @Test
  void token_thatIsBelieved_namesItsCaller() throws Exception {
    assertThat(verifier.verify(old.token(MERCHANT, "premium", "payments:read", "refunds:read")))
        .isEqualTo(
            new Caller(
                "client-of-" + MERCHANT,
                MERCHANT,
                "premium",
                Set.of("payments:read", "refunds:read")));
    Caller platform = verifier.verify(old.platformToken("platform-1", "basic", "merchants:create"));
    assertThat(platform.merchant()).isNull();
    assertThat(platform.owner()).isEqualTo("platform-1");
  }

  @Test
  void key_thatIsNew_isReadWhenATokenNamesIt() throws Exception {
    verifier.verify(old.token(MERCHANT, "basic"));
    String signedByNext = next.token(MERCHANT, "basic");
    assertRefused(signedByNext);

    publish(next);
    assertRefused(signedByNext);
    clock.pass(Duration.ofSeconds(2));
    assertThat(verifier.verify(signedByNext).merchant()).isEqualTo(MERCHANT);
  }

  @Test
  void key_thatWasWithdrawn_isBelievedUntilKeysAreReadAgain() throws Exception {
    String token = old.token(MERCHANT, "basic");
    verifier.verify(token);
    publish(next);

    clock.pass(Duration.ofMinutes(4));
    assertThat(verifier.verify(token).merchant()).isEqualTo(MERCHANT);
    clock.pass(Duration.ofMinutes(2));
    assertRefused(token);
  }

  @Test
  void token_thatIsRemembered_endsWhenItSays() throws Exception {
    String token = old.lasting(Duration.ofSeconds(30)).token(MERCHANT, "basic");
    verifier.verify(token);

    clock.pass(Duration.ofSeconds(34));
    assertThat(verifier.verify(token).merchant()).isEqualTo(MERCHANT);
    clock.pass(Duration.ofSeconds(1));
    assertRefused(token);
  }

  @Test
  void keys_thatCannotBeReadAgain_stayAsTheyWere() throws Exception {
    verifier.verify(old.token(MERCHANT, "basic"));
    Files.delete(published);

    clock.pass(Duration.ofMinutes(6));
    assertThat(verifier.verify(old.token(MERCHANT, "basic")).merchant()).isEqualTo(MERCHANT);
  }

  @Test
  void token_whoseKeyNobodyCanAskFor_isNotCalledInvalid() throws Exception {
    Files.delete(published);
    String token = old.token(MERCHANT, "basic");
    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(KeysUnavailableException.class);

    publish(old);
    clock.pass(Duration.ofSeconds(2));
    assertThat(verifier.verify(token).merchant()).isEqualTo(MERCHANT);

    Files.delete(published);
    clock.pass(Duration.ofSeconds(2));
    String signedByNext = next.token(MERCHANT, "basic");
    assertThatThrownBy(() -> verifier.verify(signedByNext))
        .isInstanceOf(KeysUnavailableException.class);
  }

  private void publish(Issuer issuer) throws IOException {
    Files.copy(
        Path.of(URI.create(issuer.jwksUri().toString())),
        published,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void assertRefused(String token) {
    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidTokenException.class);
  }

  /** A clock that moves when it is told to. */
  private static final class TestClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T18:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
