package dev.steadfast.local;

import dev.steadfast.cli.Command;
import dev.steadfast.cli.ExitCode;
import dev.steadfast.cli.Options;
import dev.steadfast.cli.Surroundings;
import dev.steadfast.cli.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code steadfast token}: a development token that the servers of this machine believe. */
final class TokenCommand implements Command {

  private static final List<String> TIERS = List.of("basic", "premium");

  private static final List<String> PLATFORM_SCOPES =
      List.of("merchants:create", "merchants:read", "merchants:write");

  private static final Pattern MERCHANT = Pattern.compile("mer_[0-9A-HJKMNP-TV-Z]{26}");

  private final Surroundings surroundings;
  private final CommandSpec spec;

  TokenCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.spec =
        Options.described(
            "token",
            "Prints an access token for the Payment API of this machine. It lives an hour.");
    spec.addOption(
        Options.value("--merchant", "ID", "whose token, by default the demo merchant's"));
    spec.addOption(
        Options.choice(
            "--tier",
            "TIER",
            TIERS,
            "whose rate limit: basic (default, 100/min), premium (1,000)"));
    spec.addOption(
        Options.value(
            "--scopes", "SCOPE,…", "what it allows, by default all that a merchant may do"));
    spec.addOption(
        Options.value(
            "--platform", "NAME", "a token of a platform, which creates merchants, and is none"));
    spec.addOption(Place.option());
    spec.usageMessage()
        .footer(
            "  steadfast token",
            "  steadfast token --merchant " + DemoMerchant.ID + " --tier premium",
            "  steadfast token --scopes payments:read,transactions:read",
            "  steadfast token --platform marketplace");
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(ParseResult arguments) throws UsageException, IOException {
    Place place = Place.of(arguments, surroundings);
    String tier = Options.chosen(arguments, "--tier", TIERS, DemoMerchant.TIER);
    String platform = arguments.matchedOptionValue("--platform", "");
    String merchant = arguments.matchedOptionValue("--merchant", DemoMerchant.ID);
    if (!platform.isEmpty() && arguments.hasMatchedOption("--merchant")) {
      throw new UsageException("--platform takes the place of --merchant");
    }
    if (!MERCHANT.matcher(merchant).matches()) {
      throw new UsageException(
          "--merchant '" + merchant + "' is not mer_ and 26 characters of a ULID");
    }
    String[] scopes =
        scopes(arguments, platform.isEmpty() ? Issuer.MERCHANT_SCOPES : PLATFORM_SCOPES);
    Issuer issuer = Issuer.open(place.data().keys());
    String token =
        platform.isEmpty()
            ? issuer.token(merchant, tier, scopes)
            : issuer.platformToken(platform, tier, scopes);
    surroundings.out().write(token + '\n');
    return ExitCode.CLEAN;
  }

  private static String[] scopes(ParseResult arguments, List<String> usual) throws UsageException {
    String text = arguments.matchedOptionValue("--scopes", String.join(",", usual));
    String[] scopes = text.split("[, ]+", -1);
    for (String scope : scopes) {
      if (!Issuer.MERCHANT_SCOPES.contains(scope) && !PLATFORM_SCOPES.contains(scope)) {
        throw new UsageException(
            "--scopes '"
                + scope
                + "' is not one of "
                + String.join(", ", Issuer.MERCHANT_SCOPES)
                + ", merchants:create");
      }
    }
    return scopes;
  }
}
