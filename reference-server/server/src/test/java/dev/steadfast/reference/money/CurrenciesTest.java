package dev.steadfast.reference.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steadfast.reference.problem.PaymentProblem;
import dev.steadfast.reference.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrenciesTest {

  @ParameterizedTest
  @CsvSource({"EUR,2,10.50", "JPY,0,1050", "KWD,3,1.050", "CLP,0,1050", "USD,2,10.50"})
  void amount_inDecimals_hasThoseOfItsCurrency(String currency, int decimals, String shown) {
    assertThat(Currencies.decimals(currency)).hasValue(decimals);
    assertThat(Currencies.toDecimal(1050, currency).toPlainString()).isEqualTo(shown);
    assertThat(DecimalAmount.toMinor(new BigDecimal(shown), currency)).isEqualTo(1050);
  }

  @Test
  void currency_ofTheTable_hasTheDecimalsThatTheJdkGivesIt() {
    // ISK: the JDK and ISO agree since 2007; codes that this JDK does not know yet are left out
    for (Currency known : Currency.getAvailableCurrencies()) {
      Currencies.decimals(known.getCurrencyCode())
          .ifPresent(
              decimals ->
                  assertThat(decimals)
                      .as(known.getCurrencyCode())
                      .isEqualTo(known.getDefaultFractionDigits()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.501,EUR,AMOUNT_TOO_PRECISE",
    "0.5,JPY,AMOUNT_TOO_PRECISE",
    "1,XAU,CURRENCY_NOT_SUPPORTED",
    "1,DEM,CURRENCY_NOT_SUPPORTED",
    "1000000000,EUR,AMOUNT_TOO_LARGE"
  })
  void amount_thatTheCurrencyCannotHave_isRefused(
      String amount, String currency, PaymentProblem problem) {
    assertThatThrownBy(() -> DecimalAmount.toMinor(new BigDecimal(amount), currency))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(problem));
  }
}
