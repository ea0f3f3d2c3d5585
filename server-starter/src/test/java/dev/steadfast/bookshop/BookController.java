package dev.steadfast.bookshop;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The books, under two versions of the API that differ in their address only. */
@RestController
class BookController {

  private final Map<Integer, Book> books = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  /** A book to be. */
  record NewBook(
      @NotBlank String title,
      @Min(1) @Max(100_000) int priceMinor,
      @Nullable List<@Valid Author> authors,
      @JsonProperty("shelf_mark") @Size(min = 2, max = 8) @Nullable String shelfMark) {}

  /** Who wrote it. */
  record Author(@NotBlank String name) {}

  /** A book with its number. */
  record Book(int id, String title, int priceMinor) {}

  @PostMapping({"/v1/books", "/v2/books"})
  ResponseEntity<Book> create(@Valid @RequestBody NewBook book) {
    int id = ids.incrementAndGet();
    Book created = new Book(id, book.title(), book.priceMinor());
    books.put(id, created);
    return ResponseEntity.status(HttpStatus.CREATED).body(created);
  }

  @GetMapping(
      value = {"/v1/books", "/v2/books"},
      produces = MediaType.APPLICATION_JSON_VALUE)
  List<Book> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
    return books.values().stream().limit(limit).toList();
  }

  @GetMapping({"/v1/books/{id}", "/v2/books/{id}"})
  Book get(@PathVariable int id) {
    Book book = books.get(id);
    if (book == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no book " + id + ".");
    }
    return book;
  }

  @GetMapping("/v2/books/{id}/reviews")
  List<String> reviews(@PathVariable int id) {
    return List.of();
  }
}
