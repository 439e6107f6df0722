package org.statusevents.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.statusevents.domain.label.LabelText;

/// R39.
class LabelMappingTest {
  private static final LabelText SHIPPED = new LabelText("Shipped");
  private static final LabelText PACKED = new LabelText("Packed");
  private static final LabelTarget COMPLETE = new LabelTarget.CartStatus("complete");
  private static final LabelMapping MAPPING =
      new LabelMapping(Map.of(SHIPPED, COMPLETE, PACKED, new LabelTarget.DoNotSend()));

  @Test
  void aMappedLabelBecomesItsTarget() {
    assertThat(MAPPING.targetOf(SHIPPED)).isEqualTo(COMPLETE);
    assertThat(MAPPING.targetOf(PACKED)).isEqualTo(new LabelTarget.DoNotSend());
  }

  @Test
  void aLabelThatIsNotMentionedGoesOutAsItIs() {
    assertThat(MAPPING.targetOf(new LabelText("shipped")))
        .isEqualTo(new LabelTarget.CartStatus("shipped"));
    assertThat(LabelMapping.NONE.targetOf(SHIPPED))
        .isEqualTo(new LabelTarget.CartStatus("Shipped"));
  }

  @Test
  void aRenamedLabelKeepsItsTarget() {
    LabelText sent = new LabelText("Sent");

    assertThat(MAPPING.renaming(SHIPPED, sent))
        .isEqualTo(new LabelMapping(Map.of(sent, COMPLETE, PACKED, new LabelTarget.DoNotSend())));
    assertThat(MAPPING.renaming(sent, new LabelText("Gone"))).isEqualTo(MAPPING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-web", "a b", "a/b", "ä", "01234567890123456789012345678901234567890"})
  void aChannelIdIsOneToFortyPlainCharacters(String id) {
    assertThat(ChannelId.problemWith(id)).isPresent();
    assertThatThrownBy(() -> new ChannelId(id)).isInstanceOf(IllegalArgumentException.class);
    assertThat(ChannelId.problemWith("Web.shop_2-x")).isEmpty();
  }
}
