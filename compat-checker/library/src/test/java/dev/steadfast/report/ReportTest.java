package dev.steadfast.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.steadfast.compat.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  @ParameterizedTest
  @EnumSource
  void everyFormat_ofOnePair_isTheGolden(Format format) throws IOException {
    Golden.assertSame("one." + format.text(), write(format, Style.PLAIN, Sample.BREAKING));
  }

  @ParameterizedTest
  @EnumSource
  void everyFormat_ofSeveralPairs_isTheGolden(Format format) throws IOException {
    Golden.assertSame(
        "each." + format.text(), write(format, Style.PLAIN, Sample.COMPATIBLE, Sample.UNREADABLE));
  }

  @ParameterizedTest
  @EnumSource
  void everyFormat_inAnyLocaleAndTimeZone_isTheSame(Format format) throws IOException {
    String usual = write(format, Style.PLAIN, Sample.BREAKING, Sample.UNREADABLE);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(write(format, Style.PLAIN, Sample.BREAKING, Sample.UNREADABLE)).isEqualTo(usual);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void text_coloured_isTheGolden() throws IOException {
    Golden.assertSame(
        "coloured.text", write(Format.TEXT, Style.COLOURED, Sample.BREAKING, Sample.UNREADABLE));
  }

  @Test
  void json_isOneLineOfJsonForEachResult() throws IOException {
    List<String> lines =
        write(Format.JSON, Style.PLAIN, Sample.BREAKING, Sample.COMPATIBLE, Sample.UNREADABLE)
            .lines()
            .toList();
    assertThat(lines.stream().map(line -> MAPPER.readTree(line).get("verdict").asString()))
        .containsExactly("breaking", "compatible", "error");
  }

  @Test
  void sarif_isValidAgainstItsSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(
                MAPPER.readTree(
                    Files.readString(
                        Path.of("src/test/resources/report/sarif-schema-2.1.0.json"))));
    JsonNode log =
        MAPPER.readTree(
            write(
                Format.SARIF, Style.PLAIN, Sample.BREAKING, Sample.COMPATIBLE, Sample.UNREADABLE));
    assertThat(schema.validate(log)).isEmpty();
  }

  @Test
  void sarif_withoutResults_hasNoRuns() throws IOException {
    assertThat(MAPPER.readTree(write(Format.SARIF, Style.PLAIN)).get("runs").size()).isZero();
  }

  @Test
  void text_ofManyFindings_saysHowManyItLeavesOut() throws IOException {
    List<String> lines = write(Format.TEXT, Style.PLAIN, many(502)).lines().toList();
    assertThat(lines.stream().filter(line -> line.endsWith("[operation-added]"))).hasSize(500);
    assertThat(lines)
        .endsWith(
            "and 2 findings more: --format json=FILE lists them all",
            "compatible: 0 errors, 0 warnings, 502 info");
  }

  @Test
  void markdown_ofManyFindings_fitsIntoAComment() throws IOException {
    String comment = write(Format.MARKDOWN, Style.PLAIN, many(502));
    assertThat(comment).contains("- and 477 more\n").hasSizeLessThan(65_536);
    Result[] pairs = new Result[300];
    Arrays.fill(pairs, Sample.BREAKING);
    assertThat(write(Format.MARKDOWN, Style.PLAIN, pairs))
        .endsWith("\nThe rest is more than a comment holds.\n")
        .hasSizeLessThan(65_536);
  }

  private static Result many(int count) {
    return new Result.Compared(
        "",
        "a.yaml",
        "b.yaml",
        Verdict.of(Collections.nCopies(count, Sample.ADDED), List.of()),
        List.of(),
        0);
  }

  @Test
  void github_showsTenOfEachKind() throws IOException {
    Result[] many = new Result[12];
    Arrays.fill(many, Sample.BREAKING);
    List<String> lines = write(Format.GITHUB, Style.PLAIN, many).lines().toList();
    assertThat(lines.stream().filter(line -> line.startsWith("::error "))).hasSize(10);
    assertThat(lines.stream().filter(line -> line.startsWith("::warning "))).hasSize(10);
    assertThat(lines)
        .endsWith(
            "and 2 more of severity info without annotation",
            "and 2 more of severity warning without annotation",
            "and 14 more of severity error without annotation");
  }

  private static String write(Format format, Style style, Result... results) throws IOException {
    StringWriter out = new StringWriter();
    try (Report report = format.open(out, style, "1.2.3")) {
      for (Result result : results) {
        report.add(result);
      }
    }
    return out.toString();
  }
}
