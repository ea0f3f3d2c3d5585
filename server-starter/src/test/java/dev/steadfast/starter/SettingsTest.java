package dev.steadfast.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Settings are a public API: {@code defaults.properties} pins what a key is when nobody sets it,
 * and {@code every-key.properties} sets each of them once, to something else.
 */
class SettingsTest {

  @Test
  void defaults_arePinned() {
    assertThat(Settings.bound(Map.of()))
        .containsExactlyInAnyOrderEntriesOf(Settings.resource("/defaults.properties"));
  }

  @Test
  void everyKey_canBeSet() {
    Map<String, String> set = Settings.resource("/every-key.properties");
    SortedMap<String, String> unset = new TreeMap<>(Settings.bound(Map.of()));
    SortedMap<String, String> bound = Settings.bound(set);
    assertThat(bound.keySet()).containsExactlyInAnyOrderElementsOf(set.keySet());
    assertThat(bound.keySet()).containsAll(unset.keySet());
    unset.forEach((key, value) -> assertThat(bound.get(key)).as(key).isNotEqualTo(value));
  }
}
