package dev.steadfast.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          </v2>; rel="successor-version"                 | [</v2>; rel="successor-version"]
          <https://a.example/b,c;d>;rel=sunset            | [<https://a.example/b,c;d>; rel="sunset"]
          <a>; REL=Sunset ; type="text/html"             | [<a>; rel="sunset"; type="text/html"]
          <a>; rel="sunset deprecation", <b>; rel=next   | [<a>; rel="sunset", <a>; rel="deprecation", <b>; rel="next"]
          <a>; rel=first; rel=second                     | [<a>; rel="first"]
          <a>; title="x, <b>; \\"y\\""; rel=sunset          | [<a>; rel="sunset"]
          <a>; rel="https://rel.example/X"               | [<a>; rel="https://rel.example/X"]
          <>; rel=self;                                  | [<>; rel="self"]
          ``                                             | []
          """)
  void links_areReadWithTheirRelations(String field, String expected) throws Exception {
    assertThat(WebLink.parse(field)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2; rel=sunset",
        "</v2> rel=sunset",
        "</v2>",
        "</v2>; rel=\"\"",
        "</v2>; rel=sunset,",
        "</v2>; rel=\"sunset",
        "<a b>; rel=sunset",
        ",",
        "</v2>; rel=sunset </v3>; rel=sunset"
      })
  void fieldThatIsNoLink_isRefused(String field) {
    assertThatThrownBy(() -> WebLink.parse(field)).isInstanceOf(MalformedFieldException.class);
  }

  @Test
  void link_isWrittenAsItIsRead() throws Exception {
    WebLink link = new WebLink("https://a.example/b", "deprecation", "text/html");
    assertThat(WebLink.parse(link.toString())).containsExactly(link);
  }
}
