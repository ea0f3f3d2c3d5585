package dev.steadfast.proof.parts;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The parts of a payment, each alone behind an endpoint. */
@SpringBootApplication
public class PartsApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(PartsApplication.class, arguments);
  }
}
