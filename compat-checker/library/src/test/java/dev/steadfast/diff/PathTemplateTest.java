package dev.steadfast.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathTemplateTest {

  @Test
  void holes_areKnownByPosition() {
    assertThat(PathTemplate.of("/a/{x}/{y}.{ext}"))
        .isEqualTo(new PathTemplate("/a/{x}/{y}.{ext}", "/a/{}/{}.{}", List.of("x", "y", "ext")));
  }

  @Test
  void slashAtTheEnd_isAnotherShape() {
    assertThat(PathTemplate.of("/a/{x}/").shape()).isNotEqualTo(PathTemplate.of("/a/{x}").shape());
  }

  @Test
  void braceWithoutPartner_isLiteral() {
    assertThat(PathTemplate.of("/a/{x").shape()).isEqualTo("/a/{x");
  }

  @Test
  void percentThatNeedNotBeThere_isNoOtherShape() {
    assertThat(PathTemplate.of("/%7Ea/{x}/%2fb").shape()).isEqualTo("/~a/{}/%2Fb");
    assertThat(PathTemplate.of("/für/100%").shape()).isEqualTo("/f%C3%BCr/100%");
  }
}
