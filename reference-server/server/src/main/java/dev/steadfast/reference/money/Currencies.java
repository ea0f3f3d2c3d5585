package dev.steadfast.reference.money;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import dev.steadfast.starter.problem.Fault;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The currencies in circulation with their decimals (ISO 4217, list one of 2026-01-01, without
 * funds, metals and testing codes). A table of our own: the JDK's differs from release to release.
 */
public final class Currencies {
  private static final Map<String, Integer> DECIMALS = new HashMap<>();

  static {
    add(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF");
    add(3, "BHD IQD JOD KWD LYD OMR TND");
    add(
        2,
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD"
            + " CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP"
            + " GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR"
            + " LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR"
            + " NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD"
            + " SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD"
            + " XCG YER ZAR ZMW ZWG");
  }

  private Currencies() {}

  private static void add(int decimals, String codes) {
    for (String code : codes.split(" ", -1)) {
      DECIMALS.put(code, decimals);
    }
  }

  /** How many decimals amounts in this currency have; empty when it is not in circulation. */
  public static OptionalInt decimals(String currency) {
    Integer decimals = DECIMALS.get(currency);
    return decimals == null ? OptionalInt.empty() : OptionalInt.of(decimals);
  }

  /** The currencies whose amounts have so many decimals, in alphabetical order. */
  public static SortedSet<String> withDecimals(int decimals) {
    SortedSet<String> found = new TreeSet<>();
    DECIMALS.forEach(
        (currency, known) -> {
          if (known == decimals) {
            found.add(currency);
          }
        });
    return found;
  }

  /**
   * The amount in the currency's main unit, with all its decimals: 1050 is 10.50 in EUR, 1050 in
   * JPY.
   *
   * @throws IllegalArgumentException when the currency is not in circulation
   */
  public static BigDecimal toDecimal(long amountMinor, String currency) {
    return BigDecimal.valueOf(amountMinor, known(currency));
  }

  /** The refusal of a currency that is not in circulation, named at {@code #/currency}. */
  public static ProblemException notSupported(String currency) {
    return new ProblemException(
        PaymentProblem.CURRENCY_NOT_SUPPORTED,
        "The merchant cannot be paid in " + currency + ".",
        Fault.at("#/currency", "must be a currency in circulation"));
  }

  private static int known(String currency) {
    return decimals(currency)
        .orElseThrow(
            () -> new IllegalArgumentException("no currency in circulation: '" + currency + "'"));
  }
}
