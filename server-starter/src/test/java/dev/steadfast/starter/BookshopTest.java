package dev.steadfast.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steadfast.bookshop.Bookshop;
import org.junit.jupiter.api.Test;

/** The sample application works with the starter on its classpath, everything at its default. */
class BookshopTest {

  @Test
  void book_created_isFound() {
    try (Bookshop shop = Bookshop.open()) {
      assertThat(
              shop.post("/v2/books", "{\"title\":\"Momo\",\"priceMinor\":1250,\"authors\":[]}")
                  .statusCode())
          .isEqualTo(201);
      assertThat(shop.get("/v2/books/1").body())
          .isEqualTo("{\"id\":1,\"title\":\"Momo\",\"priceMinor\":1250}");
    }
  }
}
