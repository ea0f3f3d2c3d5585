package dev.steadfast.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Documents that were written to hurt: each ends soon, in problems or in a document. */
@Timeout(60)
class HostileDocumentTest {

  private static final String USES =
      """
      openapi: 3.0.3
      info: {title: t, version: '1'}
      paths:
        /a:
          get:
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    schema: {$ref: '%s'}
      components: {schemas: {A: {type: object}}}
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void remoteReferences_openNoConnection() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      socket.setSoTimeout(300);
      String url = "http://127.0.0.1:" + socket.getLocalPort() + "/x.yaml#/A";
      for (String version : new String[] {"openapi: 3.0.3", "openapi: 3.1.0", "swagger: '2.0'"}) {
        Reading reading = Given.read(USES.formatted(url).replace("openapi: 3.0.3", version));
        assertThat(reading.document()).isNull();
      }
      Reading schema =
          SpecReader.readSchema(
              Source.of(
                  "s.json",
                  ("{\"$schema\":\"" + url + "\",\"$ref\":\"" + url + "\"}").getBytes(UTF_8)),
              Dialect.DRAFT_2020_12);
      assertThat(schema.document()).isNull();
      assertThat(isCalled(socket)).isFalse();
    }
  }

  private static boolean isCalled(ServerSocket socket) throws IOException {
    try {
      socket.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  @Test
  void filesOutsideTheFolder_areNotRead() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("api/models"));
    Files.writeString(folder.resolve("secret.yaml"), "A: {type: nonsense}");
    Files.writeString(inside.resolve("ok.yaml"), "A: {type: string}");
    Files.createSymbolicLink(inside.resolve("link.yaml"), folder.resolve("secret.yaml"));
    Files.createSymbolicLink(inside.resolve("inner.yaml"), inside.resolve("ok.yaml"));
    for (String reference :
        new String[] {"../secret.yaml#/A", "models/link.yaml#/A", "models/../../secret.yaml#/A"}) {
      Reading reading = api(reference);
      assertThat(reading.problems()).hasSize(1);
      assertThat(reading.problems().get(0).message())
          .startsWith("forbidden reference '")
          .endsWith("it leads outside the folder '" + folder.resolve("api") + "'");
    }
    assertThat(api("models/ok.yaml#/A").problems()).isEmpty();
    assertThat(api("models/inner.yaml#/A").problems()).isEmpty();
    Files.writeString(folder.resolve("secret.yaml"), "A: {type: string}");
    assertThat(SpecReader.read(Source.file(write("../secret.yaml#/A"), folder)).problems())
        .isEmpty();
  }

  private Reading api(String reference) throws IOException {
    return SpecReader.read(Source.file(write(reference)));
  }

  private Path write(String reference) throws IOException {
    return Files.writeString(folder.resolve("api/api.yaml"), USES.formatted(reference));
  }

  @Test
  void foldersAndMissingFiles_areProblems() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    assertThat(SpecReader.read(Source.file(folder.resolve("sub"))).problems())
        .extracting(Problem::message)
        .containsExactly("is a folder, not a file");
    assertThat(SpecReader.read(Source.file(folder.resolve("none.yaml"))).problems())
        .extracting(Problem::message)
        .containsExactly("no such file");
    assertThat(
            SpecReader.read(
                    Source.of("big.yaml", new byte[100]), new Limits(99, 9, 9, 9, 9, 9, 9, 9))
                .problems())
        .extracting(Problem::message)
        .containsExactly("is longer than 99 bytes");
  }

  @Test
  void deepSchemas_areAProblem() {
    String open = "{\"type\":\"object\",\"properties\":{\"p\":";
    String text =
        "{\"openapi\":\"3.0.3\",\"info\":{},\"paths\":{},\"components\":{\"schemas\":{\"A\":"
            + open.repeat(900)
            + "{}"
            + "}}".repeat(900)
            + "}}}";
    assertThat(Given.problems(Given.read(text)))
        .singleElement()
        .asString()
        .endsWith("nested more than 500 levels deep");
  }

  @Test
  void aliasBombs_areAProblem_andSmallOnesAreNot() {
    String last = "";
    StringBuilder text = new StringBuilder(USES.formatted("#/components/schemas/A"));
    for (char name = 'a'; name < 'j'; name++) {
      String item = last.isEmpty() ? "lol," : last + ",";
      text.append("x-" + name + ": &" + name + " [" + item.repeat(9) + "]\n");
      last = "*" + name;
      if (name == 'c') {
        assertThat(Given.problems(Given.read(text.toString()))).isEmpty();
      }
    }
    assertThat(Given.problems(Given.read(text.toString())))
        .containsExactly("api.yaml:19:10: aliases stand for more than 1000000 values");
  }

  @Test
  void longChainsOfReferences_takeLinearTime() {
    StringBuilder text = new StringBuilder("paths: {}\ncomponents:\n  schemas:\n");
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      text.append("    S" + i + ": {$ref: '#/components/schemas/S" + (i + 1) + "'}\n");
    }
    Reading reading = Given.api(text + "    S" + count + ": {type: string}\n");
    Node root = Given.document(reading).root();
    assertThat(Given.target(root, "/components/schemas/S0"))
        .isSameAs(Given.at(root, "/components/schemas/S" + count));
  }

  @Test
  void keysWithOneHash_takeLinearTime() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 1 << 14; i++) {
      text.append('"');
      for (int bit = 0; bit < 14; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append("\":0,");
    }
    assertThat(Given.data("a.yaml", text + "\"z\":0}").problems()).isEmpty();
  }

  @Test
  void fileReferencesThatCircle_end() {
    Reading reading =
        Given.files(
            Map.of(
                "a.yaml",
                    "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {$ref: b.yaml}}}",
                "b.yaml", "$ref: c.yaml",
                "c.yaml", "$ref: b.yaml"));
    assertThat(Given.problems(reading)).containsExactly("c.yaml:1:7: reference loop");
  }

  @Test
  void filesThatContainThemselves_areAProblem() {
    Reading reading =
        Given.files(
            Map.of(
                "a.yaml",
                "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\n"
                    + "components: {schemas: {A: {properties: {$ref: b.yaml}}}}",
                "b.yaml",
                "x: {properties: {$ref: b.yaml}}"));
    assertThat(Given.problems(reading))
        .containsExactly(
            "a.yaml:4:47: reference without end: what it leads to contains it, or is too large");
  }

  @Test
  void filesThatMultiply_areAProblem() {
    Map<String, String> files = new HashMap<>();
    files.put(
        "a.yaml",
        "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\n"
            + "components: {schemas: {A: {properties: {$ref: f0.yaml}}}}");
    for (int i = 0; i < 9; i++) {
      String next = "{properties: {$ref: f" + (i + 1) + ".yaml}}";
      files.put(
          "f" + i + ".yaml",
          "{a: %1$s, b: %1$s, c: %1$s, d: %1$s, e: %1$s, f: %1$s}".formatted(next));
    }
    files.put("f9.yaml", "{a: {type: string}}");
    assertThat(Given.problems(Given.files(files)))
        .singleElement()
        .asString()
        .endsWith("reference without end: what it leads to contains it, or is too large");
  }

  @Test
  void aMillionFaults_areCounted_inLinearTime() {
    StringBuilder text = new StringBuilder("paths: {}\ncomponents:\n  schemas:\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("    S").append(i).append(": {typo: null, type: [x]}\n");
    }
    Reading reading = Given.api(text.toString());
    assertThat(reading.problems().get(1000).message()).isEqualTo("and 19000 more problems");
    assertThat(reading.notes()).hasSize(1001);
  }

  @Test
  void longNames_makeNoLongProblems() {
    String name = "x".repeat(1_000_000);
    Reading reading =
        Given.api("paths: {}\ncomponents: {schemas: {? " + name + " : {type: " + name + "}}}");
    Problem problem = reading.problems().get(0);
    assertThat(problem.message()).hasSize(2003).startsWith("unknown type 'xxx").endsWith("...");
    assertThat(problem.at().pointer()).hasSize(2003).startsWith("/components/schemas/xxx");
  }
}
