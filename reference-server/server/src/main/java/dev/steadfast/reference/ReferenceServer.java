package dev.steadfast.reference;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The Payment API, v1 and v2; configured by its environment, see docs/configuration.md. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class ReferenceServer {

  /** Starts the server; returns when it accepts requests. */
  public static void main(String[] arguments) {
    SpringApplication.run(ReferenceServer.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
