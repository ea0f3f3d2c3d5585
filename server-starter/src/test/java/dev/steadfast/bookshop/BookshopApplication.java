package dev.steadfast.bookshop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Sells books, with whatever features of the starter its properties leave on. */
@SpringBootApplication
public class BookshopApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(BookshopApplication.class, arguments);
  }
}
