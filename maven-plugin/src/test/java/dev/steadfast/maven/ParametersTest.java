package dev.steadfast.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plugin's page names every parameter, and no other. */
class ParametersTest {

  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(\\w+)` \\|(?: (?:both|`\\w+`) \\|)? (?:`([\\w.]+)`)? *\\|", Pattern.MULTILINE);
  private static final Pattern IN_DESCRIPTOR =
      Pattern.compile("<parameter>\\s*<name>(\\w+)</name>");
  private static final Pattern PROPERTY = Pattern.compile(">\\$\\{(steadfast\\.\\w+)}</(\\w+)>");

  @Test
  void page_namesTheParametersAndTheirProperties() throws Exception {
    String page = Files.readString(Path.of("../docs/maven-plugin.md"));
    String parameters =
        page.substring(page.indexOf("## Parameters"), page.indexOf("## Several documents"))
            + page.substring(
                page.indexOf("## lifecycle and headers"), page.indexOf("## Tried examples"));
    Set<String> documented = new TreeSet<>();
    Set<String> documentedProperties = new TreeSet<>();
    for (Matcher row = ROW.matcher(parameters); row.find(); ) {
      documented.add(row.group(1));
      if (row.group(2) != null) {
        documentedProperties.add(row.group(1) + " " + row.group(2));
      }
    }

    String descriptor = descriptor();
    Set<String> declared = new TreeSet<>();
    for (Matcher parameter = IN_DESCRIPTOR.matcher(descriptor); parameter.find(); ) {
      declared.add(parameter.group(1));
    }
    Set<String> properties = new TreeSet<>();
    for (Matcher property = PROPERTY.matcher(descriptor); property.find(); ) {
      properties.add(property.group(2) + " " + property.group(1));
    }

    assertThat(declared).hasSizeGreaterThan(5);
    assertThat(documented).isEqualTo(declared);
    assertThat(documentedProperties).isEqualTo(properties);
  }

  private static String descriptor() throws IOException {
    try (InputStream in = ParametersTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
