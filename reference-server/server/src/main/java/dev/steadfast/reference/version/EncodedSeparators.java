package dev.steadfast.reference.version;

import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets paths with {@code %2F} and {@code %5C} reach the API, still encoded: an id with one is a
 * wrong id and gets the answer of every other wrong id, with all its headers. Tomcat would refuse
 * the request before anyone knows which version it is for.
 */
@Component
final class EncodedSeparators implements TomcatConnectorCustomizer {

  @Override
  public void customize(Connector connector) {
    String kept = EncodedSolidusHandling.PASS_THROUGH.getValue();
    connector.setEncodedSolidusHandling(kept);
    connector.setEncodedReverseSolidusHandling(kept);
  }
}
