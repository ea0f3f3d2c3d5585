package dev.steadfast.reference.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steadfast.reference.database.TestDatabase;
import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.reference.security.Caller;
import dev.steadfast.starter.problem.Fault;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

class MerchantsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final AtomicInteger EMAILS = new AtomicInteger();
  private static final Caller PLATFORM = caller("platform-1", null);

  private static JdbcTemplate jdbc;
  private static Merchants merchants;

  @BeforeAll
  static void create() throws SQLException {
    DataSource database = TestDatabase.create("merchants");
    jdbc = new JdbcTemplate(database);
    merchants = new Merchants(new MerchantStore(jdbc, JSON), Clock.systemUTC());
  }

  @Test
  void merchant_created_isActiveBasicAndReadAsItWasWritten() {
    MerchantData data = data(Map.of("region", "north"));
    Merchant created = merchants.create(PLATFORM, data);

    assertThat(created.id()).matches("mer_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(created)
        .isEqualTo(
            new Merchant(
                created.id(),
                "platform-1",
                data,
                MerchantStatus.ACTIVE,
                Tier.BASIC,
                1,
                created.createdAt(),
                created.createdAt()));
    assertThat(created.entityTag()).isEqualTo("\"1\"");
    assertThat(merchants.get(PLATFORM, created.id())).isEqualTo(created);
    assertThat(merchants.get(caller("anyone", created.id()), created.id())).isEqualTo(created);
  }

  @Test
  void merchant_ofAnotherPlatformOrMerchant_doesNotExist() {
    String id = merchants.create(PLATFORM, data(null)).id();
    for (Caller other :
        List.of(caller("platform-2", null), caller("platform-1", "mer_" + "0".repeat(26)))) {
      assertRefused(() -> merchants.get(other, id), PaymentProblem.NOT_FOUND);
      assertRefused(() -> change(other, id, null, "{}"), PaymentProblem.NOT_FOUND);
    }
  }

  @Test
  void email_thatDiffersInCaseOnly_isTaken() {
    Merchant first = merchants.create(PLATFORM, data(null));
    MerchantData same = withEmail(first.data().email().toUpperCase(Locale.ROOT));
    Fault fault = Fault.at("#/email", "is taken");

    assertRefused(() -> merchants.create(PLATFORM, same), PaymentProblem.MERCHANT_EXISTS, fault);
    Merchant second = merchants.create(PLATFORM, data(null));
    assertRefused(
        () -> change(PLATFORM, second.id(), null, "{\"email\":\"" + same.email() + "\"}"),
        PaymentProblem.MERCHANT_EXISTS,
        fault);
    assertThat(merchants.get(PLATFORM, second.id())).isEqualTo(second);
    // its own in other letters is no other merchant's
    assertThat(
            change(PLATFORM, first.id(), null, "{\"email\":\"" + same.email() + "\"}")
                .data()
                .email())
        .isEqualTo(same.email());
  }

  @Test
  void currency_thatIsNotInCirculation_isRefused() {
    String id = merchants.create(PLATFORM, data(null)).id();
    Fault fault = Fault.at("#/defaultCurrency", "must be a currency in circulation");

    assertRefused(
        () -> change(PLATFORM, id, null, "{\"defaultCurrency\":\"XAU\"}"),
        PaymentProblem.VALIDATION_FAILED,
        fault);
  }

  @Test
  void patch_givenNullAndAbsent_replacesRemovesAndKeeps() {
    Merchant old = merchants.create(PLATFORM, data(Map.of("region", "north", "trial", "yes")));

    Merchant changed =
        change(
            PLATFORM,
            old.id(),
            "\"1\"",
            """
            {"name": "Teehaus Nord GmbH", "websiteUrl": null,
             "metadata": {"trial": null, "floor": "2", "never": null}}
            """);

    assertThat(changed.data())
        .isEqualTo(
            new MerchantData(
                "Teehaus Nord GmbH",
                old.data().email(),
                "DE",
                "EUR",
                "TEEHAUS NORD",
                null,
                Map.of("region", "north", "floor", "2")));
    assertThat(changed.entityTag()).isEqualTo("\"2\"");
    assertThat(changed.createdAt()).isEqualTo(old.createdAt());
    assertThat(changed.updatedAt()).isAfter(old.updatedAt());
    assertThat(merchants.get(PLATFORM, old.id())).isEqualTo(changed);

    Merchant bare =
        change(
            PLATFORM,
            old.id(),
            "\"2\"",
            "{\"statementDescriptor\": null, \"metadata\": null, \"defaultCurrency\": \"JPY\"}");
    assertThat(bare.data())
        .isEqualTo(
            new MerchantData(
                "Teehaus Nord GmbH", old.data().email(), "DE", "JPY", null, null, null));
  }

  @Test
  void patch_thatChangesNothing_keepsTheVersion() {
    Merchant old = merchants.create(PLATFORM, data(Map.of("region", "north")));
    for (String patch :
        List.of(
            "{}", "{\"name\":\"Teehaus Nord\",\"metadata\":{\"region\":\"north\",\"x\":null}}")) {
      assertThat(change(PLATFORM, old.id(), "\"1\"", patch)).isEqualTo(old);
    }
  }

  @Test
  void patch_basedOnAnOldState_isRefusedUnlessItNamesNone() {
    String id = merchants.create(PLATFORM, data(null)).id();
    change(PLATFORM, id, "\"1\"", "{\"name\":\"B\"}");

    assertThatThrownBy(() -> change(PLATFORM, id, "\"1\"", "{\"name\":\"C\"}"))
        .hasMessage("The current state is \"2\", If-Match names \"1\".");
    assertThat(change(PLATFORM, id, null, "{\"name\":\"C\"}").version()).isEqualTo(3);
  }

  @Test
  void labels_afterAPatch_areAtMostTwenty() {
    Map<String, String> labels =
        IntStream.range(0, 20).boxed().collect(Collectors.toMap(n -> "label-" + n, n -> "x"));
    Merchant full = merchants.create(PLATFORM, data(labels));

    assertThatThrownBy(() -> change(PLATFORM, full.id(), null, "{\"metadata\":{\"more\":\"x\"}}"))
        .hasMessage("The merchant would have 21 labels, 20 are allowed.");
    assertThat(
            change(PLATFORM, full.id(), null, "{\"metadata\":{\"more\":\"x\",\"label-0\":null}}")
                .data()
                .metadata())
        .hasSize(20)
        .containsEntry("more", "x");
  }

  @Test
  void merchant_thatIsSuspended_canBeReadButNotChanged() {
    String id = merchants.create(PLATFORM, data(null)).id();
    jdbc.update("UPDATE merchant SET status = 'suspended' WHERE id = ?", id);

    assertThat(merchants.get(PLATFORM, id).status()).isEqualTo(MerchantStatus.SUSPENDED);
    assertRefused(
        () -> change(PLATFORM, id, null, "{\"name\":\"B\"}"), PaymentProblem.MERCHANT_SUSPENDED);
  }

  @Test
  void patches_atTheSameTime_loseNothing() throws Exception {
    String id = merchants.create(PLATFORM, data(null)).id();
    List<Callable<Merchant>> patches = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      String patch = "{\"metadata\":{\"label-" + n + "\":\"x\"}}";
      patches.add(() -> change(PLATFORM, id, null, patch));
    }
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      for (Future<Merchant> end : clients.invokeAll(patches)) {
        end.get();
      }
    } finally {
      clients.shutdownNow();
    }
    Merchant merchant = merchants.get(PLATFORM, id);
    assertThat(merchant.data().metadata()).hasSize(20);
    assertThat(merchant.version()).isEqualTo(21);
  }

  private static Merchant change(
      Caller caller, String id, @Nullable String expected, String patch) {
    return merchants.change(caller, id, expected, new MergePatch(JSON.readTree(patch)));
  }

  private static void assertRefused(
      ThrowingCallable call, PaymentProblem problem, Fault... faults) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.problem().kind()).isEqualTo(problem);
              assertThat(refusal.problem().errors()).containsExactly(faults);
            });
  }

  private static Caller caller(String subject, @Nullable String merchant) {
    return new Caller(subject, merchant, "basic", Set.of());
  }

  private static MerchantData data(@Nullable Map<String, String> metadata) {
    return new MerchantData(
        "Teehaus Nord",
        "Shop" + EMAILS.incrementAndGet() + "@example.com",
        "DE",
        "EUR",
        "TEEHAUS NORD",
        "https://teehaus.example",
        metadata);
  }

  private static MerchantData withEmail(String email) {
    return new MerchantData("Other", email, "DE", "EUR", null, null, null);
  }
}
