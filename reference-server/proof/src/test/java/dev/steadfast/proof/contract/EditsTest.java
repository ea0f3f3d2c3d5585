package dev.steadfast.proof.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditsTest {

  @Test
  void edits_each_hasRequestAsWitness() throws IOException {
    String original = Files.readString(Path.of("../../api-spec/payments-v2.yaml"));

    List<String> without =
        Edits.ALL.stream()
            .filter(edit -> edit.witnesses(original).isEmpty())
            .map(Edit::name)
            .toList();

    assertThat(without).isEmpty();
  }
}
