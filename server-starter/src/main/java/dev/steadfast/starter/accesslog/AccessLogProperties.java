package dev.steadfast.starter.accesslog;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the access log.
 *
 * @param enabled whether requests are logged
 * @param excludedPaths requests below these paths are logged only when they fail (status 400 and
 *     above): for probes, such as {@code /health}
 * @param headers request headers that are logged, as {@code header_} and their name
 * @param maskedHeaders headers whose value is never logged, even if it is asked for; of {@code
 *     Authorization} the scheme stays
 * @param maskedParameters query parameters whose value is never logged; a name matches whatever its
 *     case
 * @param maxLength longest text of one pair, in characters; the rest is cut off
 */
@ConfigurationProperties("steadfast.access-log")
public record AccessLogProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue List<String> excludedPaths,
    @DefaultValue List<String> headers,
    @DefaultValue({
          "Authorization",
          "Proxy-Authorization",
          "Cookie",
          "Set-Cookie",
          "X-Api-Key",
          "Idempotency-Key"
        })
        List<String> maskedHeaders,
    @DefaultValue({
          "access_token",
          "api_key",
          "apikey",
          "code",
          "key",
          "password",
          "secret",
          "signature",
          "token"
        })
        List<String> maskedParameters,
    @DefaultValue("1024") int maxLength) {

  /** Copies its lists; a length below 16 would leave nothing to read. */
  public AccessLogProperties {
    if (maxLength < 16) {
      throw new IllegalArgumentException(
          "steadfast.access-log.max-length must be at least 16, is " + maxLength);
    }
    excludedPaths = List.copyOf(excludedPaths);
    headers = List.copyOf(headers);
    maskedHeaders = List.copyOf(maskedHeaders);
    maskedParameters = List.copyOf(maskedParameters);
  }
}
